import { describe, expect, it } from 'vitest';
import { oneMoreOfEach, openAgainAt, type Use, usesOf } from './rate-limits.ts';

const ip = { name: 'ip', most: 2, windowMs: 1_000 };
const relay = { name: 'relay', most: 4, windowMs: 1_000 };

/** What is counted of calls made at one moment, one after the other. */
function callsFrom(addresses: readonly string[]) {
  const counts = new Map<string, number>();
  const keyOf = ({ limit, who }: Use) => `${limit.name} ${who}`;
  const allowed = addresses.map((address) => {
    const uses = usesOf({ ip, relay }, { address, relay: 'cdn' });
    const current = uses.map((use) => {
      const count = counts.get(keyOf(use));
      return count === undefined ? null : { count, resetsAt: 1_000 };
    });
    const counted = oneMoreOfEach(current, uses, 0);
    for (const [place, use] of uses.entries()) {
      const next = counted?.[place];
      if (next) counts.set(keyOf(use), next.count);
    }
    return counted !== null;
  });
  return { allowed, ofRelay: counts.get('relay cdn'), counted: [...counts.keys()] };
}

describe('limits on one caller', () => {
  it('are its own: what is refused to one address uses up nothing of the relay that others share', () => {
    const { allowed, ofRelay } = callsFrom(['::a', '::b', '::c', '::d', '::e', '1.1.1.1', '1.1.1.1']);
    expect(allowed).toEqual([true, true, false, false, false, true, true]);
    expect(ofRelay).toBe(4);
  });

  it('are bounded by the relay whatever addresses are forged, which then leave no count', () => {
    const { allowed, counted } = callsFrom(['1.1.1.1', '2.2.2.2', '3.3.3.3', '4.4.4.4', '5.5.5.5', '6.6.6.6']);
    expect(allowed).toEqual([true, true, true, true, false, false]);
    expect(counted).toHaveLength(5);
  });

  it('say when the last of the full ones starts again', () => {
    const uses: Use[] = [ip, relay].map((limit) => ({ limit, who: 'one' }));
    const [full, wideFull] = [
      { count: 2, resetsAt: 1_000 },
      { count: 4, resetsAt: 86_400_000 },
    ];
    expect(openAgainAt([full, { count: 2, resetsAt: 86_400_000 }], uses, 10)).toBe(1_000);
    expect(openAgainAt([full, wideFull], uses, 10)).toBe(86_400_000);
    expect(openAgainAt([null, wideFull], uses, 10)).toBe(86_400_000);
    expect(openAgainAt([null, null], uses, 10)).toBe(10);
  });

  it('start again once their window is over', () => {
    const uses: Use[] = [{ limit: ip, who: 'one' }];
    expect(oneMoreOfEach([{ count: 2, resetsAt: 1_000 }], uses, 999)).toBeNull();
    expect(oneMoreOfEach([{ count: 2, resetsAt: 1_000 }], uses, 1_000)).toEqual([{ count: 1, resetsAt: 2_000 }]);
  });
});
