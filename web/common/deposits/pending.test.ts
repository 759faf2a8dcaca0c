import { DAY } from '@sur-mesure/functions/domain/calendar';
import { describe, expect, test } from 'vitest';
import { type PendingUpload, pendingIn, sameTarget } from './pending.ts';

const now = Date.UTC(2025, 2, 4);
const upload: PendingUpload = {
  uploadId: 'u1',
  name: 'plans.pdf',
  size: 12,
  target: { piece: 'working', missionId: 'm1', laureateId: null },
  at: now - DAY,
};

describe('what a device remembers of deposits being verified', () => {
  test('is read back as it was written', () => {
    expect(pendingIn(JSON.stringify([upload]), now)).toEqual([upload]);
  });

  test('is forgotten after a week', () => {
    expect(pendingIn(JSON.stringify([{ ...upload, at: now - 8 * DAY }]), now)).toEqual([]);
  });

  test.each([null, '', '{', '{}', '[1]', JSON.stringify([{ ...upload, target: { piece: 'secret' } }])])(
    'is nothing when the storage holds %s',
    (stored) => expect(pendingIn(stored, now)).toEqual([]),
  );

  test('belongs to one piece of one place', () => {
    expect(sameTarget(upload.target, { ...upload.target, replacesId: 'f' })).toBe(true);
    expect(sameTarget(upload.target, { ...upload.target, missionId: 'm2' })).toBe(false);
    expect(sameTarget(upload.target, { ...upload.target, piece: 'devis' })).toBe(false);
  });
});
