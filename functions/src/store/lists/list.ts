import { deflateSync, inflateSync } from 'node:zlib';
import type {
  DocumentSnapshot,
  Firestore,
  Query,
  QueryDocumentSnapshot,
  QuerySnapshot,
} from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import * as z from 'zod';
import { SECOND } from '../../domain/calendar.ts';
import { type ListHead, listChunks, listHeads } from '../collections/lists.ts';
import { cameFirst } from '../lost-race.ts';
import { rewrite } from '../optimistic.ts';
import { Snapshot } from '../snapshot.ts';

/** A collection that is shown as a list: what of each document a line keeps, and the two ways in which its documents are read. */
export interface List<Row extends { readonly id: string }> {
  readonly name: 'missions' | 'laureates' | 'experts';
  readonly row: z.ZodType<Row>;
  /** Null for a document that can't be read: it is in no list, and must not hide the others. */
  readonly rowOf: (document: QueryDocumentSnapshot) => Row | null;
  readonly all: (firestore: Firestore) => Query;
  readonly changedSince: (firestore: Firestore, since: Timestamp) => Query;
}

/** A line and the version of the document it was made from, in microseconds: whichever is the newest is shown. */
interface Line<Row> {
  readonly at: number;
  readonly row: Row;
}

interface Kept<Row> {
  readonly head: ListHead;
  readonly snapshot: DocumentSnapshot;
  readonly chunks: readonly (readonly Line<Row>[])[];
}

const ROWS_A_CHUNK = 500;
const DOCUMENTS_AT_ONCE = 1_000;
/** Beyond that many changes since the lines were gathered, who reads them gathers them again. */
const MOST_UNGATHERED = 40;
/** Readers that gather while a night makes the list again: who loses more has met something else. */
const MOST_LOST = 5;
/** Two commits may be seen in another order than their instants say: a change this close to the last gathering is read again. */
const OVERLAP = 10 * SECOND;

/**
 * Every line of a list, as it is now: the chunks that hold them (1 read for 500), and the documents changed since (40 at most, but for those that an
 * import has just made). No trigger keeps it, so that an action costs nothing more and its page shows it at once; gathering again is left to
 * whoever finds too much to read.
 */
export async function readList<Row extends { readonly id: string }>(
  firestore: Firestore,
  list: List<Row>,
): Promise<readonly Row[]> {
  const found = await Snapshot.read(firestore, (snapshot) => readTogether(snapshot, list));
  if (found === null) return rowsOf((await gatherAll(firestore, list)).chunks);
  const { changed, chunks } = found;
  const fresh = freshOf(list, chunks, changed.docs);
  const merged = merge(chunks, fresh);
  if (fresh.size > MOST_UNGATHERED) await write(firestore, list, found, merged, changed.readTime.toMillis());
  return rowsOf(merged);
}

/**
 * The head, its chunks and what changed since, all of one instant: whoever gathers meanwhile writes them together, and one of before beside one of after
 * would show a line twice, or not at all. No lock, and the same reads. Null when there is no list, or one that can't be read.
 */
async function readTogether<Row extends { readonly id: string }>(
  snapshot: Snapshot,
  list: List<Row>,
): Promise<(Kept<Row> & { readonly changed: QuerySnapshot }) | null> {
  const [document] = await snapshot.documents([listHeads.path(list.name)]);
  const head = document === undefined ? null : listHeads.read(document);
  if (document === undefined || head === null) return null;
  const since = Timestamp.fromMillis(Math.max(0, head.upTo - OVERLAP));
  const [chunks, changed] = await Promise.all([
    readChunks(snapshot, list, head),
    snapshot.query(list.changedSince(snapshot.firestore, since)),
  ]);
  return chunks === null ? null : { head, snapshot: document, chunks, changed };
}

/**
 * Makes a list again each night, so that what was deleted, or written by hand, is not shown for longer. Unlike a reader it does not give way to one that
 * gathers meanwhile, which would keep those lines for a day more. Nightly it is 900 reads for 600 missions, a hundred times that for a hundred times as many.
 *
 * @throws Error when it loses too many races: nothing was made again.
 */
export async function rebuildList<Row extends { readonly id: string }>(
  firestore: Firestore,
  list: List<Row>,
): Promise<void> {
  for (let lost = 0; lost < MOST_LOST; lost += 1) {
    if ((await gatherAll(firestore, list)).written) return;
  }
  throw new Error(`the list of ${list.name} could not be made again`);
}

/** From every document: 1 read each, a thousand at a time. A reader does it where there is no list, or one that can't be read. */
async function gatherAll<Row extends { readonly id: string }>(
  firestore: Firestore,
  list: List<Row>,
): Promise<{ readonly chunks: readonly (readonly Line<Row>[])[]; readonly written: boolean }> {
  const snapshot = await firestore.doc(listHeads.path(list.name)).get();
  const lines: Line<Row>[] = [];
  let upTo: number | null = null;
  let last: QueryDocumentSnapshot | undefined;
  do {
    const query = list.all(firestore).limit(DOCUMENTS_AT_ONCE);
    const found = await (last === undefined ? query : query.startAfter(last)).get();
    // Of the first page: what changes while the others are read is asked for again.
    upTo ??= found.readTime.toMillis();
    lines.push(...found.docs.flatMap((document) => lineOf(list, document)));
    last = found.size === DOCUMENTS_AT_ONCE ? found.docs.at(-1) : undefined;
  } while (last !== undefined);
  const chunks = inChunks(lines);
  const head = listHeads.read(snapshot) ?? { upTo: 0, chunks: 0 };
  return { chunks, written: await write(firestore, list, { head, snapshot, chunks: [] }, chunks, upTo) };
}

/** Null when one is missing or of another shape: the list is then made again. */
async function readChunks<Row extends { readonly id: string }>(
  snapshot: Snapshot,
  list: List<Row>,
  { chunks: count }: ListHead,
): Promise<Line<Row>[][] | null> {
  const paths = Array.from({ length: count }, (_, chunk) => listChunks.path(list.name, `${chunk}`));
  const lines = z.array(z.object({ at: z.number(), row: list.row }));
  const chunks: Line<Row>[][] = [];
  for (const document of await snapshot.documents(paths)) {
    const stored = listChunks.read(document);
    const read = stored && lines.safeParse(JSON.parse(inflateSync(stored.rows).toString()));
    if (!read?.success) return null;
    chunks.push(read.data);
  }
  return chunks;
}

function freshOf<Row extends { readonly id: string }>(
  list: List<Row>,
  chunks: readonly (readonly Line<Row>[])[],
  changed: readonly QueryDocumentSnapshot[],
): ReadonlyMap<string, Line<Row>> {
  const known = new Map(chunks.flat().map(({ at, row }) => [row.id, at]));
  const lines = changed.flatMap((document) => lineOf(list, document));
  return new Map(lines.filter(({ at, row }) => at > (known.get(row.id) ?? -1)).map((line) => [line.row.id, line]));
}

/** Lines stay in their chunk, so that few are written; new ones go to the last, and to new ones once it is full. */
function merge<Row extends { readonly id: string }>(
  chunks: readonly (readonly Line<Row>[])[],
  fresh: ReadonlyMap<string, Line<Row>>,
): (readonly Line<Row>[])[] {
  if (fresh.size === 0) return [...chunks];
  const replaced = chunks.map((chunk) =>
    chunk.some(({ row }) => fresh.has(row.id)) ? chunk.map((line) => fresh.get(line.row.id) ?? line) : chunk,
  );
  const known = new Set(chunks.flat().map(({ row }) => row.id));
  const added = [...fresh.values()].filter(({ row }) => !known.has(row.id));
  if (added.length === 0) return replaced;
  return [...replaced.slice(0, -1), ...inChunks([...(replaced.at(-1) ?? []), ...added])];
}

function inChunks<Item>(lines: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(lines.length / ROWS_A_CHUNK) }, (_, chunk) =>
    lines.slice(chunk * ROWS_A_CHUNK, (chunk + 1) * ROWS_A_CHUNK),
  );
}

/**
 * In one commit, if nobody else gathered meanwhile, and answers whether it did: a reader that loses that race has read the same lines, and shows them all the
 * same. A commit holds 10 MB, which is some 80 000 lines.
 */
async function write<Row>(
  firestore: Firestore,
  { name }: { readonly name: string },
  before: Kept<Row>,
  chunks: readonly (readonly Line<Row>[])[],
  upTo: number,
): Promise<boolean> {
  const batch = firestore.batch();
  for (const [index, chunk] of chunks.entries()) {
    if (chunk === before.chunks[index]) continue;
    const rows = deflateSync(JSON.stringify(chunk));
    batch.set(firestore.doc(listChunks.path(name, `${index}`)), listChunks.write({ rows }));
  }
  // A list that became shorter keeps no line of whom it lost.
  for (let gone = chunks.length; gone < before.head.chunks; gone += 1) {
    batch.delete(firestore.doc(listChunks.path(name, `${gone}`)));
  }
  rewrite(batch, before.snapshot, listHeads.write({ upTo, chunks: chunks.length }));
  return cameFirst(batch.commit());
}

function lineOf<Row extends { readonly id: string }>(list: List<Row>, document: QueryDocumentSnapshot): Line<Row>[] {
  const row = list.rowOf(document);
  const { seconds, nanoseconds } = document.updateTime;
  return row === null ? [] : [{ at: seconds * 1_000_000 + Math.floor(nanoseconds / 1_000), row }];
}

function rowsOf<Row>(chunks: readonly (readonly Line<Row>[])[]): Row[] {
  return chunks.flatMap((chunk) => chunk.map(({ row }) => row));
}
