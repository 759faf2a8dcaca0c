import type { DocumentSnapshot, Firestore, WriteBatch } from 'firebase-admin/firestore';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { balanceOf } from '../../domain/subsidy/ledger.ts';
import { faultSentence, type LedgerFault } from '../../domain/subsidy/ledger-fault.ts';
import { get } from '../collection.ts';
import { journalLine } from '../collections/journal.ts';
import { laureates } from '../collections/laureates.ts';
import { type LedgerHead, type LedgerLine, ledger, ledgerHeads, ledgerOf } from '../collections/ledger.ts';
import { canonicalJson } from '../hash.ts';
import { rewrite } from '../optimistic.ts';
import { lastLinked } from '../proofs/chain.ts';
import { proofsNow } from '../proofs/chain-reading.ts';
import { chainFault, extendChain, inOrder } from './ledger-chain.ts';
import { ledgerNow, type ReadLedger, readLedger } from './ledger-reading.ts';

export interface RepairAsked {
  readonly laureateId: string;
  readonly reason: string;
  readonly byName: string;
  readonly now: number;
  /** Of the journal's line. */
  readonly lineId: string;
}

/** What a backup keeps of a ledger: enough to put any of its lines back. */
export interface LedgerExport {
  readonly laureateId: string;
  readonly lines: readonly LedgerLine[];
}

const nothingToDo = refuse('nothing-to-repair', 'Rien à réparer : ce registre est déjà dans cet état.');
const noReason = refuse('reason-missing', 'Dites pourquoi : la raison est gardée dans le journal.');
const otherLaureate = refuse('other-laureate', 'Cette sauvegarde est celle d’un autre lauréat. Rien n’a été changé.');

/** Puts back the lines of an export that are no longer stored as they were; only if the chain then holds, but for a head to rebuild. */
export async function restoreLines(
  firestore: Firestore,
  { lines, laureateId }: LedgerExport,
  asked: RepairAsked,
): Promise<{ readonly restored: readonly string[]; readonly fault: LedgerFault | null } | Refusal> {
  if (asked.reason.trim() === '') return noReason;
  if (laureateId !== asked.laureateId) return otherLaureate;
  const { snapshots, headSnapshot, read } = await stored(firestore, laureateId);
  const kept = new Map(read.lines.map((line) => [line.entry.id, line]));
  const differing = lines.filter((line) => canonicalJson(kept.get(line.entry.id) ?? null) !== canonicalJson(line));
  if (differing.length === 0) return nothingToDo;
  const after = inOrder([...new Map([...kept, ...lines.map((line) => [line.entry.id, line] as const)]).values()]);
  const fault = chainFault(after, ledgerHeads.read(headSnapshot));
  if (fault !== null && fault.kind !== 'headDiffers') return stillBroken(fault);
  const batch = firestore.batch();
  for (const line of differing) {
    const before = snapshots.get(line.entry.id);
    if (before) batch.set(before.ref, ledger.write(line));
    else batch.create(firestore.doc(ledger.path(laureateId, line.entry.id)), ledger.write(line));
  }
  const restored = differing.map(({ entry }) => entry.id);
  await tell(firestore, batch, asked, `Lignes remises : ${restored.join(', ')}.`);
  await batch.commit();
  return { restored, fault };
}

/** Rebuilds the head from lines, and proofs, that hold by themselves. */
export async function rebuildHead(firestore: Firestore, asked: RepairAsked): Promise<LedgerHead | Refusal> {
  if (asked.reason.trim() === '') return noReason;
  const { headSnapshot, read } = await stored(firestore, asked.laureateId);
  const proved = await proofsNow(firestore, asked.laureateId);
  if (read.fault === null && proved.fault?.kind !== 'recordsHeadDiffers')
    return proved.fault === null ? nothingToDo : stillBroken(proved.fault);
  // Proofs that do not hold name no last one: what the head says of them stays, for who finds out why.
  const isRebuilt = proved.fault?.kind === 'recordsHeadDiffers';
  const head = headOf(asked.laureateId, read.lines, isRebuilt ? lastLinked(proved.records) : read.head?.proofs);
  const isMended = read.fault === null || read.fault.kind === 'headDiffers';
  const fault = isMended && head !== null ? chainFault(read.lines, head) : read.fault;
  if (fault !== null) return stillBroken(fault);
  if (head === null) return nothingToDo;
  const batch = firestore.batch();
  rewrite(batch, headSnapshot, ledgerHeads.write(head));
  await tell(firestore, batch, asked, 'Tête reconstruite depuis les lignes et les preuves.');
  await batch.commit();
  return head;
}

/** The lines of a ledger that holds, for a backup; its fault otherwise, since a broken ledger would restore nothing. */
export async function exportLedger(firestore: Firestore, laureateId: string): Promise<LedgerExport | LedgerFault> {
  const { lines, fault } = await ledgerNow(firestore, laureateId);
  return fault ?? { laureateId, lines };
}

function headOf(laureateId: string, lines: readonly LedgerLine[], proofs: LedgerHead['proofs']): LedgerHead | null {
  if (lines.length === 0 && proofs === undefined) return null;
  const { head } = extendChain(null, [], [], laureateId);
  const last = lines.at(-1);
  const placed = last ? { sequence: last.sequence, hash: last.hash, at: last.entry.at } : {};
  return { ...head, ...placed, balance: balanceOf(lines.map(({ entry }) => entry)), ...(proofs && { proofs }) };
}

function stillBroken(fault: LedgerFault): Refusal {
  return refuse('still-broken', `Rien n’a été changé : le registre ne tiendrait pas. ${faultSentence(fault)}`);
}

async function stored(firestore: Firestore, laureateId: string) {
  return firestore.runTransaction(
    async (
      transaction,
    ): Promise<{ snapshots: Map<string, DocumentSnapshot>; headSnapshot: DocumentSnapshot; read: ReadLedger }> => {
      const { docs } = await transaction.get(firestore.collection(ledgerOf(laureateId)));
      const headSnapshot = await transaction.get(firestore.doc(ledgerHeads.path(laureateId)));
      const snapshots = new Map<string, DocumentSnapshot>(docs.map((document) => [document.id, document]));
      return { snapshots, headSnapshot, read: readLedger(docs, headSnapshot) };
    },
    { readOnly: true },
  );
}

async function tell(firestore: Firestore, batch: WriteBatch, asked: RepairAsked, what: string): Promise<void> {
  const { laureateId, reason, byName, now, lineId } = asked;
  const laureate = await get(firestore, laureates, laureateId);
  journalLine(firestore, batch, lineId, {
    at: now,
    by: { uid: 'system', name: byName, kind: 'system' },
    done: 'repairLedger',
    aboutUid: laureateId,
    aboutName: laureate?.name ?? laureateId,
    ...{ laureateId, expertId: null, missionId: null, reason: `${reason.trim()} ${what}` },
  });
}
