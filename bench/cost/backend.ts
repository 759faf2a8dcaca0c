import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Firestore } from 'firebase-admin/firestore';
import type { SignedInActor } from '../../functions/src/domain/actor.ts';
import type { UploadRequest } from '../../functions/src/domain/api.ts';
import type { Command } from '../../functions/src/domain/missions/actions.ts';
import { isRefusal, type Refusal } from '../../functions/src/domain/refusal.ts';
import { deliverMail, type Post } from '../../functions/src/entrypoints/deliver-mail.ts';
import { newId } from '../../functions/src/entrypoints/ids.ts';
import { logoRefusal } from '../../functions/src/entrypoints/logo.ts';
import { makeDocument } from '../../functions/src/entrypoints/make-document.ts';
import { readSigner } from '../../functions/src/sealing/signer.ts';
import type { Bucket } from '../../functions/src/store/bucket.ts';
import { settingsInForce } from '../../functions/src/store/collections/settings.ts';
import { requestUpload } from '../../functions/src/store/files/announce.ts';
import { openFile } from '../../functions/src/store/files/file-access.ts';
import { makePreview } from '../../functions/src/store/files/previews.ts';
import { parseIncoming } from '../../functions/src/store/files/stored-files.ts';
import { uploadState, verifyUpload } from '../../functions/src/store/files/uploads.ts';
import { projectBalance } from '../../functions/src/store/laureates/balances.ts';
import { commitAction } from '../../functions/src/store/missions/commit.ts';
import { actorOf } from '../../functions/src/store/people/actor.ts';
import { missionView } from '../../functions/src/store/views/mission.ts';
import { root } from '../../tools/commands.ts';
import { demonstrationSeal } from '../../tools/sealing/demonstration-seal.ts';
import { type Counter, countOperations, type Operations } from './counting.ts';

/** Somebody who signed in, as the system never does. */
export type Person = Extract<SignedInActor, { signedInAt: number }>;

export interface Cost extends Operations {
  invocations: number;
  storedBytes: number;
}

/** Documents whose creation starts a function; the pattern holds the id that the function is given. */
const triggers = [
  { pattern: /^outbox\/([^/]+)$/, run: (backend: Backend, id: string) => backend.sendMail(id) },
  { pattern: /^documentRequests\/([^/]+)$/, run: (backend: Backend, id: string) => backend.makeDocument(id) },
  { pattern: /^previewRequests\/([^/]+)$/, run: (backend: Backend, id: string) => backend.makePreview(id) },
  { pattern: /^laureates\/([^/]+)\/ledger\/[^/]+$/, run: (backend: Backend, id: string) => backend.showBalance(id) },
] as const;

/** As through Hosting: what is kept of where a decision came from is part of its price. */
const from = { address: '192.0.2.7', relay: '192.0.2.1', userAgent: 'Mozilla/5.0' };

/**
 * The functions of the programme in this process, against real emulators: each call reads the caller's account first, as a callable does, then
 * starts the triggers that its writes start, each once. What a page reads and what a trigger does are part of the price of a mission.
 */
export class Backend {
  readonly #firestore: Firestore;
  readonly #bucket: Bucket;
  readonly #post: Post;
  readonly #counter: Counter;
  readonly #seen = new Set<string>();
  readonly #objects = new Map<string, number>();
  #invocations = 0;

  constructor(firestore: Firestore, bucket: Bucket, post: Post) {
    this.#firestore = firestore;
    this.#bucket = bucket;
    this.#post = post;
    this.#counter = countOperations(firestore);
  }

  get cost(): Cost {
    const storedBytes = [...this.#objects.values()].reduce((total, size) => total + size, 0);
    return { ...this.#counter.operations, invocations: this.#invocations, storedBytes };
  }

  act(actor: Person, missionId: string | null, laureateId: string | null, command: Command) {
    return this.#call(actor, async (now) => {
      const settings = await settingsInForce(this.#firestore);
      const asked = { now, actor, missionId: missionId ?? newId(), laureateId, onBehalf: false, settings, from };
      return commitAction(this.#firestore, asked, command, randomUUID());
    });
  }

  readMission(actor: Person, missionId: string) {
    return this.#call(actor, (now) => missionView(this.#firestore, actor, { missionId, laureateId: null, now }));
  }

  open(actor: Person, fileId: string) {
    return this.#call(actor, (now) =>
      openFile(this.#firestore, { actor, fileId, as: 'file', scannerConfigured: false, accessId: newId(), now }),
    );
  }

  /** Announces, sends, and asks once for the verdict, which is there by then. */
  async deposit(actor: Person, request: UploadRequest, bytes: Uint8Array): Promise<string> {
    const uploadId = newId();
    const { path } = await this.#call(actor, (now) =>
      requestUpload(this.#firestore, { actor, request, uploadId, now }),
    );
    await this.#bucket.file(path).save(Buffer.from(bytes), { resumable: false, contentType: 'application/pdf' });
    await this.#settle();
    const { fileId } = await this.#call(actor, () => uploadState(this.#firestore, actor, uploadId));
    if (fileId === null) throw new Error('the deposit was not accepted');
    return fileId;
  }

  sendMail(itemId: string): Promise<void> {
    return deliverMail(this.#firestore, itemId, this.#post);
  }

  makeDocument(fileId: string): Promise<void> {
    const signer = async () => readSigner({ ...(await demonstrationSeal(join(root, '.emulators'), Date.now())) });
    return makeDocument(this.#firestore, this.#bucket, fileId, { origin: this.#post.origin, now: Date.now(), signer });
  }

  async makePreview(fileId: string): Promise<void> {
    await makePreview(this.#firestore, this.#bucket, fileId);
  }

  showBalance(laureateId: string): Promise<void> {
    return projectBalance(this.#firestore, laureateId);
  }

  async #call<Result>(actor: Person, work: (now: number) => Promise<Result | Refusal>): Promise<Result> {
    const now = Date.now();
    this.#invocations += 1;
    const { uid, signedInAt } = actor;
    const known = await actorOf(this.#firestore, { uid, signedInAt }, now);
    const answer = isRefusal(known) ? known : await work(now);
    if (isRefusal(answer)) throw new Error(`${answer.code}: ${answer.message}`);
    await this.#settle();
    return answer;
  }

  /** Runs the triggers of everything new, then those of what these wrote, until nothing is new. */
  async #settle(): Promise<void> {
    for (;;) {
      const documents = this.#counter.takeWritten().filter((path) => !this.#seen.has(path));
      const objects = await this.#newObjects();
      if (documents.length + objects.length === 0) return;
      for (const path of documents) await this.#started(path);
      for (const path of objects) await this.#finalized(path);
    }
  }

  async #started(path: string): Promise<void> {
    if (this.#seen.has(path)) return;
    this.#seen.add(path);
    for (const { pattern, run } of triggers) {
      const id = pattern.exec(path)?.[1];
      if (id === undefined) continue;
      this.#invocations += 1;
      await run(this, id);
    }
  }

  /** The function of a deposit starts for our own copies too, and leaves them at once. */
  async #finalized(path: string): Promise<void> {
    this.#invocations += 1;
    const found = parseIncoming(path);
    if (!found) return;
    await verifyUpload(this.#firestore, this.#bucket, { scanner: null, printRefusal: logoRefusal }, found);
    this.#objects.delete(path);
  }

  async #newObjects(): Promise<string[]> {
    const [files] = await this.#bucket.getFiles();
    const fresh = files.filter(({ name }) => !this.#objects.has(name));
    for (const { name, metadata } of fresh) this.#objects.set(name, Number(metadata.size));
    return fresh.map(({ name }) => name);
  }
}
