import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { Actor } from '../../domain/actor.ts';
import { dayOf } from '../../domain/calendar.ts';
import { cardOfEntry } from '../../domain/directory/entry.ts';
import { found, noSearch } from '../../domain/directory/search.ts';
import { matchedExperts } from '../../domain/experts/matching.ts';
import { EXPERTS_A_PAGE, type ExpertsForNeed } from '../../domain/experts/views.ts';
import type { Laureate } from '../../domain/laureates/laureate.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { ExpertsSought } from '../../domain/views.ts';
import { get } from '../collection.ts';
import { laureates } from '../collections/laureates.ts';
import { scopingNotes } from '../collections/scoping-notes.ts';
import { settingsInForce } from '../collections/settings.ts';
import { directoryEntries } from '../directory/index-document.ts';
import type { Warn } from '../warn.ts';

const unknownLaureate = refuse(
  'laureate-unknown',
  'Cette structure lauréate n’existe pas, ou ne vous est pas ouverte.',
);

/** Who suits a need, a page at a time, judged from the public cards alone: 4 reads, however many there are. */
export async function expertsForNeedView(
  firestore: Firestore,
  actor: Actor,
  asked: ExpertsSought & { readonly now: number; readonly warn: Warn },
): Promise<ExpertsForNeed | Refusal> {
  const { laureateId, subthemes, words } = asked;
  const refusal = can(actor, { action: 'requestMission', laureateId });
  if (refusal) return refusal;
  const [laureate, entries, { themes }] = await Promise.all([
    get(firestore, laureates, laureateId),
    directoryEntries(firestore, asked.warn),
    settingsInForce(firestore),
  ]);
  if (laureate === null) return unknownLaureate;
  const sought = { subthemes, region: laureate.region, today: dayOf(asked.now), themes };
  const matches = matchedExperts(found(entries, { ...noSearch, words }, themes).map(cardOfEntry), sought);
  const chosen = entries.filter(({ id }) => asked.chosenIds.includes(id)).map(cardOfEntry);
  const page = Math.min(asked.page, Math.max(0, Math.ceil(matches.length / EXPERTS_A_PAGE) - 1));
  return {
    found: matches.length,
    page,
    matches: matches.slice(page * EXPERTS_A_PAGE, (page + 1) * EXPERTS_A_PAGE),
    chosen: matchedExperts(chosen, sought),
    needs: await needsOf(firestore, laureate),
  };
}

/** What the note in force says, sub-theme by sub-theme. 1 read. */
async function needsOf(firestore: Firestore, { id, note }: Laureate): Promise<ExpertsForNeed['needs']> {
  const version = note && (await get(firestore, scopingNotes, id, String(note.version)));
  if (version?.content.kind !== 'form') return {};
  return Object.fromEntries(Object.entries(version.content.needs).map(([subtheme, { need }]) => [subtheme, need]));
}
