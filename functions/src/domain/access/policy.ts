import { type Actor, roleIn } from '../actor.ts';
import type { ArchiveScope } from '../archives/archive.ts';
import { type FileActionName, fileActionRefusal } from '../dossiers/file-actions.ts';
import type { FolderMission } from '../dossiers/folder.ts';
import type { StoredFile } from '../dossiers/pieces.ts';
import { type Channel, type Conversation, channelReadRefusal, channelWriteRefusal } from '../messages/channels.ts';
import type { Grant } from '../missions/facts.ts';
import type { Organisation } from '../people/people.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { belongsTo, notYours, overlooks, partOf, staffOnly } from './belonging.ts';
import { type Deposit, depositRefusal, folderRefusal } from './depositing.ts';
import { dossierRefusal, type SeenFile, scanRefusal, seeRefusal } from './reading.ts';

/** What is not a step of a mission (those are in `missions/transitions.ts`), and who may do it: one verdict for callables and pages. */
export type Subject =
  | { readonly action: 'importLaureates' | 'manageGrants' | 'handleTasks' | 'handleIncidents' }
  | { readonly action: 'seeEverything' | 'manageLaureates' | 'manageSubsidies' | 'manageSettings' | 'keepNotes' }
  | { readonly action: 'manageTemplates' | 'makeFigures' | 'shareViews' | 'manageApiTokens' }
  | { readonly action: 'handInScopingNote' | 'requestMission' | 'actOnLaureate'; readonly laureateId: string }
  | { readonly action: 'seeLaureate'; readonly laureateId: string }
  | MadeArchive
  /** What a company has not handed in yet. */
  | { readonly action: 'writeDraft'; readonly expertId: string }
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
    case 'makeFigures':
    case 'shareViews':
    case 'manageApiTokens':
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
    case 'writeDraft':
      return actor.kind === 'expert' && actor.expertId === subject.expertId ? null : notYours;
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

const signatoryOnly = refuse(
  'signatory-only',
  'Une archive se prépare à la demande d’une personne signataire de la manufacture. Les documents restent lisibles un par un.',
);

/** Whoever oversees reads everything; a signatory, what is its own laureate's: what goes in is filtered besides, by what each may read. */
function archiveRefusal(actor: Actor, { scope, laureateIds }: MadeArchive): Refusal | null {
  // Nobody asks for what is kept of somebody else, the team no more than others.
  if (scope.kind === 'person') return actor.kind !== 'anonymous' && actor.uid === scope.uid ? null : notYours;
  if (overlooks(actor)) return null;
  if (scope.kind === 'programme') return staffOnly;
  const { laureateId } = scope;
  const role = laureateId === null ? null : roleIn(actor, laureateId);
  if (laureateId === null || role === null) return notYours;
  if (scope.kind === 'mission' && !laureateIds.includes(laureateId)) return notYours;
  return role === 'signatory' ? null : signatoryOnly;
}
