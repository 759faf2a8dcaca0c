import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import type { ApiContract } from '../../domain/api.ts';
import type { Instant } from '../../domain/calendar.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { get } from '../collection.ts';
import { archives } from '../collections/archives.ts';
import { accessLog, tickets } from '../collections/files.ts';
import { missions } from '../collections/missions.ts';
import { storedPath } from '../files/stored-files.ts';
import { TICKET_LIFETIME } from '../files/tickets.ts';

const unknown = refuse(
  'archive-unknown',
  'Cette archive n’est pas prête, ou n’existe plus. Rechargez la page, puis préparez-la de nouveau.',
);

interface Asked {
  readonly actor: SignedInActor;
  readonly archiveId: string;
  readonly accessId: string;
  readonly now: Instant;
}

/**
 * A ticket of five minutes on one's own finished archive, with its line in the access log, as `openFile` gives on a file: the rule of Storage reads the
 * ticket and the account. Asked of the policy again, since who asked may no longer be a signatory. 3 reads, 2 writes.
 */
export async function openArchive(
  firestore: Firestore,
  { actor, archiveId, accessId, now }: Asked,
): Promise<ApiContract['openArchive']['output'] | Refusal> {
  const archive = await get(firestore, archives, archiveId);
  if (archive?.by.uid !== actor.uid || archive.state !== 'ready' || (archive.expiresAt ?? 0) <= now) return unknown;
  const { scope, run: fileId, title: name } = archive;
  const mission = scope.kind === 'mission' ? await get(firestore, missions, scope.missionId) : null;
  const refusal = can(actor, { action: 'makeArchive', scope, laureateIds: mission?.laureateIds ?? [] });
  if (refusal) return refusal;
  const { uid, kind } = actor;
  const laureateId = 'laureateId' in scope ? scope.laureateId : null;
  const missionId = scope.kind === 'mission' ? scope.missionId : null;
  const expiresMs = now + TICKET_LIFETIME;
  // Of a mission asked for by the team: the log of each laureate that it names.
  const laureateIds = laureateId === null ? (mission?.laureateIds ?? []) : [laureateId];
  const batch = firestore.batch();
  const ticket = { uid, fileId, via: 'account', laureateId: null, expiresMs } as const;
  batch.set(firestore.doc(tickets.path(uid, fileId)), tickets.write(ticket));
  const opening = { as: 'file', uid, name: actor.name, kind, fileId, fileName: name, at: now } as const;
  batch.create(
    firestore.doc(accessLog.path(accessId)),
    accessLog.write({ ...opening, laureateId, missionId, laureateIds: [...laureateIds] }),
  );
  await batch.commit();
  return { path: storedPath(fileId), name, contentType: 'application/zip', expiresAt: expiresMs };
}
