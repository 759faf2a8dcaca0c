import type { Firestore } from 'firebase-admin/firestore';
import * as z from 'zod';
import { can } from '../../domain/access/policy.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import type { ArchiveActionInput } from '../../domain/api.ts';
import { type ArchiveRow, type ArchiveScope, archiveRow, scopeKey } from '../../domain/archives/archive.ts';
import { cleanSegment } from '../../domain/archives/names.ts';
import { DAY, dayOf, HOUR, type Instant } from '../../domain/calendar.ts';
import type { Mission } from '../../domain/missions/mission.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Views } from '../../domain/views.ts';
import type { Bucket } from '../bucket.ts';
import { get } from '../collection.ts';
import { archiveSteps, archives, type KeptArchive } from '../collections/archives.ts';
import { laureates } from '../collections/laureates.ts';
import { missions } from '../collections/missions.ts';
import { sha256 } from '../hash.ts';
import { once } from '../operations.ts';
import { rewrite } from '../optimistic.ts';
import { withinLimit } from '../rate-limits.ts';
import { end, stepIdOf } from './archives.ts';
import { LOST_AFTER } from './making.ts';
import { clearArchive } from './parts.ts';

const unknown = refuse(
  'archive-unknown',
  'Cette archive n’existe plus. Rechargez la page, puis préparez-la de nouveau.',
);
const unknownSubject = refuse('archive-of-nothing', 'Ce dont vous demandez l’archive n’existe pas. Rechargez la page.');
const tooMany = refuse(
  'too-many-archives',
  'Vous avez demandé beaucoup d’archives en une heure. Celles qui sont prêtes le restent : reprenez dans une heure.',
);

const tooManyCopies = refuse(
  'too-many-archives',
  'Vous avez demandé trois copies de vos données depuis hier. La dernière reste prête : revenez demain pour une autre.',
);
/** What is kept of a person is looked for in every document: twenty an hour would cost what a month of the programme does. */
const limits = {
  person: { limit: { name: 'own-data', most: 3, windowMs: DAY }, refusal: tooManyCopies },
  other: { limit: { name: 'archive', most: 20, windowMs: HOUR }, refusal: tooMany },
} as const;

/** One a person and scope: asking again finds the one being made, or takes the place of the one before. */
const archiveIdOf = (uid: string, scope: ArchiveScope) => sha256(`${uid}_${scopeKey(scope)}`).slice(0, 20);

interface Asked<Input> {
  readonly actor: SignedInActor;
  readonly input: Input;
  readonly now: Instant;
}

/** What an archive is of, as its file is called; a refusal when its reader may not ask for it. 1 read. */
async function titleFor(firestore: Firestore, actor: SignedInActor, scope: ArchiveScope): Promise<string | Refusal> {
  const mission = scope.kind === 'mission' ? await get(firestore, missions, scope.missionId) : null;
  const refusal = can(actor, { action: 'makeArchive', scope, laureateIds: mission?.laureateIds ?? [] });
  if (refusal) return refusal;
  if (scope.kind === 'programme') return 'Programme';
  if (scope.kind === 'person') return 'Mes données';
  if (scope.kind === 'mission') return mission === null ? unknownSubject : titleOfMission(mission);
  return (await get(firestore, laureates, scope.laureateId))?.name ?? unknownSubject;
}

function titleOfMission({ expert, participants }: Mission): string {
  const names = Object.values(participants).map(({ name }) => name);
  return `Mission avec ${expert.name} - ${names.join(', ')}`;
}

const answer: z.ZodType<{ readonly archiveId: string }> = z.object({ archiveId: z.string() });

/** Asks for an archive, or finds the one that is being made; or stops it. 4 reads, 3 writes. */
export async function archiveAction(
  firestore: Firestore,
  bucket: Bucket,
  asked: Asked<ArchiveActionInput>,
): Promise<{ archive: ArchiveRow } | Refusal> {
  const { input } = asked;
  const done =
    input.action === 'ask'
      ? await ask(firestore, bucket, { ...asked, input })
      : await cancel(firestore, bucket, { ...asked, input });
  if (isRefusal(done)) return done;
  const archive = await get(firestore, archives, done.archiveId);
  return archive === null ? unknown : { archive: archiveRow(archive) };
}

async function ask(
  firestore: Firestore,
  bucket: Bucket,
  { actor, input, now }: Asked<Extract<ArchiveActionInput, { action: 'ask' }>>,
): Promise<{ readonly archiveId: string } | Refusal> {
  const { scope, operationId } = input;
  const title = await titleFor(firestore, actor, scope);
  if (isRefusal(title)) return title;
  const { limit, refusal } = limits[scope.kind === 'person' ? 'person' : 'other'];
  if (!(await withinLimit(firestore, limit, actor.uid, now))) return refusal;
  const archiveId = archiveIdOf(actor.uid, scope);
  const fresh = newArchive(actor, {
    archiveId,
    scope,
    title,
    now,
    run: `archive-${sha256(`${actor.uid}_${operationId}`).slice(0, 20)}`,
  });
  let replaced: string | null = null;
  const operation = { actorUid: actor.uid, operationId, asked: ['archive', scopeKey(scope)], now, answer };
  const done = await once<{ readonly archiveId: string }>(firestore, operation, async (batch) => {
    const snapshot = await firestore.doc(archives.path(archiveId)).get();
    const current = archives.read(snapshot);
    if (current?.state === 'making') return { answer: { archiveId }, batch: null };
    replaced = current?.run ?? null;
    rewrite(batch, snapshot, archives.write(fresh));
    const { run, step } = fresh;
    batch.create(
      firestore.doc(archiveSteps.path(archiveId, stepIdOf(fresh))),
      archiveSteps.write({ run, step, at: now }),
    );
    return { answer: { archiveId }, batch };
  });
  // Of two presses at once the loser replaces nothing: what it met is being made, under another name.
  if (!isRefusal(done) && replaced !== null && replaced !== fresh.run) await clearArchive(bucket, replaced);
  return done;
}

function newArchive(
  { uid, name, ...actor }: SignedInActor,
  asked: { archiveId: string; scope: ArchiveScope; title: string; now: Instant; run: string },
): KeptArchive {
  const { archiveId: id, scope, title, now, run } = asked;
  const signedInAt = 'signedInAt' in actor ? actor.signedInAt : now;
  return {
    ...{ id, scope, run, by: { uid, name, signedInAt }, askedAt: now, state: 'making', step: 0 },
    title: `${cleanSegment(title, 60)} - archive du ${dayOf(now)}.zip`,
    ...{ total: null, done: { files: 0, bytes: 0 }, size: null, manifestSha256: null, missing: 0, notGiven: [] },
    ...{ readyAt: null, expiresAt: null, lostAfter: now + LOST_AFTER, error: null },
    ...{ units: [], unitsDone: 0, offset: 0, parts: [] },
  };
}

/** One's own alone. Of one that is no longer being made, nothing changes. */
async function cancel(
  firestore: Firestore,
  bucket: Bucket,
  { actor, input }: Asked<Extract<ArchiveActionInput, { action: 'cancel' }>>,
): Promise<{ readonly archiveId: string } | Refusal> {
  const archive = await get(firestore, archives, input.archiveId);
  if (archive?.by.uid !== actor.uid) return unknown;
  if (archive.state === 'making') await end(firestore, bucket, archive, { state: 'cancelled', error: null });
  return { archiveId: archive.id };
}

/** The reader's own archive of a scope, and whether it may ask for one. 2 reads. */
export async function archiveView(
  firestore: Firestore,
  actor: SignedInActor,
  scope: ArchiveScope,
): Promise<Views['archive']> {
  const title = await titleFor(firestore, actor, scope);
  if (isRefusal(title)) return { archive: null, refusal: title.message };
  const archive = await get(firestore, archives, archiveIdOf(actor.uid, scope));
  return { archive: archive && archiveRow(archive), refusal: null };
}
