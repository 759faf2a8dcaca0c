import { describe, expect, it } from 'vitest';
import { MINUTE } from '../calendar.ts';
import { afterFailure, askingRefusal, type DeadLetter, letterRefusal } from './dead-letters.ts';

const failure = {
  id: 'showBalance.abc',
  trigger: 'showBalance',
  subject: 'laureates/lac',
  eventId: 'event-1',
  code: 'TypeError',
  at: 1_000,
} as const;
const first = afterFailure(null, failure);
const again = (letter: DeadLetter) => afterFailure(letter, { ...failure, eventId: 'event-2', at: 2_000 });
const ended = { closedAt: 1_500, closedBy: 'Camille Roux', reason: 'Document d’essai.' };

describe('a dead letter', () => {
  it('is one a subject: a second failure is counted on it, with the last event', () => {
    expect(first).toMatchObject({ attempts: 1, state: 'open', firstSeenAt: 1_000, lastSeenAt: 1_000 });
    expect(again(first)).toMatchObject({ attempts: 2, firstSeenAt: 1_000, lastSeenAt: 2_000, eventId: 'event-2' });
  });

  it('opens again when what was replayed fails, and stays discarded when what was discarded does', () => {
    expect(again({ ...first, ...ended, state: 'replayed' })).toMatchObject({ state: 'open', closedAt: null });
    expect(again({ ...first, ...ended, state: 'discarded' })).toMatchObject({
      ...ended,
      state: 'discarded',
      attempts: 2,
    });
  });

  it('is acted on while it is open, and not by two persons at once', () => {
    const replaying = { ...first, state: 'replaying', claimedAt: 2_000 } as const;
    expect(letterRefusal(first, 3_000)).toBeNull();
    expect(letterRefusal(replaying, 3_000)?.code).toBe('replaying');
    // The process that replayed it died: it would be stuck for ever otherwise.
    expect(letterRefusal(replaying, 2_000 + 5 * MINUTE)).toBeNull();
    expect(letterRefusal({ ...first, ...ended, state: 'replayed' }, 3_000)?.code).toBe('incident-closed');
  });

  it('is discarded with a reason, and replayed without', () => {
    expect(askingRefusal('discard', 'letter', '  ')?.code).toBe('reason-missing');
    expect(askingRefusal('discard', 'letter', 'Document d’essai.')).toBeNull();
    expect(askingRefusal('replay', 'letter', '')).toBeNull();
  });

  it('has no address: only a mail has one to mark, or others to the same', () => {
    for (const action of ['replayAll', 'flagAddress'] as const) {
      expect(askingRefusal(action, 'letter', '')?.code).toBe('not-for-this');
      expect(askingRefusal(action, 'mail', '')).toBeNull();
    }
  });
});
