import { type Actor, roleIn } from '../actor.ts';
import type { ArchiveScope } from '../archives/archive.ts';
import { type FileActionName, fileActionRefusal } from '../dossiers/file-actions.ts';
import type { FolderMission } from '../dossiers/folder.ts';
import { isFor, isShared, type PieceKind, pieces, type Side, type StoredFile } from '../dossiers/pieces.ts';
import {
  type Channel,
  type Conversation,
  channelOf,
  channelReadRefusal,
  channelReadUntil,
  channelWriteRefusal,
} from '../messages/channels.ts';
import { type Grant, grantEndsAt } from '../missions/facts.ts';
import type { Organisation } from '../people/people.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** What is not a step of a mission (those are in `missions/transitions.ts`), and who may do it: one verdict for callables and pages. */
export type Subject =
  | { readonly action: 'importLaureates' | 'manageGrants' | 'handleTasks' | 'handleIncidents' }
  | { readonly action: 'seeEverything' | 'manageLaureates' | 'manageSubsidies' | 'manageSettings' | 'keepNotes' }
  | { readonly action: 'manageTemplates' }
  | { readonly action: 'handInScopingNote' | 'requestMission' | 'actOnLaureate'; readonly laureateId: string }
  | { readonly action: 'seeLaureate'; readonly laureateId: string }
  | MadeArchive
  | { readonly action: 'seePeople'; readonly organisation: Organisation }
  | { readonly action: 'seeDossier'; readonly laureateId: string; readonly grant: Grant | null; readonly now: number }
  | { readonly action: 'seeMission'; readonly expertId: string; readonly laureateIds: readonly string[] }
  | { readonly action: 'seeProof'; readonly expertId: string; readonly laureateId: string }
  | Deposit
  | ({ readonly action: 'seeFile' } & SeenFile)
  /** `scannerConfigured`: what no antivirus has seen is then closed to everyone. */
  | ({ readonly action: 'openFile'; readonly scannerConfigured: boolean } & SeenFile)
  | { readonly action: 'actOnFile'; readonly act: FileActionName; readonly file: StoredFile }
  | { readonly action: 'readMessages'; readonly conversation: Conversation; readonly channel: Channel }
  | ({ readonly action: 'writeMessage'; readonly settings: ProgrammeSettings; readonly now: number } & ChannelOf)
  | { readonly action: 'workInFolder'; readonly laureateId: string | null; readonly mission: FolderMission };

interface MadeArchive {
  readonly action: 'makeArchive';
  readonly scope: ArchiveScope;
  /** Of a mission: those that it is open to. */
  readonly laureateIds: readonly string[];
}

interface ChannelOf {
  readonly conversation: Conversation;
  readonly channel: Channel;
}

interface Deposit {
  readonly action: 'deposit';
  readonly piece: PieceKind;
  readonly laureateId: string | null;
  readonly mission: FolderMission | null;
  /** The file that this one is the next version of. */
  readonly replaces: StoredFile | null;
}

interface SeenFile {
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

export const signInFirst = refuse('not-signed-in', 'Connectez-vous d’abord : un lien vous est envoyé par courriel.');

/** Null when `actor` may, else why not. */
export function can(actor: Actor, subject: Subject): Refusal | null {
  if (actor.kind === 'anonymous') return signInFirst;
  switch (subject.action) {
    case 'importLaureates':
    case 'manageLaureates':
    case 'keepNotes':
    case 'manageGrants':
    case 'handleTasks':
    case 'handleIncidents':
    case 'manageSubsidies':
    case 'manageSettings':
    case 'manageTemplates':
      return actor.kind === 'staff' || actor.kind === 'system' ? null : staffOnly;
    case 'seeEverything':
      return actor.kind === 'staff' || actor.kind === 'observer' ? null : staffOnly;
    case 'handInScopingNote':
    case 'requestMission':
    case 'actOnLaureate':
      return actor.kind === 'staff' || roleIn(actor, subject.laureateId) !== null ? null : notYours;
    case 'seeLaureate':
      return overlooks(actor) || roleIn(actor, subject.laureateId) !== null ? null : notYours;
    case 'makeArchive':
      return archiveRefusal(actor, subject);
    case 'seePeople':
      return overlooks(actor) || belongsTo(actor, subject.organisation) ? null : notYours;
    case 'seeDossier':
      return dossierRefusal(actor, subject);
    case 'seeMission':
      return overlooks(actor) || partOf(actor, subject) ? null : notYours;
    // Its readers are those of its attestation: what one laureate validated is not the others', and stays its own once it left.
    case 'seeProof':
      return overlooks(actor) || partOf(actor, { ...subject, laureateIds: [subject.laureateId] }) ? null : notYours;
    case 'deposit':
      return depositRefusal(actor, subject);
    case 'readMessages':
      return channelReadRefusal(actor, subject.conversation, subject.channel);
    case 'writeMessage':
      return channelWriteRefusal(actor, subject.conversation, subject.channel, subject);
    case 'workInFolder':
      return folderRefusal(actor, subject.laureateId, subject.mission);
    case 'actOnFile':
      return fileActionRefusal(actor, subject.act, subject.file);
    case 'seeFile':
      return seeRefusal(actor, subject);
    case 'openFile':
      return seeRefusal(actor, subject) ?? scanRefusal(subject.file, subject.scannerConfigured);
    default:
      return subject satisfies never;
  }
}

const staffOnly = refuse('staff-only', 'Cette page est réservée à l’équipe France Tiers-Lieux.');
const notYours = refuse(
  'not-yours',
  'Cette page ne vous est pas ouverte. Si vous pensez que c’est une erreur, appelez l’équipe France Tiers-Lieux.',
);
const signatoryOnly = refuse(
  'signatory-only',
  'Une archive se prépare à la demande d’une personne signataire de la manufacture. Les documents restent lisibles un par un.',
);
const noGrant = refuse(
  'no-grant',
  'Ce dossier ne vous est pas ouvert : il s’ouvre quand la manufacture vous demande une mission et que vous déclarez n’y avoir aucun intérêt.',
);
const grantEnded = refuse(
  'grant-ended',
  'Votre accès à ce dossier a pris fin. Vos propres dépôts vous restent ouverts.',
);

const withdrawn = refuse(
  'file-withdrawn',
  'Ce document a été retiré par la personne qui l’avait déposé. Demandez-lui la nouvelle version.',
);
const elsewhere = refuse(
  'version-elsewhere',
  'Ce document ne peut pas remplacer celui-là : ce n’est pas la même pièce, ou elle est ailleurs. Déposez-le comme un nouveau document.',
);
const alreadyReplaced = refuse(
  'already-replaced',
  'Une version plus récente de ce document existe déjà. Rechargez la page, puis remplacez la plus récente.',
);
const folderClosed = refuse(
  'folder-closed',
  'Cette mission n’a pas eu de suite : rien ne s’ajoute plus à son dossier de travail. Ce qui y est reste lisible.',
);
const infected = refuse(
  'file-infected',
  'L’antivirus a trouvé un programme malveillant dans ce document : plus personne ne peut l’ouvrir. Déposez-en une version saine.',
);
const unscanned = refuse(
  'file-unscanned',
  'Ce document attend l’antivirus, qui vient d’être mis en service. Rien n’est perdu : réessayez dans une heure.',
);

function overlooks(actor: Actor): boolean {
  return actor.kind === 'staff' || actor.kind === 'observer' || actor.kind === 'system';
}

function belongsTo(actor: Actor, organisation: Organisation): boolean {
  if (organisation.kind === 'laureate') return roleIn(actor, organisation.laureateId) !== null;
  return organisation.kind === 'expert' && actor.kind === 'expert' && actor.expertId === organisation.expertId;
}

function partOf(actor: Actor, mission: { expertId: string; laureateIds: readonly string[] }): boolean {
  if (actor.kind === 'expert') return actor.expertId === mission.expertId;
  return mission.laureateIds.some((laureateId) => roleIn(actor, laureateId) !== null);
}

/** Whoever oversees reads everything; a signatory, what is its own laureate's: what goes in is filtered besides, by what each may read. */
function archiveRefusal(actor: Actor, { scope, laureateIds }: MadeArchive): Refusal | null {
  if (overlooks(actor)) return null;
  if (scope.kind === 'programme') return staffOnly;
  const { laureateId } = scope;
  const role = laureateId === null ? null : roleIn(actor, laureateId);
  if (laureateId === null || role === null) return notYours;
  if (scope.kind === 'mission' && !laureateIds.includes(laureateId)) return notYours;
  return role === 'signatory' ? null : signatoryOnly;
}

function dossierRefusal(
  actor: Actor,
  subject: { laureateId: string; grant: Grant | null; now: number },
): Refusal | null {
  if (overlooks(actor) || roleIn(actor, subject.laureateId) !== null) return null;
  if (actor.kind !== 'expert') return notYours;
  const { grant } = subject;
  if (grant === null || grant.laureateId !== subject.laureateId || grant.uid !== actor.uid) return noGrant;
  return subject.now < grantEndsAt(grant) ? null : grantEnded;
}

function depositRefusal(actor: Actor, subject: Deposit): Refusal | null {
  const piece = pieces[subject.piece];
  const { replaces, mission, laureateId } = subject;
  const side = sideOf(actor);
  const allowed: readonly Side[] = replaces === null ? piece.depositedBy : piece.replacedBy;
  if (side === null || !allowed.includes(side)) {
    return refuse('not-your-piece', `« ${piece.label} » n’est pas une pièce que vous pouvez déposer.`);
  }
  const version = replaces && versionRefusal(side, subject, replaces);
  if (version) return version;
  if (subject.piece === 'signedDevis' && laureateId === null) return notYours;
  if (subject.piece === 'working' || subject.piece === 'signedDevis')
    return mission === null ? notYours : folderRefusal(actor, laureateId, mission);
  if (actor.kind === 'staff') return null;
  if (actor.kind === 'expert') return actor.expertId === mission?.expertId ? null : notYours;
  return laureateId !== null && roleIn(actor, laureateId) !== null ? null : notYours;
}

export function sideOf(actor: Actor): Side | null {
  return actor.kind === 'laureate' || actor.kind === 'expert' || actor.kind === 'staff' ? actor.kind : null;
}

/** The next version of a file is of the same piece, in the same place and, in a working folder, by the same side; each has one next at most. */
function versionRefusal(side: Side, { piece, laureateId, mission }: Deposit, replaces: StoredFile): Refusal | null {
  const samePlace =
    replaces.piece === piece &&
    replaces.missionId === (mission?.id ?? null) &&
    replaces.laureateId === laureateId &&
    (piece !== 'working' || replaces.side === side);
  if (!samePlace) return elsewhere;
  if (replaces.withdrawnAt !== null) return withdrawn;
  return replaces.replacedById === null ? null : alreadyReplaced;
}

/**
 * What a laureate puts in a working folder names it: it is for the expert and FTL, not for the other laureates of a shared mission. The expert
 * and FTL put things in for everyone (`null`) or for one of the laureates.
 */
function folderRefusal(actor: Actor, laureateId: string | null, mission: FolderMission): Refusal | null {
  if (laureateId !== null && !mission.laureateIds.includes(laureateId)) return notYours;
  if (sideOf(actor) === null) return notYours;
  if (actor.kind === 'expert' && actor.expertId !== mission.expertId) return notYours;
  if (actor.kind === 'laureate' && (laureateId === null || roleIn(actor, laureateId) === null)) return notYours;
  return mission.goesOn ? null : folderClosed;
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

/** Whether what opens this file to this person is a grant on a laureate's dossier: its pieces, and what it put in a working folder. */
export function opensByGrant(actor: Actor, file: StoredFile): boolean {
  if (actor.kind !== 'expert' || file.laureateId === null || file.ownerUid === actor.uid) return false;
  return file.missionId === null || (file.piece === 'working' && file.side === 'laureate');
}

/** Whoever asks for these puts nothing there: they are its organisation's, and close to a person that leaves it. */
const onRequest: readonly PieceKind[] = ['statement', 'printedNote', 'devisSummary'];

function seeRefusal(actor: Actor, subject: SeenFile): Refusal | null {
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

/** Opens to the readers of its channel: for who left the mission, what came before. Withdrawn with its message, to its author and FTL alone. */
function attachmentRefusal(actor: Actor, { file, conversation }: SeenFile): Refusal | null {
  const channel = channelOf(file);
  if (!conversation || channel === null || conversation.missionId !== file.missionId) return notYours;
  const refusal = channelReadRefusal(actor, conversation, channel);
  if (refusal) return refusal;
  if (file.createdAt > channelReadUntil(actor, conversation, channel)) return notYours;
  return file.withdrawnAt === null ? null : withdrawn;
}

function dossierFileRefusal(actor: Actor, { file, grant, now }: SeenFile): Refusal | null {
  if (file.laureateId === null) return notYours;
  if (actor.kind === 'expert' && !isShared(file)) return notYours;
  return dossierRefusal(actor, { laureateId: file.laureateId, grant, now });
}

/** Applies to everyone, its own author included: an antivirus protects those who open. */
function scanRefusal({ scan }: StoredFile, scannerConfigured: boolean): Refusal | null {
  if (scan === 'infected') return infected;
  return scannerConfigured && scan !== 'clean' ? unscanned : null;
}
