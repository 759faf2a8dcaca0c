import { MINUTE } from '../../domain/calendar.ts';
import { categories } from '../../domain/retention/categories.ts';
import { closingDay, isOver } from '../../domain/retention/closing.ts';
import { savedSettings } from '../collections/settings.ts';
import { openMissing } from '../staff/missing-tasks.ts';
import { programmeOverTask } from '../staff/task-makers.ts';
import { approvedErasures, carryOut, type Erasing } from './erasing.ts';
import { exchangesClosed } from './exchanges.ts';
import { watchInactivity } from './inactive-experts.ts';
import { sweep } from './sweeping.ts';
import { type SweepName, sweeps } from './sweeps.ts';

/** A function may last nine minutes: after seven, no erasure begins another page, and the next night goes on. */
const LONGEST = 7 * MINUTE;

export interface Night extends Omit<Erasing, 'until'> {
  /** Told of what failed: the rows after it are done all the same. */
  readonly onFailure: (what: string, error: unknown) => void;
}

const isSweep = (name: string): name is SweepName => Object.hasOwn(sweeps, name);
const sweepNames = Object.keys(sweeps).filter(isSweep);

/** Everything that the table asks of one night. May be done again, the same night or after one that stopped. Answers how many rows failed. */
export async function applyRetention({ onFailure, ...night }: Night): Promise<number> {
  const { firestore, bucket, clock, warn } = night;
  const now = clock();
  const saved = await savedSettings(firestore);
  let failed = 0;
  const guarded = <Result>(what: string, work: () => Promise<Result>): Promise<Result | null> =>
    work().catch((error: unknown) => {
      failed += 1;
      onFailure(what, error);
      return null;
    });
  const closed = await guarded('exchanges', () => exchangesClosed(firestore, saved, now));
  for (const name of sweepNames) await guarded(name, () => sweep(name, { firestore, bucket, now }, closed));
  await guarded('experts', () => watchInactivity(firestore, { now, warn }));
  for (const request of await approvedErasures(firestore)) {
    await guarded('erasure', () => carryOut({ ...night, until: now + LONGEST }, request));
  }
  if (saved !== null && isOver(saved, categories.subsidy.keep.months, now)) {
    // What ten years kept is never deleted by a clock alone: staff are told once, and `docs/rgpd.md` says what they then do.
    await guarded('programme', () => openMissing(firestore, programmeOverTask(closingDay(saved))));
  }
  return failed;
}
