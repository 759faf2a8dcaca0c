import type { Firestore } from 'firebase-admin/firestore';
import { currentSiret, type Laureate } from '../../domain/laureates/laureate.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import type { LedgerFault } from '../../domain/subsidy/ledger-fault.ts';
import { type Statement, type StatementKind, statementOf } from '../../domain/subsidy/statement.ts';
import { get } from '../collection.ts';
import { accounts } from '../collections/accounts.ts';
import { laureates } from '../collections/laureates.ts';
import type { LedgerLine } from '../collections/ledger.ts';
import { settingsInForce } from '../collections/settings.ts';
import { shares, sharesOf } from '../collections/shares.ts';
import { ledgerNow } from './ledger-reading.ts';

export interface StatementAsked {
  readonly laureateId: string;
  readonly kind: StatementKind;
  readonly at: number;
  /** The line that the statement ends at, so that one made later says what was so when it was asked for; null for all there are. */
  readonly until: number | null;
}

export interface ReadStatement {
  readonly statement: Statement;
  readonly laureate: Laureate;
  readonly settings: ProgrammeSettings;
  /** The first thing that differs in the ledger; null when it holds. */
  readonly fault: LedgerFault | null;
}

/**
 * A laureate's statement from its ledger; null when there is no such laureate. A read a line, a share and a person who decided. A
 * statement of a broken ledger is readable too, and told to be one: each decision on it is refused elsewhere.
 */
export async function readStatement(firestore: Firestore, asked: StatementAsked): Promise<ReadStatement | null> {
  const { laureateId, kind, at, until } = asked;
  const [laureate, settings, account, parts] = await Promise.all([
    get(firestore, laureates, laureateId),
    settingsInForce(firestore),
    ledgerNow(firestore, laureateId),
    firestore.collection(sharesOf(laureateId)).orderBy('since').get(),
  ]);
  if (laureate === null) return null;
  const kept = account.lines.filter(({ sequence }) => until === null || sequence <= until);
  const last = kept.at(-1);
  const statement = statementOf({
    kind,
    at,
    settings,
    laureate: { id: laureateId, name: laureate.name, siret: currentSiret(laureate) },
    entries: kept.map(({ entry }) => entry),
    shares: shares.list(parts.docs),
    head: last ? { sequence: last.sequence, hash: last.hash } : null,
    names: await namesOf(firestore, kept),
  });
  return { statement, laureate, settings, fault: account.fault };
}

/** Who decided each line, as they are called today: lines keep an account, and names change less often than people leave. */
async function namesOf(firestore: Firestore, lines: readonly LedgerLine[]): Promise<Record<string, string>> {
  const uids = [...new Set(lines.map(({ entry }) => entry.by))];
  if (uids.length === 0) return {};
  const found = await firestore.getAll(...uids.map((uid) => firestore.doc(accounts.path(uid))));
  const people = found.flatMap((snapshot) => accounts.read(snapshot) ?? []);
  return Object.fromEntries(people.map(({ uid, name }) => [uid, name]));
}
