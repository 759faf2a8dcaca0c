import type { DocumentSnapshot, Firestore, Transaction } from 'firebase-admin/firestore';
import type { Laureate, Member } from '../../domain/laureates/laureate.ts';
import type { TransferredMission } from '../../domain/laureates/transfer.ts';
import { followers, type Mission } from '../../domain/missions/mission.ts';
import { liveStates } from '../../domain/missions/states.ts';
import type { Invoice } from '../../domain/subsidy/invoice.ts';
import type { LedgerEntry } from '../../domain/subsidy/ledger.ts';
import type { Share } from '../../domain/subsidy/share.ts';
import { files } from '../collections/files.ts';
import { grants } from '../collections/grants.ts';
import { INVOICES, invoices } from '../collections/invoices.ts';
import { laureates, members, membersOf } from '../collections/laureates.ts';
import { type LedgerHead, ledgerHeads, ledgerOf } from '../collections/ledger.ts';
import { missions } from '../collections/missions.ts';
import { shares, sharesOf } from '../collections/shares.ts';
import { readLedger } from './ledger-reading.ts';

/** A laureate, its ledger and its people, as they were read. */
export interface ReadLaureate {
  readonly laureate: Laureate;
  readonly entries: readonly LedgerEntry[];
  readonly head: LedgerHead | null;
  readonly ledgerHolds: boolean;
  /** Closed ones included. */
  readonly members: readonly Member[];
}

/** Both sides of a transfer in one consistent snapshot, and each document as it was read, for the commit's preconditions. */
export interface ReadTransfer {
  readonly from: ReadLaureate | null;
  readonly into: ReadLaureate | null;
  readonly missions: readonly TransferredMission[];
  readonly snapshots: ReadonlyMap<string, DocumentSnapshot>;
}

/** Reads: each laureate, its ledger and its people; then for each mission of the first four documents or so, and two an invoice. */
export function readTransfer(firestore: Firestore, fromId: string, intoId: string): Promise<ReadTransfer> {
  return firestore.runTransaction((transaction) => new Reader(firestore, transaction).read(fromId, intoId), {
    readOnly: true,
  });
}

class Reader {
  readonly #firestore: Firestore;
  readonly #transaction: Transaction;
  readonly #snapshots = new Map<string, DocumentSnapshot>();

  constructor(firestore: Firestore, transaction: Transaction) {
    this.#firestore = firestore;
    this.#transaction = transaction;
  }

  async read(fromId: string, intoId: string): Promise<ReadTransfer> {
    const [from, into, live] = await Promise.all([
      this.#laureate(fromId),
      this.#laureate(intoId),
      this.#liveShares(fromId),
    ]);
    const found = await Promise.all(live.map((share) => this.#mission(share, intoId)));
    return { from, into, missions: found.flatMap((one) => one ?? []), snapshots: this.#snapshots };
  }

  async #document(path: string): Promise<DocumentSnapshot> {
    const snapshot = await this.#transaction.get(this.#firestore.doc(path));
    this.#snapshots.set(path, snapshot);
    return snapshot;
  }

  async #laureate(laureateId: string): Promise<ReadLaureate | null> {
    const laureate = laureates.read(await this.#document(laureates.path(laureateId)));
    if (laureate === null) return null;
    const [lines, headSnapshot, seats] = await Promise.all([
      this.#transaction.get(this.#firestore.collection(ledgerOf(laureateId))),
      this.#document(ledgerHeads.path(laureateId)),
      this.#transaction.get(this.#firestore.collection(membersOf(laureateId))),
    ]);
    for (const seat of seats.docs) this.#snapshots.set(seat.ref.path, seat);
    const { entries, head, fault } = readLedger(lines.docs, headSnapshot);
    return {
      ...{ laureate, entries, head, ledgerHolds: fault === null },
      members: members.list(seats.docs),
    };
  }

  /** What is settled stays where it was paid. A share without effect is read all the same: between two devis its mission goes on. */
  async #liveShares(laureateId: string): Promise<Share[]> {
    const found = await this.#transaction.get(
      this.#firestore.collection(sharesOf(laureateId)).where('missionState', 'in', [...liveStates]),
    );
    for (const share of found.docs) this.#snapshots.set(share.ref.path, share);
    return shares.list(found.docs).filter(({ status }) => status !== 'settled');
  }

  async #mission(fromShare: Share, intoId: string): Promise<TransferredMission | null> {
    const { missionId, laureateId } = fromShare;
    const mission = missions.read(await this.#document(missions.path(missionId)));
    if (mission === null || !awaitsSomething(mission, fromShare)) return null;
    const intoShare = shares.read(await this.#document(shares.path(intoId, missionId)));
    const found = await Promise.all(followers(mission).map(({ uid }) => this.#document(grants.path(laureateId, uid))));
    return {
      ...{ mission, fromShare, intoShare, grants: found.flatMap((snapshot) => grants.read(snapshot) ?? []) },
      invoices: await this.#invoices(mission, laureateId),
    };
  }

  /** With their PDFs, whose readers follow. Nothing is invoiced before a devis is validated. */
  async #invoices({ id, validatedAt }: Mission, laureateId: string): Promise<Invoice[]> {
    if (validatedAt === null) return [];
    const { docs } = await this.#transaction.get(this.#firestore.collection(INVOICES).where('missionId', '==', id));
    for (const snapshot of docs) this.#snapshots.set(snapshot.ref.path, snapshot);
    const own = invoices.list(docs).filter((invoice) => invoice.laureateId === laureateId);
    await Promise.all(own.map(({ fileId }) => this.#document(files.path(fileId))));
    return own;
  }
}

/** A laureate that left a mission, or declined to share it, is not part of what goes on. */
function awaitsSomething({ participants }: Mission, { laureateId, status }: Share): boolean {
  const standing = participants[laureateId]?.status;
  return status !== 'void' || (standing !== 'left' && standing !== 'declined');
}
