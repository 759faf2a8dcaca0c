import type {
  DocumentSnapshot,
  Firestore,
  Query,
  QuerySnapshot,
  Timestamp,
  Transaction,
} from 'firebase-admin/firestore';

/**
 * What one decision reads, in one consistent, read-only snapshot (no lock: fifty readers do not wait for each other), and the state of each
 * document read, which the commit compares.
 *
 * Documents asked for in the same turn of the event loop go in one request: a decision takes two of them besides its queries, not ten. Reads are
 * billed by the document either way; a request costs some milliseconds of the processor that decisions at once share.
 */
export class Snapshot {
  readonly firestore: Firestore;
  readonly transaction: Transaction;
  readonly #updated = new Map<string, Timestamp | null>();
  /** The paths of the next request, until the turn ends. */
  #together: { readonly paths: Set<string>; readonly read: Promise<Map<string, DocumentSnapshot>> } | null = null;

  private constructor(firestore: Firestore, transaction: Transaction) {
    this.firestore = firestore;
    this.transaction = transaction;
  }

  static read<Result>(firestore: Firestore, work: (snapshot: Snapshot) => Promise<Result>): Promise<Result> {
    return firestore.runTransaction((transaction) => work(new Snapshot(firestore, transaction)), { readOnly: true });
  }

  /** When each document that was read last changed; null of one that is not there. */
  get updated(): ReadonlyMap<string, Timestamp | null> {
    return this.#updated;
  }

  /** In the order of `paths`, present or not. */
  async documents(paths: readonly string[]): Promise<DocumentSnapshot[]> {
    if (paths.length === 0) return [];
    this.#together ??= { paths: new Set(), read: Promise.resolve().then(() => this.#readTogether()) };
    const { read, paths: asked } = this.#together;
    for (const path of paths) asked.add(path);
    const found = await read;
    return paths.flatMap((path) => found.get(path) ?? []);
  }

  /** The commit does not rest on what a query finds, unless `restOn` says so. */
  query(query: Query): Promise<QuerySnapshot> {
    return this.transaction.get(query);
  }

  /** The commit holds only if these are as they were read. */
  restOn(read: readonly DocumentSnapshot[]): void {
    for (const snapshot of read) this.#updated.set(snapshot.ref.path, snapshot.updateTime ?? null);
  }

  async #readTogether(): Promise<Map<string, DocumentSnapshot>> {
    const paths = [...(this.#together?.paths ?? [])];
    this.#together = null;
    const read = await this.transaction.getAll(...paths.map((path) => this.firestore.doc(path)));
    this.restOn(read);
    return new Map(read.map((snapshot) => [snapshot.ref.path, snapshot]));
  }
}
