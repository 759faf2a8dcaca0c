import { type Actor, roleIn } from '../actor.ts';
import type { FolderMission } from '../dossiers/folder.ts';
import { type PieceKind, pieces, type Side, type StoredFile } from '../dossiers/pieces.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { notYours, sideOf } from './belonging.ts';
import { withdrawn } from './reading.ts';

export interface Deposit {
  readonly action: 'deposit';
  readonly piece: PieceKind;
  readonly laureateId: string | null;
  readonly mission: FolderMission | null;
  /** The file that this one is the next version of. */
  readonly replaces: StoredFile | null;
}

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

/** Why this person may not put this file there; null when it may. */
export function depositRefusal(actor: Actor, subject: Deposit): Refusal | null {
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
export function folderRefusal(actor: Actor, laureateId: string | null, mission: FolderMission): Refusal | null {
  if (laureateId !== null && !mission.laureateIds.includes(laureateId)) return notYours;
  if (sideOf(actor) === null) return notYours;
  if (actor.kind === 'expert' && actor.expertId !== mission.expertId) return notYours;
  if (actor.kind === 'laureate' && (laureateId === null || roleIn(actor, laureateId) === null)) return notYours;
  return mission.goesOn ? null : folderClosed;
}
