import type {
  DocumentSnapshot,
  Firestore,
  Query,
  QuerySnapshot,
  Timestamp,
  Transaction,
} from 'firebase-admin/firestore';
import { Together } from './together.ts';

/**
 * What one decision reads, in one consistent, read-only snapshot (no lock: fifty readers do not wait for each other), and the state of each
 * document read, which the commit compares.
 *
 * Documents asked for in the same turn of the event loop go in one request (`Together`): a decision takes two of them besides its queries, not ten.
 */
export class Snapshot {
  readonly firestore: Firestore;
  readonly transaction: Transaction;
  readonly #updated = new Map<string, Timestamp | null>();
  readonly #together: Together<DocumentSnapshot>;

  private constructor(firestore: Firestore, transaction: Transaction) {
    this.firestore = firestore;
    this.transaction = transaction;
    this.#together = new Together(async (paths) => {
      const read = await transaction.getAll(...paths.map((path) => firestore.doc(path)));
      this.restOn(read);
      return read;
    });
  }

  static read<Result>(firestore: Firestore, work: (snapshot: Snapshot) => Promise<Result>): Promise<Result> {
    return firestore.runTransaction((transaction) => work(new Snapshot(firestore, transaction)), { readOnly: true });
  }

  /** When each document that was read last changed; null of one that is not there. */
  get updated(): ReadonlyMap<string, Timestamp | null> {
    return this.#updated;
  }

  /** In the order of `paths`, present or not. */
  documents(paths: readonly string[]): Promise<DocumentSnapshot[]> {
    return this.#together.documents(paths);
  }

  /** The commit does not rest on what a query finds, unless `restOn` says so. */
  query(query: Query): Promise<QuerySnapshot> {
    return this.transaction.get(query);
  }

  /** The commit holds only if these are as they were read. */
  restOn(read: readonly DocumentSnapshot[]): void {
    for (const snapshot of read) this.#updated.set(snapshot.ref.path, snapshot.updateTime ?? null);
  }
}
