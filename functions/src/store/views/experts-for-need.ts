import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { Actor } from '../../domain/actor.ts';
import { dayOf } from '../../domain/calendar.ts';
import type { ExpertCard } from '../../domain/experts/card.ts';
import { matchedExperts } from '../../domain/experts/matching.ts';
import { EXPERTS_A_PAGE, type ExpertsForNeed } from '../../domain/experts/views.ts';
import type { Laureate } from '../../domain/laureates/laureate.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { ExpertsSought } from '../../domain/views.ts';
import { get } from '../collection.ts';
import { DIRECTORY, directory } from '../collections/experts.ts';
import { laureates } from '../collections/laureates.ts';
import { scopingNotes } from '../collections/scoping-notes.ts';
import { settingsInForce } from '../collections/settings.ts';

const unknownLaureate = refuse(
  'laureate-unknown',
  'Cette structure lauréate n’existe pas, ou ne vous est pas ouverte.',
);

/** Who suits a need, a page at a time, judged from the public cards alone. 3 reads and those of the cards. */
export async function expertsForNeedView(
  firestore: Firestore,
  actor: Actor,
  asked: ExpertsSought & { readonly now: number },
): Promise<ExpertsForNeed | Refusal> {
  const { laureateId, subthemes, words } = asked;
  const refusal = can(actor, { action: 'requestMission', laureateId });
  if (refusal) return refusal;
  const [laureate, cards, { themes }] = await Promise.all([
    get(firestore, laureates, laureateId),
    publishedCards(firestore),
    settingsInForce(firestore),
  ]);
  if (laureate === null) return unknownLaureate;
  const sought = { subthemes, words, region: laureate.region, today: dayOf(asked.now), themes };
  const found = matchedExperts(cards, sought);
  const chosen = cards.filter(({ id }) => asked.chosenIds.includes(id));
  const page = Math.min(asked.page, Math.max(0, Math.ceil(found.length / EXPERTS_A_PAGE) - 1));
  return {
    found: found.length,
    page,
    matches: found.slice(page * EXPERTS_A_PAGE, (page + 1) * EXPERTS_A_PAGE),
    chosen: matchedExperts(chosen, { ...sought, words: '' }),
    needs: await needsOf(firestore, laureate),
  };
}

/** The most that are compared: beyond, those whose names come first. */
const MOST_CARDS = 2_000;

/** Every published card, by name. 1 query, and a read a card. */
async function publishedCards(firestore: Firestore): Promise<ExpertCard[]> {
  const found = await firestore
    .collection(DIRECTORY)
    .where('published', '==', true)
    .orderBy('company')
    .limit(MOST_CARDS)
    .get();
  return directory.list(found.docs);
}

/** What the note in force says, sub-theme by sub-theme. 1 read. */
async function needsOf(firestore: Firestore, { id, note }: Laureate): Promise<ExpertsForNeed['needs']> {
  const version = note && (await get(firestore, scopingNotes, id, String(note.version)));
  if (version?.content.kind !== 'form') return {};
  return Object.fromEntries(Object.entries(version.content.needs).map(([subtheme, { need }]) => [subtheme, need]));
}
