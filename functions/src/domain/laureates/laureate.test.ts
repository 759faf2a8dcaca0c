import { describe, expect, it } from 'vitest';
import { isSiret } from './laureate.ts';

describe('A SIRET', () => {
  it.each(['73282932000074', '55210055400013', '44306184100047'])('%s is one', (text) =>
    expect(isSiret(text)).toBe(true),
  );

  it.each([
    ['a digit changed', '73282932000075'],
    ['two digits swapped', '73282932000047'],
    ['too short', '7328293200007'],
    ['too long', '732829320000740'],
    ['spaces', '732 829 320 00074'],
    ['other digits than ours', '７３２８２９３２０００７４'],
    ['nothing', ''],
  ])('%s: it is not', (_name, text) => expect(isSiret(text)).toBe(false));
});
