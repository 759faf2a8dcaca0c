import { type Actor, roleIn } from '../actor.ts';
import { type PieceKind, pieces, type StoredFile } from '../dossiers/pieces.ts';
import { type Grant, grantEndsAt } from '../missions/facts.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** What is not a step of a mission (those are in `missions/transitions.ts`), and who may do it: one verdict for callables and pages. */
export type Subject =
  | { readonly action: 'reviewExperts' | 'importLaureates' | 'seeEverything' }
  | { readonly action: 'handInScopingNote' | 'requestMission'; readonly laureateId: string }
  | { readonly action: 'seeLaureate'; readonly laureateId: string }
  | { readonly action: 'seeDossier'; readonly laureateId: string; readonly grant: Grant | null; readonly now: number }
  | { readonly action: 'seeMission'; readonly expertId: string; readonly laureateIds: readonly string[] }
  | {
      readonly action: 'deposit';
      readonly piece: PieceKind;
      readonly laureateId: string | null;
      readonly expertId: string | null;
    }
  | {
      readonly action: 'openFile';
      readonly file: StoredFile;
      readonly grant: Grant | null;
      readonly mission: OpenMission | null;
      readonly now: number;
    };

/** The mission of a file, for who asks to open it. */
export interface OpenMission {
  readonly expertId: string;
  readonly laureateIds: readonly string[];
  /** Laureates that left it, and when: what was handed in later is not for them. */
  readonly departures: Readonly<Record<string, number>>;
  readonly handedInAt: number;
}

/** Null when `actor` may, else why not. */
export function can(actor: Actor, subject: Subject): Refusal | null {
  if (actor.kind === 'anonymous')
    return refuse('not-signed-in', 'Connectez-vous d’abord : un lien vous est envoyé par mail.');
  switch (subject.action) {
    case 'reviewExperts':
    case 'importLaureates':
      return actor.kind === 'staff' || actor.kind === 'system' ? null : staffOnly;
    case 'seeEverything':
      return actor.kind === 'staff' || actor.kind === 'observer' ? null : staffOnly;
    case 'handInScopingNote':
    case 'requestMission':
      return actor.kind === 'staff' || roleIn(actor, subject.laureateId) !== null ? null : notYours;
    case 'seeLaureate':
      return overlooks(actor) || roleIn(actor, subject.laureateId) !== null ? null : notYours;
    case 'seeDossier':
      return dossierRefusal(actor, subject);
    case 'seeMission':
      return overlooks(actor) || partOf(actor, subject) ? null : notYours;
    case 'deposit':
      return depositRefusal(actor, subject);
    case 'openFile':
      return openRefusal(actor, subject);
    default:
      return subject satisfies never;
  }
}

const staffOnly = refuse('staff-only', 'Cette page est réservée à l’équipe France Tiers-Lieux.');
const notYours = refuse(
  'not-yours',
  'Cette page ne vous est pas ouverte. Si vous pensez que c’est une erreur, appelez l’équipe France Tiers-Lieux.',
);
const noGrant = refuse(
  'no-grant',
  'Ce dossier ne vous est pas ouvert : il s’ouvre quand le lauréat vous demande une mission et que vous déclarez n’y avoir aucun intérêt.',
);
const grantEnded = refuse(
  'grant-ended',
  'Votre accès à ce dossier a pris fin avec la mission. Vos propres dépôts vous restent ouverts.',
);

function overlooks(actor: Actor): boolean {
  return actor.kind === 'staff' || actor.kind === 'observer' || actor.kind === 'system';
}

function partOf(actor: Actor, mission: { expertId: string; laureateIds: readonly string[] }): boolean {
  if (actor.kind === 'expert') return actor.expertId === mission.expertId;
  return mission.laureateIds.some((laureateId) => roleIn(actor, laureateId) !== null);
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

function depositRefusal(actor: Actor, subject: Extract<Subject, { action: 'deposit' }>): Refusal | null {
  const piece = pieces[subject.piece];
  const kind = actor.kind === 'laureate' || actor.kind === 'expert' || actor.kind === 'staff' ? actor.kind : null;
  if (kind === null || !piece.depositedBy.some((one) => one === kind)) {
    return refuse('not-your-piece', `« ${piece.label} » n’est pas une pièce que vous pouvez déposer.`);
  }
  if (actor.kind === 'staff') return null;
  if (actor.kind === 'expert') return actor.expertId === subject.expertId ? null : notYours;
  return subject.laureateId !== null && roleIn(actor, subject.laureateId) !== null ? null : notYours;
}

/**
 * In a shared mission, a file that names one laureate (its attestation: amounts, who signed) is its own, whatever ended, and not the others'.
 * What names nobody is for those who took part when it was handed in.
 */
function opensMissionFile(actor: Actor, file: StoredFile, mission: OpenMission): boolean {
  if (actor.kind === 'expert') return actor.expertId === mission.expertId;
  const own = mission.laureateIds.filter((laureateId) => roleIn(actor, laureateId) !== null);
  if (file.laureateId !== null) return own.some((laureateId) => laureateId === file.laureateId);
  return own.some((laureateId) => mission.handedInAt <= (mission.departures[laureateId] ?? Number.POSITIVE_INFINITY));
}

function openRefusal(actor: Actor, subject: Extract<Subject, { action: 'openFile' }>): Refusal | null {
  const { file, mission } = subject;
  // One's own deposits stay readable whatever ended.
  if (overlooks(actor) || ('uid' in actor && actor.uid === file.ownerUid)) return null;
  if (mission !== null) return opensMissionFile(actor, file, mission) ? null : notYours;
  if (file.laureateId === null) return notYours;
  if (actor.kind === 'expert' && !pieces[file.piece].shared) return notYours;
  return dossierRefusal(actor, { laureateId: file.laureateId, grant: subject.grant, now: subject.now });
}
