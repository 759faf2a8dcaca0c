import type { DocumentSnapshot, Firestore } from 'firebase-admin/firestore';

interface Found {
  readonly ref: { readonly path: string };
}

/**
 * Documents asked for before the event loop turns go in one request, each once, whoever asks: reads are billed by the document either way, but a
 * request costs some milliseconds of the processor that they all share. A request that fails, fails for all of them.
 */
export class Together<Snapshot extends Found> {
  readonly #read: (paths: readonly string[]) => Promise<readonly Snapshot[]>;
  /** Of the next request. */
  #next: { readonly paths: Set<string>; readonly found: Promise<ReadonlyMap<string, Snapshot>> } | null = null;

  constructor(read: (paths: readonly string[]) => Promise<readonly Snapshot[]>) {
    this.#read = read;
  }

  /** In the order of `paths`, present or not. */
  async documents(paths: readonly string[]): Promise<Snapshot[]> {
    if (paths.length === 0) return [];
    this.#next ??= { paths: new Set(), found: turned().then(() => this.#readNext()) };
    const { paths: asked, found } = this.#next;
    for (const path of paths) asked.add(path);
    const snapshots = await found;
    return paths.flatMap((path) => snapshots.get(path) ?? []);
  }

  async #readNext(): Promise<ReadonlyMap<string, Snapshot>> {
    const paths = [...(this.#next?.paths ?? [])];
    // Whoever asks from here on may rest on something written since: it has a request of its own.
    this.#next = null;
    const read = await this.#read(paths);
    return new Map(read.map((snapshot) => [snapshot.ref.path, snapshot]));
  }
}

/** After all the promises that are already kept: what they go on to ask for is of the same request. */
function turned(): Promise<void> {
  return Promise.resolve().then(() => new Promise((resolve) => process.nextTick(resolve)));
}

const ofDatabases = new WeakMap<Firestore, Together<DocumentSnapshot>>();

/** What is read outside of any snapshot. */
export function togetherIn(firestore: Firestore): Together<DocumentSnapshot> {
  const known = ofDatabases.get(firestore);
  if (known) return known;
  const together = new Together((paths) => firestore.getAll(...paths.map((path) => firestore.doc(path))));
  ofDatabases.set(firestore, together);
  return together;
}
