import type { Query, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import type { Instant } from '../../domain/calendar.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import { categories, type Keep } from '../../domain/retention/categories.ts';
import { isOver } from '../../domain/retention/closing.ts';
import { collections } from '../../domain/retention/collections.ts';
import { cutoff } from '../../domain/retention/lengths.ts';
import { get } from '../collection.ts';
import { retentionProgress } from '../collections/retention.ts';
import { cameFirst, lostRaceOrGone } from '../lost-race.ts';
import { type Looking, type Sweep, type Sweeping, type SweepName, sweeps } from './sweeps.ts';

/** Documents at once, and pages a night: 4 000 of a collection, the rest the next nights. A commit takes 500 writes, and a file is three. */
const AT_ONCE = 160;
const MOST_PAGES = 25;

type Closed = Pick<ProgrammeSettings, 'dates'> | null;

/** Up to when what such a category keeps is past its time; null while the programme is not closed for long enough, or staff were not told of it (`exchanges.ts`). */
function pastTime(keep: Keep, closed: Closed, now: Instant): Instant | null {
  switch (keep.kind) {
    case 'whileUsed':
      return null;
    case 'since':
      return cutoff(now, keep);
    case 'afterClosing':
      // Both: a closing that is typed wrong ends nothing that was written lately.
      return closed !== null && isOver(closed, keep.months, now) ? cutoff(now, { months: keep.months }) : null;
    default:
      return keep satisfies never;
  }
}

/** Ends what is past its time in one collection, a bounded number of pages. Answers how many documents it looked at. A night that stops is taken up by the next. */
export async function sweep(name: SweepName, looking: Looking, closed: Closed): Promise<number> {
  const row: Sweep = sweeps[name];
  const before = pastTime(categories[row.category ?? collections[name].category].keep, closed, looking.now);
  if (before === null) return 0;
  const sweeping: Sweeping = { ...looking, before };
  let seen = 0;
  let query = await resumed(name, row, row.due(sweeping.firestore, before), sweeping);
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { docs } = await query.limit(AT_ONCE).get();
    await endPage(row, docs, sweeping);
    seen += docs.length;
    const last = docs.at(-1);
    if (last !== undefined && row.passesBy !== undefined) {
      const at: unknown = last.get(row.passesBy);
      query = query.startAfter(at, last.id);
      await sweeping.firestore
        .doc(retentionProgress.path(name))
        .set(retentionProgress.write({ at: typeof at === 'number' ? at : 0, after: last.id }));
    } else if (last !== undefined) {
      // Some of this page may stay, and would be found again.
      query = query.startAfter(last);
    }
    if (docs.length < AT_ONCE) break;
  }
  return seen;
}

async function resumed(name: SweepName, row: Sweep, query: Query, { firestore }: Sweeping): Promise<Query> {
  const progress = row.passesBy === undefined ? null : await get(firestore, retentionProgress, name);
  return progress === null ? query : query.startAfter(progress.at, progress.after);
}

/** All at once; where somebody wrote to one of them meanwhile, each alone, and that one is left as it is. */
async function endPage(row: Sweep, page: readonly QueryDocumentSnapshot[], sweeping: Sweeping): Promise<void> {
  if (page.length === 0) return;
  if (await ended(row, page, sweeping)) return;
  for (const snapshot of page) await ended(row, [snapshot], sweeping);
}

async function ended(row: Sweep, page: readonly QueryDocumentSnapshot[], sweeping: Sweeping): Promise<boolean> {
  const batch = sweeping.firestore.batch();
  await row.end(page, batch, sweeping);
  return cameFirst(batch.commit(), lostRaceOrGone);
}
