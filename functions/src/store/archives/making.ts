import { pipeline } from 'node:stream/promises';
import type { Firestore } from 'firebase-admin/firestore';
import { isOverseer, type SignedInActor } from '../../domain/actor.ts';
import {
  MANIFEST,
  MANIFEST_HASH,
  type ManifestHead,
  manifestText,
  README,
  readmeText,
} from '../../domain/archives/manifest.ts';
import { type Instant, MINUTE } from '../../domain/calendar.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Bucket } from '../bucket.ts';
import { archives, type KeptArchive } from '../collections/archives.ts';
import { cameFirst } from '../lost-race.ts';
import { rewrite } from '../optimistic.ts';
import { gather, once, type PrintMyself, sourcesOf } from './contents.ts';
import { entriesIn, keepEntries, partPath } from './parts.ts';
import { type Source, type Written, type WrittenEntry, zipEnd, zipEntries } from './zip.ts';

/** A step ends after the mission or laureate that passes one of these: half of the nine minutes of a function, and pieces that are sent in a minute or two. */
const STEP = { bytes: 1_000_000_000, ms: 4 * MINUTE } as const;
/** A step that has said nothing for as long is taken up again by the sweep: longer than a function lasts. */
export const LOST_AFTER = 10 * MINUTE;
const SAID_EVERY = 2_000;

/** Somebody stopped it, or asked for another one, while a step was running. */
export class Stopped extends Error {}

export interface Making {
  readonly archive: KeptArchive;
  readonly actor: SignedInActor;
  readonly scannerConfigured: boolean;
  readonly printMyself: PrintMyself;
  /** Unique: a step that is done twice writes two pieces, and the first to finish counts. */
  readonly attempt: string;
  readonly clock: () => Instant;
}

/** What a step wrote: the archive as it stands after it. */
export interface StepDone {
  readonly archive: KeptArchive;
  /** Null while there are other steps. */
  readonly manifestSha256: string | null;
}

/**
 * Writes the next piece of an archive, as one object: missions and laureates until the step has lasted, then, after the last of them, the
 * manifest and the directory of the ZIP. Sent as it is written: a step that fails is done again whole, by the retry of its event. Memory: a piece of a file, and what one mission says of itself.
 * @throws Stopped when it is no longer wanted.
 */
export async function writeStep(firestore: Firestore, bucket: Bucket, making: Making): Promise<StepDone> {
  const step = new Step(firestore, bucket, making);
  const path = partPath(making.archive, making.attempt);
  await pipeline(
    step.bytes(),
    bucket.file(path).createWriteStream({ resumable: false, contentType: 'application/zip' }),
  );
  await keepEntries(bucket, path, step.written.entries);
  return step.done(path);
}

class Step {
  readonly written: Written;
  readonly #firestore: Firestore;
  readonly #bucket: Bucket;
  readonly #making: Making;
  readonly #startedAt: Instant;
  #unitsDone: number;
  #done: { files: number; bytes: number };
  #saidAt: Instant;
  #manifestSha256: string | null = null;

  constructor(firestore: Firestore, bucket: Bucket, making: Making) {
    const { offset, unitsDone, done } = making.archive;
    this.written = { entries: [], missing: [], offset };
    this.#firestore = firestore;
    this.#bucket = bucket;
    this.#making = making;
    this.#startedAt = making.clock();
    this.#saidAt = this.#startedAt;
    this.#unitsDone = unitsDone;
    this.#done = { ...done };
  }

  async *bytes(): AsyncGenerator<Uint8Array> {
    const { units } = this.#making.archive;
    yield* zipEntries(this.#units(), this.written, (bytes, source) => this.#count(bytes, source));
    if (this.#unitsDone < units.length) return;
    yield* zipEntries(this.#last(), this.written);
    yield* zipEnd(this.#entries(), this.written.offset);
  }

  done(path: string): StepDone {
    const { archive } = this.#making;
    const { offset, missing } = this.written;
    return {
      archive: {
        ...archive,
        offset,
        done: this.#done,
        step: archive.step + 1,
        unitsDone: this.#unitsDone,
        parts: [...archive.parts, path],
        missing: archive.missing + missing.length,
        notGiven: [...archive.notGiven, ...missing].slice(0, 1_000),
      },
      manifestSha256: this.#manifestSha256,
    };
  }

  get #head(): ManifestHead {
    const { title, askedAt, by } = this.#making.archive;
    return { format: 1, title, madeAt: askedAt, madeFor: by.name };
  }

  async *#units(): AsyncGenerator<Source> {
    const { archive, actor, scannerConfigured, clock } = this.#making;
    const { scope, units } = archive;
    if (archive.unitsDone === 0) yield this.#text(README, readmeText(this.#head, scope.kind));
    const laureateId = isOverseer(actor) || !('laureateId' in scope) ? null : scope.laureateId;
    const missionIds = new Set(units.flatMap(({ kind, id }) => (kind === 'mission' ? [id] : [])));
    const { printMyself } = this.#making;
    const gathering = { actor, laureateId, scannerConfigured, missionIds, printMyself };
    for (const unit of units.slice(archive.unitsDone)) {
      const contents = await gather(this.#firestore, { ...gathering, now: clock() }, unit);
      if (!isRefusal(contents)) {
        const within = (path: string) => (contents.folder === '' ? path : `${contents.folder}/${path}`);
        this.written.missing.push(...contents.refused.map((one) => ({ ...one, path: within(one.path) })));
        yield* this.#counted(sourcesOf(this.#bucket, contents, scope));
      } else if (isOverseer(actor)) {
        this.written.missing.push({ path: unit.id, sha256: '', reason: contents.message });
      }
      this.#unitsDone += 1;
      if (this.#hasLasted()) return;
    }
  }

  *#counted(sources: readonly Source[]): Generator<Source> {
    for (const source of sources) {
      yield source;
      if (source.sha256 !== null) this.#done.files += 1;
    }
  }

  async *#last(): AsyncGenerator<Source> {
    const { notGiven } = this.#making.archive;
    const missing = [...notGiven, ...this.written.missing];
    const text = manifestText(this.#head, this.#entries(), missing);
    yield { ...this.#text(MANIFEST, ''), open: () => encoded(text) };
    this.#manifestSha256 = this.written.entries.at(-1)?.sha256 ?? null;
    yield this.#text(MANIFEST_HASH, `${this.#manifestSha256}  ${MANIFEST}\n`);
  }

  #text(path: string, text: string): Source {
    return { path, at: this.#making.archive.askedAt, sha256: null, open: () => once(Buffer.from(text)) };
  }

  /** All that is in the archive so far, in order. */
  async *#entries(): AsyncGenerator<WrittenEntry> {
    for (const part of this.#making.archive.parts) yield* entriesIn(this.#bucket, part);
    yield* this.written.entries;
  }

  #hasLasted(): boolean {
    const { archive, clock } = this.#making;
    return this.written.offset - archive.offset >= STEP.bytes || clock() - this.#startedAt >= STEP.ms;
  }

  /** Counts documents, and now and then says so: what the page shows, and what tells the sweep that this step is alive. */
  async #count(bytes: number, { sha256 }: Source): Promise<void> {
    if (sha256 !== null) this.#done.bytes += bytes;
    const now = this.#making.clock();
    if (now - this.#saidAt < SAID_EVERY) return;
    this.#saidAt = now;
    await saySoFar(this.#firestore, this.#making.archive, { done: this.#done, lostAfter: now + LOST_AFTER });
  }
}

/** @throws Stopped when the archive is no longer at this step. */
async function saySoFar(
  firestore: Firestore,
  { id, run, step }: KeptArchive,
  said: Pick<KeptArchive, 'done' | 'lostAfter'>,
): Promise<void> {
  const snapshot = await firestore.doc(archives.path(id)).get();
  const now = archives.read(snapshot);
  if (now?.state !== 'making' || now.run !== run || now.step !== step) throw new Stopped();
  const batch = firestore.batch();
  rewrite(batch, snapshot, archives.write({ ...now, ...said }));
  // Whoever wrote meanwhile is met the next time.
  await cameFirst(batch.commit());
}

async function* encoded(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of text) yield Buffer.from(piece);
}
