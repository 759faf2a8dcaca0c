import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import { DAY, type Instant } from '../../domain/calendar.ts';
import { faultOf } from '../../domain/incidents/faults.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Bucket } from '../bucket.ts';
import { get } from '../collection.ts';
import { ARCHIVES, archiveSteps, archives, type KeptArchive } from '../collections/archives.ts';
import { missions } from '../collections/missions.ts';
import { settingsInForce } from '../collections/settings.ts';
import { optimistically, rewrite } from '../optimistic.ts';
import { actorOf } from '../people/actor.ts';
import { amountOf, type PrintMyself, unitsOf } from './contents.ts';
import { LOST_AFTER, type Making, type StepDone, Stopped, writeStep } from './making.ts';
import { clearArchive, clearWork, joinParts } from './parts.ts';

export interface StepAsked {
  readonly archiveId: string;
  readonly stepId: string;
  readonly attempt: string;
  readonly scannerConfigured: boolean;
  readonly printMyself: PrintMyself;
  readonly clock: () => Instant;
}

/** One a run and step: a step of a run that was replaced is another. */
export const stepIdOf = ({ run, step }: Pick<KeptArchive, 'run' | 'step'>) => `${run}-${step}`;

const lost =
  'La préparation s’est arrêtée : une erreur technique, que l’équipe France Tiers-Lieux voit. Rien d’autre n’est changé. Réessayez dans une heure.';

/** Does one step of an archive: lists what goes in, then writes it piece by piece. A step that is no longer its own is left, so that it may come twice. */
export async function makeArchiveStep(firestore: Firestore, bucket: Bucket, asked: StepAsked): Promise<void> {
  const archive = await get(firestore, archives, asked.archiveId);
  if (archive?.state !== 'making' || stepIdOf(archive) !== asked.stepId) return;
  // What passes is tried again for a day, and not for ever.
  if (asked.clock() - archive.askedAt > DAY) return end(firestore, bucket, archive, { state: 'failed', error: lost });
  const actor = await stillAllowed(firestore, archive, asked.clock());
  if (isRefusal(actor)) return end(firestore, bucket, archive, { state: 'failed', error: actor.message });
  try {
    if (archive.total === null) await list(firestore, archive, asked.clock());
    else await write(firestore, bucket, { ...asked, archive, actor });
  } catch (error) {
    if (error instanceof Stopped) return clearWork(bucket, archive.run);
    if (!faultOf(error).passing) await end(firestore, bucket, archive, { state: 'failed', error: lost });
    throw error;
  }
}

/** Who asked for it, as they are now: what they no longer read is not given to them. */
async function stillAllowed(
  firestore: Firestore,
  { by, scope }: KeptArchive,
  now: Instant,
): Promise<SignedInActor | Refusal> {
  const actor = await actorOf(firestore, by, now);
  if (isRefusal(actor)) return actor;
  const mission = scope.kind === 'mission' ? await get(firestore, missions, scope.missionId) : null;
  const refusal = can(actor, { action: 'makeArchive', scope, laureateIds: mission?.laureateIds ?? [] });
  if (refusal) return refusal;
  return actor.kind === 'anonymous' ? refuse('not-signed-in', lost) : actor;
}

async function list(firestore: Firestore, archive: KeptArchive, now: Instant): Promise<void> {
  const units = await unitsOf(firestore, archive.scope);
  const total = await amountOf(firestore, archive.scope, units);
  await follow(firestore, archive, { ...archive, units, total, step: archive.step + 1 }, now);
}

async function write(firestore: Firestore, bucket: Bucket, making: Making): Promise<void> {
  const { archive, clock } = making;
  const done = await writeStep(firestore, bucket, making);
  if (done.manifestSha256 === null) {
    await follow(firestore, archive, done.archive, clock());
    return;
  }
  await finish(firestore, bucket, archive, done, clock());
}

async function finish(
  firestore: Firestore,
  bucket: Bucket,
  before: KeptArchive,
  { archive, manifestSha256 }: StepDone,
  now: Instant,
): Promise<void> {
  const size = await joinParts(bucket, archive, archive.parts);
  const { archiveDays } = await settingsInForce(firestore);
  const ready = {
    state: 'ready',
    readyAt: now,
    expiresAt: now + archiveDays * DAY,
    lostAfter: null,
    parts: [],
  } as const;
  const kept = await follow(firestore, before, { ...archive, ...ready, size, manifestSha256 }, now);
  await (kept ? clearWork(bucket, archive.run) : clearArchive(bucket, archive.run));
}

/** Puts the archive at its next step, with what starts that step; false when somebody was first, or stopped it. */
async function follow(firestore: Firestore, before: KeptArchive, after: KeptArchive, now: Instant): Promise<boolean> {
  const goesOn = after.state === 'making';
  const done = await optimistically<boolean>(firestore, async (batch) => {
    const snapshot = await firestore.doc(archives.path(before.id)).get();
    const current = archives.read(snapshot);
    if (current?.state !== 'making' || stepIdOf(current) !== stepIdOf(before)) return { answer: false, batch: null };
    rewrite(batch, snapshot, archives.write({ ...after, lostAfter: goesOn ? now + LOST_AFTER : null }));
    if (goesOn) {
      const { run, step } = after;
      const next = firestore.doc(archiveSteps.path(after.id, stepIdOf(after)));
      batch.create(next, archiveSteps.write({ run, step, at: now }));
    }
    return { answer: true, batch };
  });
  return done?.answer ?? false;
}

/** Ends one that is being made, whatever its step: it failed, or its owner stopped it. What was written of it goes. */
export async function end(
  firestore: Firestore,
  bucket: Bucket,
  { id, run }: KeptArchive,
  how: Pick<KeptArchive, 'state' | 'error'>,
): Promise<void> {
  await optimistically<null>(firestore, async (batch) => {
    const snapshot = await firestore.doc(archives.path(id)).get();
    const current = archives.read(snapshot);
    if (current?.state !== 'making' || current.run !== run) return { answer: null, batch: null };
    rewrite(batch, snapshot, archives.write({ ...current, ...how, lostAfter: null }));
    return { answer: null, batch };
  });
  await clearWork(bucket, run);
}

/** Paths of the steps that nothing was heard of: their event was lost, or their process died. A few, since each may last minutes. */
export async function lostSteps(firestore: Firestore, now: Instant): Promise<string[]> {
  const found = await firestore.collection(ARCHIVES).where('lostAfter', '<=', now).limit(3).get();
  return archives.list(found.docs).map((archive) => archiveSteps.path(archive.id, stepIdOf(archive)));
}

/** Those that are past their days, fifty at most. */
export async function expiredArchives(firestore: Firestore, now: Instant): Promise<KeptArchive[]> {
  const found = await firestore.collection(ARCHIVES).where('expiresAt', '<=', now).limit(50).get();
  return archives.list(found.docs);
}

/** Deletes what is past its days. The line stays: who asked for what, and when. */
export async function expireArchive(firestore: Firestore, bucket: Bucket, { id, run }: KeptArchive): Promise<void> {
  await clearArchive(bucket, run);
  await optimistically<null>(firestore, async (batch) => {
    const snapshot = await firestore.doc(archives.path(id)).get();
    const current = archives.read(snapshot);
    if (current?.run !== run) return { answer: null, batch: null };
    rewrite(batch, snapshot, archives.write({ ...current, state: 'expired', expiresAt: null }));
    return { answer: null, batch };
  });
}
