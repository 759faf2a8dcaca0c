import type { DocumentData } from 'firebase-admin/firestore';
import { type LedgerHead, ledgerHeadSchema, lineSchema } from '../../functions/src/store/collections/ledger.ts';
import { extendChain } from '../../functions/src/store/laureates/ledger-chain.ts';
import { linkHash } from '../../functions/src/store/proofs/chain.ts';

export interface Stored {
  readonly path: string;
  readonly fields: DocumentData;
}

const ledgerPath = /^laureates\/([^/]+)\/ledger\/[^/]+$/;
const headPath = /^laureates\/([^/]+)\/ledgerHead\/head$/;
const proofPath = /^proofs\//;

/** Hangs the lines and the proofs of a copy again, by the programme's own rules: what they say has changed, so that every hash has too. */
export function hungAgain(documents: readonly Stored[]): Stored[] {
  const ofLaureate = (path: RegExp) => Map.groupBy(documents, (document) => path.exec(document.path)?.[1] ?? '');
  const [lines, heads] = [ofLaureate(ledgerPath), ofLaureate(headPath)];
  const proofs = Map.groupBy(documents, ({ path, fields }) => (proofPath.test(path) ? String(fields.laureateId) : ''));
  const hung = [...heads].flatMap(([laureateId, [head]]) => {
    if (laureateId === '' || head === undefined) return [];
    const records = hungProofs(proofs.get(laureateId) ?? []);
    const ledger = hungLines(lines.get(laureateId) ?? [], laureateId);
    const before = ledgerHeadSchema.parse(withoutSchema(head.fields));
    const after: LedgerHead = { ...(ledger.head ?? before), laureateId, ...(records.last && { proofs: records.last }) };
    return [...ledger.lines, ...records.documents, { ...head, fields: { ...after, schema: 1 } }];
  });
  const again = new Map(hung.map((document) => [document.path, document]));
  return documents.map((document) => again.get(document.path) ?? document);
}

function hungLines(documents: readonly Stored[], laureateId: string) {
  const read = documents
    .map(({ path, fields }) => ({ path, line: lineSchema.parse(withoutSchema(fields)) }))
    .sort((one, other) => one.line.sequence - other.line.sequence);
  if (read.length === 0) return { lines: [], head: null };
  const entries = read.map(({ line }) => line.entry);
  const { lines, head } = extendChain(null, [], entries, laureateId);
  return { head, lines: read.map(({ path }, place) => ({ path, fields: { ...lines[place], schema: 1 } })) };
}

function hungProofs(documents: readonly Stored[]) {
  const placed = documents
    .filter(({ fields }) => fields.chain !== undefined)
    .sort((one, other) => one.fields.chain.sequence - other.fields.chain.sequence);
  let last: LedgerHead['proofs'];
  const hung = placed.map(({ path, fields }) => {
    const { chain, ...record } = withoutSchema(fields);
    const place = { sequence: Number(chain.sequence), previousHash: last?.hash ?? String(chain.previousHash) };
    const hash = linkHash(place, record);
    last = { sequence: place.sequence, hash };
    return { path, fields: { ...record, chain: { ...place, hash }, schema: 1 } };
  });
  return { documents: hung, last };
}

function withoutSchema({ schema: _schema, ...fields }: DocumentData): DocumentData {
  return fields;
}
