import { AggregateField, type Firestore } from 'firebase-admin/firestore';
import { sideOf } from '../../domain/access/belonging.ts';
import { can } from '../../domain/access/policy.ts';
import { roleIn, type SignedInActor } from '../../domain/actor.ts';
import type { UploadRequest } from '../../domain/api.ts';
import { HOUR } from '../../domain/calendar.ts';
import { type FolderMission, folderOf } from '../../domain/dossiers/folder.ts';
import { displayName, type PieceKind, pieces } from '../../domain/dossiers/pieces.ts';
import { largestFile, type Occupied, quotaRefusal, sizeRefusal } from '../../domain/dossiers/quotas.ts';
import { channelOf, conversationOf } from '../../domain/messages/channels.ts';
import type { Mission } from '../../domain/missions/mission.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { get } from '../collection.ts';
import { depositTurns } from '../collections/deposit-turns.ts';
import { FILES, files, UPLOADS, type Upload, uploads } from '../collections/files.ts';
import { missions } from '../collections/missions.ts';
import { settingsInForce } from '../collections/settings.ts';
import { optimistically, rewrite } from '../optimistic.ts';
import { withinLimit } from '../rate-limits.ts';
import { incomingPath } from './stored-files.ts';

const targetMissing = refuse('target-missing', 'Dites à quelle mission ou à quel dossier ce fichier appartient.');
const formerUnknown = refuse('file-unknown', 'Le document à remplacer n’existe pas. Rechargez la page.');
const busy = refuse('busy', 'Beaucoup de dépôts arrivent en même temps ici. Celui-ci n’est pas parti : réessayez.');
const tooMany = refuse(
  'too-many-uploads',
  'Vous avez déposé beaucoup de fichiers en une heure. Ceux qui sont arrivés sont gardés : reprenez dans une heure, ou appelez l’équipe France Tiers-Lieux.',
);

/**
 * Announces one upload: the server issues the id, and the client may then create that one object. About 4 reads, 4 counts and 3 writes: quotas are
 * counted by the database, without reading a file, and what is announced counts as what is there.
 */
export async function requestUpload(
  firestore: Firestore,
  asked: { actor: SignedInActor; request: UploadRequest; uploadId: string; now: number },
): Promise<{ uploadId: string; path: string } | Refusal> {
  const { actor, request, uploadId, now } = asked;
  const piece = pieces[request.piece];
  const [settings, mission, replaces] = await Promise.all([
    settingsInForce(firestore),
    piece.of === 'mission' && request.missionId !== null ? get(firestore, missions, request.missionId) : null,
    request.replacesId ? get(firestore, files, request.replacesId) : null,
  ]);
  if (piece.of === 'mission' ? mission === null : request.laureateId === null) return targetMissing;
  // Any laureate of the mission: one that left may still owe a part of the work.
  if (request.piece === 'invoice' && !mission?.laureateIds.some((id) => id === request.laureateId))
    return targetMissing;
  if (request.replacesId && replaces === null) return formerUnknown;
  const folder = mission && folderOf(mission);
  const laureateId = laureateOf(actor, request, folder);
  const channel = request.piece === 'attachment' ? (request.channel ?? null) : null;
  const refusal =
    (mission !== null && request.piece === 'attachment'
      ? attachmentRefusal({ ...asked, settings, mission })
      : can(actor, { action: 'deposit', piece: request.piece, laureateId, mission: folder, replaces })) ??
    sizeRefusal(request.size, largestFile(settings, request.piece)) ??
    (await rateRefusal(firestore, actor, settings, now));
  if (refusal) return refusal;
  const upload: Upload = {
    id: uploadId,
    uid: actor.uid,
    ownerName: actor.name,
    side: sideOf(actor),
    piece: request.piece,
    channel,
    laureateId,
    missionId: folder?.id ?? null,
    replacesId: replaces?.id ?? null,
    name: displayName(request.name),
    size: request.size,
    createdAt: now,
    state: 'expected',
    fileId: null,
    message: null,
  };
  return (await announced(firestore, upload, settings)) ?? { uploadId, path: incomingPath(actor.uid, uploadId) };
}

/** What binds in a mission is for all of it, but an invoice, which is for one. In a working folder, or of a devis it signed, a laureate speaks for itself; others say for whom, or for all. */
function laureateOf(actor: SignedInActor, request: UploadRequest, folder: FolderMission | null): string | null {
  if (folder === null) return request.laureateId;
  if (request.piece === 'attachment' || request.piece === 'invoice') return request.laureateId;
  if (request.piece !== 'working' && request.piece !== 'signedDevis') return null;
  return request.laureateId ?? folder.laureateIds.find((id) => roleIn(actor, id) !== null) ?? null;
}

/** Whoever may write the message may join a document to it. */
function attachmentRefusal({
  actor,
  request,
  settings,
  mission,
  now,
}: {
  readonly actor: SignedInActor;
  readonly request: UploadRequest;
  readonly settings: ProgrammeSettings;
  readonly mission: Mission;
  readonly now: number;
}): Refusal | null {
  const channel = channelOf(request);
  if (channel === null || request.replacesId || (channel.kind !== 'laureate' && request.laureateId !== null))
    return targetMissing;
  return can(actor, { action: 'writeMessage', conversation: conversationOf(mission), channel, settings, now });
}

async function rateRefusal(
  firestore: Firestore,
  actor: SignedInActor,
  settings: ProgrammeSettings,
  now: number,
): Promise<Refusal | null> {
  const most = actor.kind === 'staff' ? settings.staffUploadsPerHour : settings.uploadsPerHour;
  const limit = { name: 'upload', most, windowMs: HOUR };
  return (await withinLimit(firestore, limit, actor.uid, now)) ? null : tooMany;
}

/** Counts, then writes only if nobody announced anything there meanwhile: of two at once, one counts the other. */
async function announced(firestore: Firestore, upload: Upload, settings: ProgrammeSettings): Promise<Refusal | null> {
  const { missionId, laureateId } = upload;
  const places = [
    missionId === null ? [] : `mission.${missionId}`,
    laureateId === null ? [] : `laureate.${laureateId}`,
  ];
  const done = await optimistically<Refusal | null>(firestore, async (batch) => {
    const turns = await Promise.all(places.flat().map((place) => firestore.doc(depositTurns.path(place)).get()));
    const refusal = quotaRefusal(settings, await occupied(firestore, upload), upload.size);
    if (refusal) return { answer: refusal, batch: null };
    batch.create(firestore.doc(uploads.path(upload.id)), uploads.write(upload));
    for (const turn of turns) rewrite(batch, turn, depositTurns.write({ uploadId: upload.id, at: upload.createdAt }));
    return { answer: null, batch };
  });
  return done === null ? busy : done.answer;
}

const ON_THEIR_WAY = ['expected', 'scanning', 'scan_error'] as const satisfies readonly Upload['state'][];

const filling: readonly PieceKind[] = ['working', 'attachment'];

/** Billed as one read a thousand files. What binds (a devis, a report) always finds a place: nobody fills a mission until it can't go on. */
async function occupied(firestore: Firestore, { piece, missionId, laureateId }: Upload): Promise<Occupied> {
  return {
    filesOfMission: missionId === null || !filling.includes(piece) ? null : await countIn(firestore, missionId),
    bytesOfLaureate: laureateId === null || piece === 'invoice' ? null : await bytesKept(firestore, laureateId),
  };
}

async function countIn(firestore: Firestore, missionId: string): Promise<number> {
  const [kept, coming] = await Promise.all([
    firestore.collection(FILES).where('missionId', '==', missionId).count().get(),
    firestore.collection(UPLOADS).where('missionId', '==', missionId).where('state', 'in', ON_THEIR_WAY).count().get(),
  ]);
  return kept.data().count + coming.data().count;
}

async function bytesKept(firestore: Firestore, laureateId: string): Promise<number> {
  const [kept, coming] = await Promise.all([
    firestore
      .collection(FILES)
      .where('laureateId', '==', laureateId)
      .aggregate({ bytes: AggregateField.sum('size') })
      .get(),
    firestore
      .collection(UPLOADS)
      .where('laureateId', '==', laureateId)
      .where('state', 'in', ON_THEIR_WAY)
      .aggregate({ bytes: AggregateField.sum('size') })
      .get(),
  ]);
  return kept.data().bytes + coming.data().bytes;
}
