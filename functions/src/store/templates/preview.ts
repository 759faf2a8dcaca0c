import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import { HOUR } from '../../domain/calendar.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type EditableTemplateName, editableTemplate, isTriedOnMissions } from '../../domain/templates/templates.ts';
import { get } from '../collection.ts';
import { type Access, accessLog } from '../collections/files.ts';
import { missions } from '../collections/missions.ts';
import { alertOnVolume, countOpening, openingsThisHour } from '../files/unusual-volume.ts';
import { cameFirst } from '../lost-race.ts';
import { previewSubjects, type Tried } from './preview-subjects.ts';

interface Asked {
  readonly actor: SignedInActor;
  readonly template: EditableTemplateName;
  readonly missionId: string;
  readonly now: number;
}

const unknownMission = refuse('mission-unknown', 'Cette mission n’existe pas, ou ne vous est pas ouverte.');
const sampleOnly = refuse(
  'nothing-to-print',
  'Ce modèle ne parle pas d’une mission : relisez-le sur l’exemple, en haut de la liste.',
);

/**
 * The records that a template is tried on, read as staff open files: by the policy, and with a line in the log that the laureate reads, one an hour
 * for a person, a mission and a template, since a text is tried at each word. Some 15 reads, 2 writes the first time.
 */
export async function readForPreview(firestore: Firestore, asked: Asked): Promise<Tried | Refusal> {
  const { actor, template, missionId, now } = asked;
  const refusal = can(actor, { action: 'manageTemplates' });
  if (refusal) return refusal;
  if (!isTriedOnMissions(template)) return sampleOnly;
  const mission = await get(firestore, missions, missionId);
  if (mission === null) return unknownMission;
  const { laureateIds, expert } = mission;
  if (can(actor, { action: 'seeMission', laureateIds, expertId: expert.expertId })) return unknownMission;
  const subject = await previewSubjects[template](firestore, { actor, mission, now });
  if (isRefusal(subject)) return subject;
  await log(firestore, asked, subject);
  return (await subject.read()) ?? unknownMission;
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
  const isFirstThisHour = await cameFirst(batch.commit());
  if (isFirstThisHour) await alertOnVolume(firestore, { actor, openings: before + 1, now });
}
