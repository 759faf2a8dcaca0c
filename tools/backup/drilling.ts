import { isDeepStrictEqual } from 'node:util';
import { formatEuros } from '../../functions/src/domain/money.ts';
import type { Size } from '../seed/programme.ts';
import { seedProgramme } from '../seed/seed.ts';
import type { Place } from '../seed/world.ts';
import { allHold, type Checked, checkRestored, type Restored, reportOf, wholeness } from './checking.ts';
import type { Documents } from './documents.ts';
import { exportProject } from './exporting.ts';
import { faultsOf, isEmpty, restoreProject } from './restoring.ts';
import { accountsHold, openPages } from './soundness.ts';

export interface Drilling {
  readonly place: Place;
  readonly documents: Documents;
  readonly project: string;
  readonly folder: string;
  /** Empties the emulators. Nothing of ours can empty a real project. */
  readonly wipe: () => Promise<void>;
  readonly say: (line: string) => void;
}

/** Fills the emulators with a programme, keeps it, loses all of it, puts it back, and looks at everything. Whether nothing differs. */
export async function drillDemonstration(
  drilling: Drilling,
  { size, now }: { readonly size: Size; readonly now: number },
): Promise<boolean> {
  const { place, say } = drilling;
  const { firestore, bucket } = place;
  await seedProgramme(place, { now, size, progress: say });
  await openPages(firestore);
  const before = await accountsHold(firestore);
  await exportProject({ ...drilling, bucket, at: null });
  const { checked, total } = await lostThenRestored(drilling, true);
  const isSame = isDeepStrictEqual(total, before.total) && before.findings.length === 0;
  const sums = isSame ? [] : [`Il restait ${formatEuros(before.total.remainingCents)} aux lauréats.`];
  return conclude([...checked, { what: 'les mêmes sommes qu’avant', findings: sums }], say);
}

/** The same of an export of a live project: whether what was kept there is enough to start again. */
export async function drillExport(drilling: Drilling): Promise<boolean> {
  return conclude((await lostThenRestored(drilling, false)).checked, drilling.say);
}

async function lostThenRestored(
  drilling: Drilling,
  still: boolean,
): Promise<Pick<Restored, 'checked'> & Partial<Restored>> {
  const { place, folder, say, wipe } = drilling;
  const restoring = { ...drilling, bucket: place.bucket };
  const whole = wholeness(await faultsOf(folder));
  if (!allHold([whole])) return { checked: [whole] };
  await wipe();
  const empty = { what: 'tout est effacé', findings: (await isEmpty(restoring)) ? [] : ['Il reste quelque chose.'] };
  await restoreProject(restoring);
  say('Tout est relu…');
  const { checked, total } = await checkRestored({ ...restoring, firestore: place.firestore, still });
  return { checked: [whole, empty, ...checked], total };
}

function conclude(checked: readonly Checked[], say: (line: string) => void): boolean {
  for (const line of reportOf(checked)) say(line);
  say(allHold(checked) ? 'Rien n’est perdu.' : 'Quelque chose manque ou a changé.');
  return allHold(checked);
}
