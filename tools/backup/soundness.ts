import type { Firestore, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { figuresOf } from '../../functions/src/domain/figures/figures.ts';
import type { Balance } from '../../functions/src/domain/subsidy/ledger.ts';
import { faultSentence } from '../../functions/src/domain/subsidy/ledger-fault.ts';
import { totalBalance } from '../../functions/src/domain/subsidy/position.ts';
import { firstDifference, isShownLate } from '../../functions/src/domain/subsidy/reconciliation.ts';
import { figures } from '../../functions/src/store/collections/figures.ts';
import { files } from '../../functions/src/store/collections/files.ts';
import { directoryEntries, rebuildIndex } from '../../functions/src/store/directory/index-document.ts';
import { keptFigures } from '../../functions/src/store/figures/making.ts';
import { readFiguresFacts } from '../../functions/src/store/figures/reading.ts';
import { canonicalJson } from '../../functions/src/store/hash.ts';
import { laureatesToReconcile, readAccounts } from '../../functions/src/store/laureates/reconciling.ts';
import { type List, readList } from '../../functions/src/store/lists/list.ts';
import { expertList, laureateList, missionList } from '../../functions/src/store/lists/lists.ts';
import { finder, type Known } from '../stored/collections.ts';
import type { Line } from './documents.ts';
import { plainFields } from './values.ts';

/** What is found wrong, a sentence each; empty when all holds. */
export type Findings = readonly string[];

/** Looks at each document as it passes: whether the code of today reads it, and which file it promises. */
export class Reading {
  readonly #find: (path: string) => Known | null;
  readonly #findings: string[] = [];
  /** The hash that each file is said to have, by where it is kept. */
  readonly promised = new Map<string, string>();

  constructor(known: readonly Known[]) {
    this.#find = finder(known);
  }

  see({ path, fields }: Line): void {
    const known = this.#find(path);
    if (known === null) {
      this.#findings.push(`${path} n’est d’aucune collection connue.`);
      return;
    }
    const stored = plainFields(fields);
    if (known.readers.some((reader) => !reader.parsed(stored).success)) this.#findings.push(`${path} ne se lit plus.`);
    const file = known.shape === 'files/{}' ? files.parsed(stored) : null;
    if (file?.success) this.promised.set(file.data.path, file.data.sha256);
  }

  get findings(): Findings {
    return this.#findings;
  }
}

/** Each file that a document names, with the hash that it names. */
export function missingFiles(promised: ReadonlyMap<string, string>, kept: ReadonlyMap<string, string>): Findings {
  return [...promised].flatMap(([path, sha256]) =>
    kept.get(path) === sha256 ? [] : [`${path} n’est pas le fichier que son document nomme.`],
  );
}

/** Ledgers, proofs, shares, invoices and shown balances, laureate by laureate, and what they come to together. */
export async function accountsHold(
  firestore: Firestore,
): Promise<{ readonly findings: Findings; readonly total: Balance }> {
  const findings: string[] = [];
  const balances: Balance[] = [];
  for (const laureateId of await laureatesToReconcile(firestore)) {
    const accounts = (await readAccounts(firestore, laureateId))?.accounts;
    if (accounts === undefined) continue;
    const fault = firstDifference(accounts);
    if (fault !== null) findings.push(`${laureateId} : ${faultSentence(fault)}`);
    else if (isShownLate(accounts)) findings.push(`${laureateId} : le solde affiché n’est pas celui du registre.`);
    balances.push(accounts.shownBalance);
  }
  return { findings, total: totalBalance(balances) };
}

/** Has lists and index made, as the first reader of each page does: a drill must have them to lose. */
export async function openPages(firestore: Firestore): Promise<void> {
  await readList(firestore, missionList);
  await readList(firestore, laureateList);
  await readList(firestore, expertList);
  await directoryEntries(firestore, () => undefined);
}

/**
 * What is made from the rest, made again: it must be what was kept. Nothing is written, but where nothing was kept. Figures are of the night before: only those
 * of a programme where nothing happened since can be compared (`still`).
 */
export async function derivedHold(firestore: Firestore, still: boolean): Promise<Findings> {
  const told: string[] = [];
  const warn = (message: string) => void told.push(message);
  const before = await directoryEntries(firestore, warn);
  const isSame = {
    'La liste de l’annuaire': same(before, await rebuildIndex(firestore, warn)),
    'La liste des missions': await listHolds(firestore, missionList),
    'La liste des lauréats': await listHolds(firestore, laureateList),
    'La liste des experts': await listHolds(firestore, expertList),
    'La page des chiffres': !still || (await figuresHold(firestore)),
  };
  const differing = Object.entries(isSame).flatMap(([what, holds]) => (holds ? [] : [what]));
  return [...told, ...differing.map((what) => `${what} : refaite, elle n’est pas ce qui était gardé.`)];
}

const DOCUMENTS_AT_ONCE = 500;

const same = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other);

async function listHolds<Row extends { readonly id: string }>(firestore: Firestore, list: List<Row>): Promise<boolean> {
  const rows: Row[] = [];
  let last: QueryDocumentSnapshot | undefined;
  do {
    const query = list.all(firestore).limit(DOCUMENTS_AT_ONCE);
    const found = await (last === undefined ? query : query.startAfter(last)).get();
    rows.push(...found.docs.flatMap((document) => list.rowOf(document) ?? []));
    last = found.size === DOCUMENTS_AT_ONCE ? found.docs.at(-1) : undefined;
  } while (last !== undefined);
  return same(byId(await readList(firestore, list)), byId(rows));
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
  Object.fromEntries(rows.map((row) => [row.id, row]));

async function figuresHold(firestore: Firestore): Promise<boolean> {
  const kept = await keptFigures(firestore);
  if (kept === null) return false;
  return same(figures.write(kept), figures.write(figuresOf(await readFiguresFacts(firestore, kept.at))));
}
