import { describe, expect, it } from 'vitest';
import { takeoverStage } from './takeover.ts';

const rule = { mode: 'above', cents: 500_00 } as const;
const proposed = { intoId: 'bocal', byUid: 'ines', byName: 'Inès Garnier', at: 0 };
const stage = (movedCents: number, uid: string, takeover: typeof proposed | null = proposed) =>
  takeoverStage({ uid, intoId: 'bocal', takeover, movedCents }, rule);

describe('A laureate that another one takes over', () => {
  it('with little money is carried by one person; above the setting, proposed by one and carried by another', () => {
    expect(stage(500_00, 'ines', null)).toBe('carry');
    expect(stage(500_01, 'ines', null)).toBe('propose');
    expect(stage(500_01, 'camille')).toBe('carry');
  });

  it('is never carried by whoever proposed it, nor under a proposal that names another laureate', () => {
    expect(stage(500_01, 'ines')).toBe('ownProposal');
    expect(stage(500_01, 'camille', { ...proposed, intoId: 'forge' })).toBe('propose');
  });

  it('asks two people of any amount, or one, where the setting says so', () => {
    const asked = { uid: 'ines', intoId: 'bocal', takeover: null, movedCents: 0 };
    expect(takeoverStage(asked, { mode: 'always' })).toBe('propose');
    expect(takeoverStage({ ...asked, movedCents: 9_000_00 }, { mode: 'never' })).toBe('carry');
  });
});
