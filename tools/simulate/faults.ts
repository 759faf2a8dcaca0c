import { createHash } from 'node:crypto';
import { type Chance, chanceFrom } from '../seed/random.ts';
import type { Death } from './mortal.ts';
import type { Moods } from './post-office.ts';

/** What goes wrong, how often, and what of the service makes up for it. */
export const faults = {
  callRepeated: {
    of: 'network',
    share: 0.04,
    label: 'a call that comes twice',
    heals: 'the first answer again, one writing',
  },
  callsTogether: {
    of: 'network',
    share: 0.02,
    label: 'a call that comes twice at once',
    heals: 'the first answer again, one writing',
  },
  answerLost: { of: 'network', share: 0.03, label: 'an answer that is lost', heals: 'the call repeated' },
  operationReused: {
    of: 'network',
    share: 0.02,
    label: 'an operation’s id used for something else',
    heals: 'refused: operation-reused',
  },
  mailRefused: { of: 'mail', share: 0.03, label: 'a mail refused for a time (451)', heals: 'another attempt' },
  mailHangs: { of: 'mail', share: 0.0006, label: 'a mail server that says nothing', heals: 'another attempt' },
  mailDropped: {
    of: 'mail',
    share: 0.01,
    label: 'a connection cut after DATA',
    heals: 'another attempt, folded by its Message-ID',
  },
  callDies: { of: 'process', share: 0.03, label: 'a call whose process dies at a write', heals: 'the call repeated' },
  documentDies: { of: 'process', share: 0.05, label: 'a PDF whose process dies', heals: 'the sweep of PDFs' },
  documentLost: { of: 'process', share: 0.03, label: 'the event of a PDF, lost', heals: 'the sweep of PDFs' },
  balanceDies: { of: 'process', share: 0.03, label: 'a balance whose process dies', heals: 'the sweep of balances' },
  balanceLost: { of: 'process', share: 0.03, label: 'the event of a balance, lost', heals: 'the sweep of balances' },
  mailDies: { of: 'process', share: 0.02, label: 'a sending whose process dies', heals: 'the sweep of mails' },
  depositDies: {
    of: 'process',
    share: 0.1,
    label: 'the examination of a deposit dies',
    heals: 'the sweep of deposits',
  },
  scheduleDies: { of: 'process', share: 0.04, label: 'a schedule whose process dies', heals: 'that of the next day' },
  badFile: { of: 'people', share: 0.25, label: 'a hostile file', heals: 'refused, and another one sent' },
} as const satisfies Record<string, Fault>;

interface Fault {
  readonly of: 'network' | 'mail' | 'process' | 'people';
  /** Of the occasions on which it might happen. */
  readonly share: number;
  readonly label: string;
  readonly heals: string;
}
export type FaultName = keyof typeof faults;
export const faultNames = Object.keys(faults).filter((name): name is FaultName => Object.hasOwn(faults, name));

/**
 * Decides of each fault from the seed and from what it happens to, never from what happened before: two runs that do things in another order meet the same
 * faults.
 */
export class Faults {
  readonly #seed: number;
  readonly #injected = new Map<FaultName, number>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  chance(...about: readonly (string | number)[]): Chance {
    const digest = createHash('sha256')
      .update([this.#seed, ...about].join('\n'))
      .digest();
    return chanceFrom(digest.readUInt32LE(0));
  }

  /** Whether it happens to this; counted when it does. */
  strikes(fault: FaultName, ...about: readonly (string | number)[]): boolean {
    const strikes = this.chance(fault, ...about).sometimes(faults[fault].share);
    if (strikes) this.count(fault);
    return strikes;
  }

  /** How a handler dies of it, null when it lives. Not counted yet: one that writes less often than that lives, too. */
  death(fault: FaultName, ...about: readonly (string | number)[]): Death | null {
    const chance = this.chance(fault, ...about);
    if (!chance.sometimes(faults[fault].share)) return null;
    return { atWrite: chance.between(1, 2), writeArrives: chance.sometimes(0.5) };
  }

  count(fault: FaultName): void {
    this.#injected.set(fault, this.injected(fault) + 1);
  }

  injected(fault: FaultName): number {
    return this.#injected.get(fault) ?? 0;
  }
}

/** How a mail server behaves under these. `repeats` is told of each mail that it took and did not say so. */
export function moodsOf(faults: Faults, repeats: (messageId: string) => void): Moods {
  return (messageId, attempt) => {
    if (faults.strikes('mailRefused', messageId, attempt)) return 'refuses';
    if (faults.strikes('mailHangs', messageId, attempt)) return 'hangs';
    if (!faults.strikes('mailDropped', messageId, attempt)) return 'takes';
    repeats(messageId);
    return 'drops';
  };
}
