import type { Firestore } from 'firebase-admin/firestore';
import type { Instant } from '../../functions/src/domain/calendar.ts';
import { summaryOf } from '../../functions/src/domain/summaries/figures.ts';
import { lastPeriod, summaryKindNames } from '../../functions/src/domain/summaries/periods.ts';
import { emails } from '../../functions/src/store/collections/accounts.ts';
import { settingsInForce } from '../../functions/src/store/collections/settings.ts';
import { currentSummaries, summaries } from '../../functions/src/store/collections/summaries.ts';
import { rebuildIndex } from '../../functions/src/store/directory/index-document.ts';
import { makeFigures } from '../../functions/src/store/figures/making.ts';
import { rebuildList } from '../../functions/src/store/lists/list.ts';
import { expertList, laureateList, missionList } from '../../functions/src/store/lists/lists.ts';
import { emailPath } from '../../functions/src/store/people/accounts.ts';
import { makeCurrentSummary } from '../../functions/src/store/summaries/making.ts';
import { readSummaryFacts } from '../../functions/src/store/summaries/reading.ts';
import type { Warn } from '../../functions/src/store/warn.ts';
import { inParallel, overseers } from '../seed/world.ts';
import { hungAgain, type Stored } from './chains.ts';
import { copied, copiedUnder } from './copied.ts';
import { type Renaming, renamedValue, renamer } from './renaming.ts';

/** What one batch may hold, and how many leave at once: the emulator gains nothing from more. */
const DOCUMENTS_A_BATCH = 400;
const BATCHES_AT_ONCE = 4;

/** Nothing of a copied programme is damaged: what the store would warn of is a fault of the copying. */
export const fails: Warn = (message, details) => {
  throw new Error(`${message}: ${JSON.stringify(details)}`);
};

/** A programme as it is read once, to be copied. */
export interface Original {
  readonly documents: readonly Stored[];
  readonly renaming: Renaming;
}

/** `leaves`: documents that copies go without, for whoever measures something else on a small machine. */
export async function readOriginal(
  firestore: Firestore,
  leaves: (document: Stored) => boolean = () => false,
): Promise<Original> {
  const documents = await readProgramme(firestore);
  return {
    documents: documents.filter((document) => !leaves(document)),
    renaming: await renamingOf(firestore, documents),
  };
}

/**
 * Fills an emulator with copies of the programme that was there: the same people and missions under other ids, names, numbers and addresses, their ledgers
 * and proofs hung again. No step is played, so that ten times the demonstration is there in a minute; files are named and their bytes are not copied. What
 * is made from the whole programme is not touched: `gatherAgain` makes it. `from` and `to`: how many programmes there are, and will be.
 */
export async function addCopies(
  firestore: Firestore,
  original: Original,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  for (let copy = from; copy < to; copy += 1) await writeAll(firestore, copyOf(original, copy));
}

/** As many programmes in all, and what the nights make of them. */
export async function multiply(
  firestore: Firestore,
  asked: { readonly times: number; readonly now: Instant; readonly progress: (line: string) => void },
): Promise<void> {
  const { times, now, progress } = asked;
  progress(`${times} programmes in all…`);
  await addCopies(firestore, await readOriginal(firestore), { from: 1, to: times });
  progress('Their lists, directory, figures and summaries…');
  await gatherAgain(firestore, now);
}

/** What the nights make from the whole programme, as they make it. */
export async function gatherAgain(firestore: Firestore, now: Instant): Promise<void> {
  await rebuildIndex(firestore, fails);
  await rebuildList(firestore, missionList);
  await rebuildList(firestore, laureateList);
  await rebuildList(firestore, expertList);
  await makeFigures(firestore, now);
  for (const kind of summaryKindNames) {
    const period = lastPeriod(kind, now);
    const summary = summaryOf(await readSummaryFacts(firestore, period, now));
    await firestore.doc(summaries.path(period.id)).set(summaries.write(summary));
    // One that was made in this very minute would be taken as up to date.
    await firestore.doc(currentSummaries.path(kind)).delete();
    await makeCurrentSummary(firestore, kind, now);
  }
}

async function readProgramme(firestore: Firestore): Promise<Stored[]> {
  const tops = copied.map((name) => firestore.collection(name));
  const under = copiedUnder.map((name) => firestore.collectionGroup(name));
  const read = await inParallel([...tops, ...under], BATCHES_AT_ONCE, (query) => query.get());
  const ofOverseers = Object.values(overseers).map(({ uid }) => `accounts/${uid}`);
  return read
    .flatMap(({ docs }) => docs.map((document) => ({ path: document.ref.path, fields: document.data() })))
    .filter(({ path }) => copied.some((name) => path.startsWith(`${name}/`)))
    .filter(({ path }) => !ofOverseers.some((own) => path.startsWith(own)));
}

async function renamingOf(firestore: Firestore, source: readonly Stored[]): Promise<Renaming> {
  const { contact } = await settingsInForce(firestore);
  const named = (path: RegExp, field: string) =>
    source.filter((document) => path.test(document.path)).map(({ fields }) => String(fields[field]));
  return {
    ids: new Set(source.map(({ path }) => path.slice(path.lastIndexOf('/') + 1))),
    organisations: [...named(/^laureates\/[^/]+$/, 'name'), ...named(/^experts\/[^/]+$/, 'company')],
    sameAddresses: new Set([contact.email, ...Object.values(overseers).map(({ email }) => email)]),
  };
}

function copyOf({ documents: source, renaming }: Original, copy: number): Stored[] {
  const rename = renamer(renaming, copy);
  // A mail about the whole programme names nobody in its path: there is one, however many programmes.
  const own = source.filter(({ path }) => rename(path) !== path);
  const documents = own.map(({ path, fields }) => {
    const renamed = Object.entries(fields).map(([field, value]) => [field, renamedValue(value, rename)]);
    return { path: rename(path), fields: Object.fromEntries(renamed) };
  });
  const addresses = documents.flatMap(({ path, fields }) =>
    /^accounts\/[^/]+$/.test(path)
      ? [{ path: emailPath(String(fields.email)), fields: emails.write({ uid: String(fields.uid) }) }]
      : [],
  );
  return [...hungAgain(documents), ...addresses];
}

async function writeAll(firestore: Firestore, documents: readonly Stored[]): Promise<void> {
  const firsts = Array.from(
    { length: Math.ceil(documents.length / DOCUMENTS_A_BATCH) },
    (_, place) => place * DOCUMENTS_A_BATCH,
  );
  await inParallel(firsts, BATCHES_AT_ONCE, async (first) => {
    const batch = firestore.batch();
    for (const { path, fields } of documents.slice(first, first + DOCUMENTS_A_BATCH))
      batch.create(firestore.doc(path), fields);
    await batch.commit();
  });
}
