import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import { HOUR } from '../../domain/calendar.ts';
import { activeParticipants, type Mission } from '../../domain/missions/mission.ts';
import { attestationOf, proofKindRows } from '../../domain/proofs/export.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { type EditableTemplateName, editableTemplate } from '../../domain/templates/templates.ts';
import { get } from '../collection.ts';
import type { MissionDocument } from '../collections/document-requests.ts';
import { type Access, accessLog } from '../collections/files.ts';
import { missions } from '../collections/missions.ts';
import { PROOFS, proofs } from '../collections/proofs.ts';
import { alertOnVolume, countOpening, openingsThisHour } from '../files/unusual-volume.ts';
import { type ReadStatement, readStatement } from '../laureates/statements.ts';
import { lostRace } from '../lost-race.ts';
import { readSource, type Source } from '../missions/documents.ts';

interface Asked {
  readonly actor: SignedInActor;
  readonly template: EditableTemplateName;
  readonly missionId: string;
  readonly now: number;
}

/** What a template is tried on: the records of a document of that mission, or a subsidy. */
export type Tried =
  | { readonly kind: 'mission'; readonly source: Source }
  | { readonly kind: 'laureate'; readonly read: ReadStatement };

const unknownMission = refuse('mission-unknown', 'Cette mission n’existe pas, ou ne vous est pas ouverte.');
const nothingYet = (what: string) =>
  refuse(
    'nothing-to-print',
    `Cette mission n’a pas encore de quoi remplir ce modèle : ${what}. Choisissez-en une autre.`,
  );

/**
 * The records that a template is tried on, read as staff open files: by the policy, and with a line in the log that the laureate reads, one an hour
 * for a person, a mission and a template, since a text is tried at each word. Some 15 reads, 2 writes the first time.
 */
export async function readForPreview(firestore: Firestore, asked: Asked): Promise<Tried | Refusal> {
  const { actor, template, missionId, now } = asked;
  const refusal = can(actor, { action: 'manageTemplates' });
  if (refusal) return refusal;
  const mission = await get(firestore, missions, missionId);
  if (mission === null) return unknownMission;
  const { laureateIds, expert } = mission;
  if (can(actor, { action: 'seeMission', laureateIds, expertId: expert.expertId })) return unknownMission;
  if (template === 'statement') {
    const [laureateId] = activeParticipants(mission).map((participant) => participant.laureateId);
    if (laureateId === undefined) return nothingYet('plus aucun lauréat n’y participe');
    await log(firestore, asked, { laureateIds: [laureateId], fileId: `statement.${laureateId}` });
    const read = await readStatement(firestore, { laureateId, kind: 'running', at: now, until: null });
    return read === null ? unknownMission : { kind: 'laureate', read };
  }
  const request = await requestOf(firestore, mission, { template, now });
  if (!('fileId' in request)) return request;
  await log(firestore, asked, request);
  const source = await readSource(firestore, request);
  return source === null ? unknownMission : { kind: 'mission', source };
}

type Request = MissionDocument & Pick<Access, 'laureateIds'>;

/** As the document would be asked for now. Nothing is asked: it is read, and forgotten. */
async function requestOf(
  firestore: Firestore,
  mission: Mission,
  { template, now }: { readonly template: Exclude<EditableTemplateName, 'statement'>; readonly now: number },
): Promise<Request | Refusal> {
  const { id: missionId, submission, report } = mission;
  const laureateIds = activeParticipants(mission).map(({ laureateId }) => laureateId);
  const asked = { missionId, at: now, ownerUid: mission.expert.expertId, state: 'pending', laureateIds } as const;
  switch (template) {
    case 'diagnostic':
      if (submission === null) return nothingYet('aucun diagnostic n’est remis');
      return {
        ...asked,
        fileId: submission.diagnostic.fileId,
        document: { kind: 'diagnostic', version: submission.version },
      };
    case 'report':
      if (report === null) return nothingYet('aucun rapport n’est remis');
      return { ...asked, fileId: report.document.fileId, document: { kind: 'report', number: report.number } };
    case 'attestation': {
      const found = await firestore.collection(PROOFS).where('missionId', '==', missionId).get();
      const proof = proofs.list(found.docs).find(({ kind }) => proofKindRows[kind].attested);
      if (!proof) return nothingYet('rien n’y est validé');
      const document = { kind: 'attestation', proofId: proof.id } as const;
      return { ...asked, laureateIds: [proof.laureateId], fileId: attestationOf(proof.id), document };
    }
    default:
      return template satisfies never;
  }
}

async function log(
  firestore: Firestore,
  { actor, template, missionId, now }: Asked,
  { laureateIds, fileId }: Pick<Access, 'laureateIds' | 'fileId'>,
): Promise<void> {
  const hour = Math.floor(now / HOUR);
  const { uid, name, kind } = actor;
  const line: Access = {
    ...{ uid, name, kind, as: 'preview', laureateIds, fileId, missionId, at: now },
    fileName: `${editableTemplate(template).label}, essai d’un modèle`,
    laureateId: laureateIds.length === 1 ? (laureateIds[0] ?? null) : null,
  };
  const before = await openingsThisHour(firestore, uid, now);
  const batch = firestore.batch();
  const reference = firestore.doc(accessLog.path(`template.${uid}.${missionId}.${template}.${hour}`));
  batch.create(reference, accessLog.write(line));
  countOpening(firestore, batch, uid, now);
  try {
    await batch.commit();
  } catch (error) {
    // Told already this hour.
    if (lostRace(error)) return;
    throw error;
  }
  await alertOnVolume(firestore, { actor, openings: before + 1, now });
}
