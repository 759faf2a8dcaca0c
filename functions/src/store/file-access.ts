import type { Firestore } from 'firebase-admin/firestore';
import { can, type OpenMission } from '../domain/access/policy.ts';
import type { SignedInActor } from '../domain/actor.ts';
import { MINUTE } from '../domain/calendar.ts';
import type { StoredFile } from '../domain/dossiers/pieces.ts';
import { departures, handedInAt, type Mission } from '../domain/missions/mission.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { get } from './collection.ts';
import { accessLog, files, type Ticket, tickets } from './collections/files.ts';
import { grants } from './collections/grants.ts';
import { missions } from './collections/missions.ts';

const TICKET_LIFETIME = 5 * MINUTE;
const unknownFile = refuse(
  'file-unknown',
  'Ce document n’existe pas, ou n’est pas encore prêt. Rechargez la page dans quelques secondes.',
);

/**
 * Opens one file for five minutes: the policy's verdict, then the ticket and the line of the access log in one commit (3 reads, 2 writes). The
 * Storage rule reads the ticket and the living document that `via` names, so that cutting an account or a grant closes the file at once.
 */
export async function openFile(
  firestore: Firestore,
  asked: { actor: SignedInActor; fileId: string; accessId: string; now: number },
): Promise<{ path: string; name: string; contentType: string; expiresAt: number } | Refusal> {
  const { actor, now } = asked;
  const file = await get(firestore, files, asked.fileId);
  if (file === null) return unknownFile;
  const mission = file.missionId === null ? null : await get(firestore, missions, file.missionId);
  // A file of a mission opens to its parties by the mission itself, after the dossier's end too: an attestation names a laureate, and is no piece.
  const asksByGrant =
    actor.kind === 'expert' && file.missionId === null && file.laureateId !== null && file.ownerUid !== actor.uid;
  const grant =
    asksByGrant && file.laureateId !== null ? await get(firestore, grants, file.laureateId, actor.uid) : null;
  const refusal = can(actor, { action: 'openFile', file, grant, mission: mission && openMission(mission, file), now });
  if (refusal) return refusal;
  const ticket: Ticket = {
    uid: actor.uid,
    fileId: file.id,
    via: asksByGrant ? 'grant' : 'account',
    laureateId: file.laureateId,
    expiresMs: now + TICKET_LIFETIME,
  };
  const access = {
    uid: actor.uid,
    name: actor.name,
    kind: actor.kind,
    fileId: file.id,
    fileName: file.name,
    laureateId: file.laureateId,
    missionId: file.missionId,
    at: now,
  };
  const batch = firestore.batch();
  batch.set(firestore.doc(tickets.path(actor.uid, file.id)), tickets.write(ticket));
  batch.create(firestore.doc(accessLog.path(asked.accessId)), accessLog.write(access));
  await batch.commit();
  return { path: file.path, name: file.name, contentType: file.contentType, expiresAt: ticket.expiresMs };
}

/** A devis may wait in the mission before it is sent: the later of the two dates is when the others had it. */
function openMission(mission: Mission, file: StoredFile): OpenMission {
  return {
    expertId: mission.expert.expertId,
    laureateIds: mission.laureateIds,
    departures: departures(mission),
    handedInAt: Math.max(file.createdAt, handedInAt(mission, file.id) ?? 0),
  };
}
