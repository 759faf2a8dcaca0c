import { isDeepStrictEqual } from 'node:util';
import type { DocumentSnapshot, Firestore, WriteBatch } from 'firebase-admin/firestore';
import { type DirectoryEntry, entryOf, inOrder } from '../../domain/directory/entry.ts';
import { get } from '../collection.ts';
import { CURRENT_INDEX, directoryIndex } from '../collections/directory-index.ts';
import { DIRECTORY, directory } from '../collections/experts.ts';
import { type Attempt, optimistically, rewrite } from '../optimistic.ts';
import type { Warn } from '../warn.ts';
import { packed, unpacked } from './packing.ts';
import { orNull } from './unreadable.ts';

type Entries = readonly DirectoryEntry[];

/** Changed with the shape of an entry: the next reader makes the index again. */
const SHAPE = 1;
/** How often a card is tried alone. */
const ALONE = 2;

/** What was unpacked last: the next request, of the same document, has nothing to unpack. */
const lastUnpacked = new WeakMap<Firestore, { readonly written: string; readonly entries: Entries }>();

/** Everybody in the directory, in order. One read, whatever their number; the very first one makes the index. */
export async function directoryEntries(firestore: Firestore, warn: Warn): Promise<Entries> {
  return (await entriesIn(await referenceTo(firestore).get(), warn)) ?? rebuildIndex(firestore, warn);
}

/**
 * Puts one card, or its absence, in the index. The index is read before the card: whoever writes an older card in between loses the race, and reads
 * again. Two reads, and one write where something changed. Many at once would lose to each other for ever: who has lost twice writes the cards of
 * all, a read each, and the others find theirs there. @throws BusyIndex after twelve lost races: the event comes back later.
 */
export async function indexCard(firestore: Firestore, expertId: string, warn: Warn): Promise<void> {
  let lost = 0;
  await untilWritten(firestore, async (snapshot, batch) => {
    const before = await entriesIn(snapshot, warn);
    const write = (all: Entries) => attempt({ batch, snapshot, stored: before }, all);
    if (before === null || lost >= ALONE) return write(await entriesOfCards(firestore, warn));
    lost += 1;
    const card = await get(firestore, directory, expertId);
    const entry = card && entryOf(card);
    // Most events are not about what a card shows: nothing is compressed for them.
    if (isDeepStrictEqual(entry, before.find(({ id }) => id === expertId) ?? null))
      return { answer: before, batch: null };
    const others = before.filter(({ id }) => id !== expertId);
    return write(entry === null ? others : [...others, entry]);
  });
}

/** The whole index from the cards: a read each. Nightly, for what was lost; and where there is none of this shape. */
export function rebuildIndex(firestore: Firestore, warn: Warn): Promise<Entries> {
  return untilWritten(firestore, async (snapshot, batch) => {
    const stored = await entriesIn(snapshot, warn);
    return attempt({ batch, snapshot, stored }, await entriesOfCards(firestore, warn));
  });
}

async function untilWritten(
  firestore: Firestore,
  write: (snapshot: DocumentSnapshot, batch: WriteBatch) => Promise<Attempt<Entries>>,
): Promise<Entries> {
  const done = await optimistically(firestore, async (batch) => write(await referenceTo(firestore).get(), batch));
  if (done === null) throw new BusyIndex();
  return done.answer;
}

interface Writing {
  readonly batch: WriteBatch;
  readonly snapshot: DocumentSnapshot;
  /** What the snapshot holds; null where it can't be read. */
  readonly stored: Entries | null;
}

/** Nothing is written where nothing would change. */
async function attempt({ batch, snapshot, stored }: Writing, all: Entries): Promise<Attempt<Entries>> {
  const cards = await packed(inOrder(all));
  const answer = await unpacked(cards);
  if (isDeepStrictEqual(answer, stored)) return { answer, batch: null };
  rewrite(batch, snapshot, directoryIndex.write({ shape: SHAPE, count: answer.length, cards }));
  return { answer, batch };
}

/** A card that can't be read is left out, and told: the others are shown. */
async function entriesOfCards(firestore: Firestore, warn: Warn): Promise<Entries> {
  const cards = await firestore.collection(DIRECTORY).where('published', '==', true).get();
  const { values, unreadable } = directory.readable(cards.docs);
  if (unreadable.length > 0) warn('the directory leaves out cards that can’t be read', { documents: unreadable });
  return values.map((card) => entryOf(card));
}

/** Null where there is no index, or one that can't be read: who meets it makes it again from the cards. */
function entriesIn(snapshot: DocumentSnapshot, warn: Warn): Promise<Entries | null> {
  return orNull(() => storedEntries(snapshot), warn);
}

/** Null where there is none, or one of another shape. @throws when what is stored is not what was written. */
async function storedEntries(snapshot: DocumentSnapshot): Promise<Entries | null> {
  const index = directoryIndex.read(snapshot);
  if (index === null || index.shape !== SHAPE) return null;
  const { firestore } = snapshot.ref;
  const written = snapshot.updateTime?.valueOf() ?? '';
  const last = lastUnpacked.get(firestore);
  if (last?.written === written) return last.entries;
  const entries = await unpacked(index.cards);
  lastUnpacked.set(firestore, { written, entries });
  return entries;
}

function referenceTo(firestore: Firestore) {
  return firestore.doc(directoryIndex.path(CURRENT_INDEX));
}

/** With the code of a lost race: it passes, and the event that met it comes back. */
class BusyIndex extends Error {
  readonly code = 10;
  constructor() {
    super('the index of the directory changes too often');
  }
}
