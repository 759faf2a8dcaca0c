import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../domain/calendar.ts';
import { nextMinuteAlone, nextMinuteInSweep } from './throughput.ts';

const minute = 100 * MINUTE;
const mail = { mail: 'reminder', attemptedAt: minute + 7_000 } as const;

/** Counts what it is told was tried, and how often it was asked. */
function counting(tried: () => number) {
  const asked: (readonly [number, number])[] = [];
  const count = async (from: number, until: number) => {
    asked.push([from, until]);
    return tried();
  };
  return { asked, count };
}

describe('A mail alone', () => {
  it('leaves while its minute has room, itself included, and else waits for the next', async () => {
    const room = (tried: number) => nextMinuteAlone(counting(() => tried).count)(mail, 60);
    expect([await room(60), await room(61)]).toEqual([null, minute + MINUTE]);
  });

  it('of an account leaves whatever its minute holds, and nothing is counted', async () => {
    const { asked, count } = counting(() => 1_000);
    const ofAccount = { ...mail, mail: 'signIn' } as const;
    expect(await nextMinuteAlone(count)(ofAccount, 60)).toBeNull();
    expect(await nextMinuteInSweep(count)(ofAccount, 60)).toBeNull();
    expect(asked).toEqual([]);
  });
});

describe('The mails of one sweep', () => {
  it('leave ten on a count, whether one after the other or at once', async () => {
    const { asked, count } = counting(() => 1);
    const next = nextMinuteInSweep(count);
    for (let sent = 0; sent < 10; sent += 1) expect(await next(mail, 60)).toBeNull();
    const atOnce = await Promise.all(Array.from({ length: 10 }, () => next(mail, 60)));
    expect(atOnce).toEqual(Array.from({ length: 10 }, () => null));
    expect(asked).toEqual([1, 2].map(() => [minute, mail.attemptedAt]));
  });

  it('fill a minute to its last place, and none is put off but on a count of its own', async () => {
    let leased = 0;
    const { asked, count } = counting(() => leased);
    const next = nextMinuteInSweep(count);
    const answers = [];
    for (let sent = 0; sent < 8; sent += 1) {
      leased += 1;
      answers.push(await next(mail, 6));
    }
    expect(answers).toEqual([...Array.from({ length: 6 }, () => null), minute + MINUTE, minute + MINUTE]);
    expect(asked).toHaveLength(3);
  });

  it('are counted anew in another minute', async () => {
    const { asked, count } = counting(() => 1);
    const next = nextMinuteInSweep(count);
    for (const attemptedAt of [minute, minute + MINUTE]) await next({ ...mail, attemptedAt }, 60);
    expect(asked).toEqual([minute, minute + MINUTE].map((at) => [at, at]));
  });

  it('do not go on with a count that failed', async () => {
    let failures = 1;
    const next = nextMinuteInSweep(async () => {
      if (failures-- > 0) throw new Error('unavailable');
      return 1;
    });
    await expect(next(mail, 60)).rejects.toThrow('unavailable');
    expect(await next(mail, 60)).toBeNull();
  });
});
