import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import { type OpenMission, opensByGrant } from '../../domain/access/reading.ts';
import { roleIn, type SignedInActor } from '../../domain/actor.ts';
import type { ApiContract } from '../../domain/api.ts';
import type { StoredFile } from '../../domain/dossiers/pieces.ts';
import { conversationOf } from '../../domain/messages/channels.ts';
import { activeParticipants, departures, handedInAt, type Mission } from '../../domain/missions/mission.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { get } from '../collection.ts';
import { type Access, accessLog, files, type Ticket, tickets } from '../collections/files.ts';
import { grants } from '../collections/grants.ts';
import { missions } from '../collections/missions.ts';
import { PREVIEW_TYPE, previewPath } from './stored-files.ts';
import { TICKET_LIFETIME } from './tickets.ts';
import { alertOnVolume, countOpening, openingsThisHour } from './unusual-volume.ts';

const unknownFile = refuse(
  'file-unknown',
  'Ce document n’existe pas, ou n’est pas encore prêt. Rechargez la page dans quelques secondes.',
);
const noPreview = refuse('no-preview', 'Ce document n’a pas d’aperçu : ouvrez-le pour le lire.');

interface Asked {
  readonly actor: SignedInActor;
  readonly fileId: string;
  readonly as: Access['as'];
  readonly scannerConfigured: boolean;
  readonly accessId: string;
  readonly now: number;
}

/**
 * Opens one file, or the picture of its first page, for five minutes: the policy's verdict, then the ticket, the line of the access log and the
 * count of the hour in one commit (5 reads, 3 writes). One ticket opens both objects. The Storage rule reads the ticket and the living document
 * that `via` names, so that cutting an account or a grant closes the file at once; what the rule does not read (a file no longer shared, or
 * withdrawn) is looked at once more when the ticket is written, since those actions delete the tickets they find. Every opening keeps its line,
 * one's own side's too: it is an audit log. An unusual volume alerts staff, and blocks nothing.
 */
export async function openFile(
  firestore: Firestore,
  asked: Asked,
): Promise<ApiContract['openFile']['output'] | Refusal> {
  const { actor, now, as } = asked;
  const file = await get(firestore, files, asked.fileId);
  if (file === null) return unknownFile;
  const mission = file.missionId === null ? null : await get(firestore, missions, file.missionId);
  // A file of a mission opens to its parties by the mission itself, after the dossier's end too: an attestation names a laureate, and is no piece.
  const asksByGrant = opensByGrant(actor, file);
  const grant =
    asksByGrant && file.laureateId !== null ? await get(firestore, grants, file.laureateId, actor.uid) : null;
  const { scannerConfigured } = asked;
  const seen = {
    grant,
    mission: mission && openMission(mission, file),
    conversation: mission && conversationOf(mission),
  };
  const refusal = can(actor, { action: 'openFile', file, ...seen, now, scannerConfigured });
  if (refusal) return refusal;
  if (as === 'preview' && file.preview !== 'made') return noPreview;
  const ticket: Ticket = {
    uid: actor.uid,
    fileId: file.id,
    via: asksByGrant ? 'grant' : 'account',
    laureateId: file.laureateId,
    expiresMs: now + TICKET_LIFETIME,
  };
  await record(firestore, asked, ticket, accessOf(actor, file, mission, { as, at: now }));
  const still = await get(firestore, files, file.id);
  const late = still && can(actor, { action: 'openFile', file: still, ...seen, now, scannerConfigured });
  if (late) {
    await firestore.doc(tickets.path(actor.uid, file.id)).delete();
    return late;
  }
  const { name, contentType, path } = file;
  return as === 'file'
    ? { path, name, contentType, expiresAt: ticket.expiresMs }
    : { path: previewPath(file.id), name, contentType: PREVIEW_TYPE, expiresAt: ticket.expiresMs };
}

async function record(
  firestore: Firestore,
  { actor, accessId, now }: Asked,
  ticket: Ticket,
  access: Access,
): Promise<void> {
  const before = await openingsThisHour(firestore, actor.uid, now);
  const batch = firestore.batch();
  batch.set(firestore.doc(tickets.path(actor.uid, ticket.fileId)), tickets.write(ticket));
  batch.create(firestore.doc(accessLog.path(accessId)), accessLog.write(access));
  countOpening(firestore, batch, actor.uid, now);
  await batch.commit();
  await alertOnVolume(firestore, { actor, openings: before + 1, now });
}

function accessOf(
  actor: SignedInActor,
  file: StoredFile,
  mission: Mission | null,
  opening: Pick<Access, 'as' | 'at'>,
): Access {
  const { id: fileId, name: fileName, laureateId, missionId } = file;
  const { uid, name, kind } = actor;
  const laureateIds = logsOf(actor, file, mission);
  return { ...opening, uid, name, kind, fileId, fileName, laureateId, missionId, laureateIds };
}

/**
 * Whose log the line belongs to: the laureate of the file, or those that take part in its mission. What a laureate's own people open is in their
 * own log alone, so that no laureate reads what another one's people do.
 */
function logsOf(actor: SignedInActor, file: StoredFile, mission: Mission | null): string[] {
  // Between the expert and FTL: no laureate is told that it exists.
  if (file.channel === 'expert') return [];
  if (actor.kind === 'laureate') {
    const concerned = mission?.laureateIds ?? [];
    const all = file.laureateId === null ? concerned : [file.laureateId];
    return all.filter((laureateId) => roleIn(actor, laureateId) !== null);
  }
  if (file.laureateId !== null) return [file.laureateId];
  return mission ? activeParticipants(mission).map(({ laureateId }) => laureateId) : [];
}

/** A devis may wait in the mission before it is sent: the later of the two dates is when the others had it. */
export function openMission(mission: Mission, file: StoredFile): OpenMission {
  return {
    expertId: mission.expert.expertId,
    laureateIds: mission.laureateIds,
    departures: departures(mission),
    handedInAt: Math.max(file.createdAt, handedInAt(mission, file.id) ?? 0),
  };
}
