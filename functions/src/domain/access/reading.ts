import { type Actor, roleIn } from '../actor.ts';
import { isFor, isShared, type PieceKind, type StoredFile } from '../dossiers/pieces.ts';
import { type Conversation, channelOf, channelReadRefusal, channelReadUntil } from '../messages/channels.ts';
import { type Grant, grantEndsAt } from '../missions/facts.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { notYours, overlooks, sideOf } from './belonging.ts';

/** A file, and what its opening depends on. */
export interface SeenFile {
  readonly file: StoredFile;
  readonly grant: Grant | null;
  readonly mission: OpenMission | null;
  /** For an attachment: closed without it. */
  readonly conversation?: Conversation | null | undefined;
  readonly now: number;
}

/** The mission of a file, for who asks to open it. */
export interface OpenMission {
  readonly expertId: string;
  readonly laureateIds: readonly string[];
  /** Laureates that left it, and when: what was handed in later is not for them. */
  readonly departures: Readonly<Record<string, number>>;
  readonly handedInAt: number;
}

const noGrant = refuse(
  'no-grant',
  'Ce dossier ne vous est pas ouvert : il s’ouvre quand la manufacture vous demande une mission et que vous déclarez n’y avoir aucun intérêt.',
);

const grantEnded = refuse(
  'grant-ended',
  'Votre accès à ce dossier a pris fin. Vos propres dépôts vous restent ouverts.',
);

export const withdrawn = refuse(
  'file-withdrawn',
  'Ce document a été retiré par la personne qui l’avait déposé. Demandez-lui la nouvelle version.',
);

const infected = refuse(
  'file-infected',
  'L’antivirus a trouvé un programme malveillant dans ce document : plus personne ne peut l’ouvrir. Déposez-en une version saine.',
);

const unscanned = refuse(
  'file-unscanned',
  'Ce document attend l’antivirus, qui vient d’être mis en service. Rien n’est perdu : réessayez dans une heure.',
);

/** Whoever asks for these puts nothing there: they are its organisation's, and close to a person that leaves it. */
const onRequest: readonly PieceKind[] = ['statement', 'printedNote', 'devisSummary'];

/** A dossier is open to its laureate, to who oversees, and to one person of an expert's company by a grant of that person's own. */
export function dossierRefusal(
  actor: Actor,
  subject: { laureateId: string; grant: Grant | null; now: number },
): Refusal | null {
  if (overlooks(actor) || roleIn(actor, subject.laureateId) !== null) return null;
  if (actor.kind !== 'expert') return notYours;
  const { grant } = subject;
  if (grant === null || grant.laureateId !== subject.laureateId || grant.uid !== actor.uid) return noGrant;
  return subject.now < grantEndsAt(grant) ? null : grantEnded;
}

/** Why a file is not shown to this person; null when it is. Whether an antivirus lets anybody open it is another question. */
export function seeRefusal(actor: Actor, subject: SeenFile): Refusal | null {
  const { file, mission } = subject;
  // Before who asked for it, and before who reads everything: an observer reads no feedback.
  if (!isFor(file, actor.kind)) return notYours;
  // One's own deposits stay readable whatever ended.
  if (overlooks(actor) || ('uid' in actor && actor.uid === file.ownerUid && !onRequest.includes(file.piece)))
    return null;
  if (file.piece === 'attachment') return attachmentRefusal(actor, subject);
  const refusal =
    mission === null ? dossierFileRefusal(actor, subject) : missionFileRefusal(actor, { ...subject, mission });
  // A dossier has one side, whoever put the piece there for it.
  const ownSide = sideOf(actor) === (file.missionId === null ? 'laureate' : file.side);
  return refusal ?? (file.withdrawnAt !== null && !ownSide ? withdrawn : null);
}

/**
 * In a shared mission, a file that names one laureate (its attestation: amounts, who signed) is its own, whatever ended, and not the others'.
 * What names nobody is for those who took part when it was handed in. What a laureate shares to work on opens as its dossier does, by the grant.
 */
function missionFileRefusal(actor: Actor, { file, mission, grant, now }: SeenFile & { mission: OpenMission }) {
  if (actor.kind === 'expert') {
    if (actor.expertId !== mission.expertId) return notYours;
    return opensByGrant(actor, file) ? dossierRefusal(actor, { laureateId: file.laureateId ?? '', grant, now }) : null;
  }
  const own = mission.laureateIds.filter((laureateId) => roleIn(actor, laureateId) !== null);
  const { departures, handedInAt } = mission;
  const seen =
    file.laureateId !== null
      ? own.includes(file.laureateId)
      : own.some((laureateId) => handedInAt <= (departures[laureateId] ?? Number.POSITIVE_INFINITY));
  return seen ? null : notYours;
}

function dossierFileRefusal(actor: Actor, { file, grant, now }: SeenFile): Refusal | null {
  if (file.laureateId === null) return notYours;
  if (actor.kind === 'expert' && !isShared(file)) return notYours;
  return dossierRefusal(actor, { laureateId: file.laureateId, grant, now });
}

/** Opens to the readers of its channel: for who left the mission, what came before. Withdrawn with its message, to its author and FTL alone. */
function attachmentRefusal(actor: Actor, { file, conversation }: SeenFile): Refusal | null {
  const channel = channelOf(file);
  if (!conversation || channel === null || conversation.missionId !== file.missionId) return notYours;
  const refusal = channelReadRefusal(actor, conversation, channel);
  if (refusal) return refusal;
  if (file.createdAt > channelReadUntil(actor, conversation, channel)) return notYours;
  return file.withdrawnAt === null ? null : withdrawn;
}

/** Whether what opens this file to this person is a grant on a laureate's dossier: its pieces, and what it put in a working folder. */
export function opensByGrant(actor: Actor, file: StoredFile): boolean {
  if (actor.kind !== 'expert' || file.laureateId === null || file.ownerUid === actor.uid) return false;
  return file.missionId === null || (file.piece === 'working' && file.side === 'laureate');
}

/** Applies to everyone, its own author included: an antivirus protects those who open. */
export function scanRefusal({ scan }: StoredFile, scannerConfigured: boolean): Refusal | null {
  if (scan === 'infected') return infected;
  return scannerConfigured && scan !== 'clean' ? unscanned : null;
}
