import { type Actor, roleIn } from '../actor.ts';
import type { FileActionInput } from '../api.ts';
import type { Happening } from '../people/journal.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { dossierPieces, type PieceKind, pieceKinds, pieces, type StoredFile } from './pieces.ts';

export type FileActionName = FileActionInput['action'];

interface FileAction {
  readonly label: string;
  /** What the page says once it is done. */
  readonly done: string;
  readonly happening: Happening;
  readonly pieces: readonly PieceKind[];
  /** Whether it would change anything. */
  readonly applies: (file: StoredFile) => boolean;
}

const chosen = pieceKinds.filter((kind) => pieces[kind].shared === 'chosen');

/** What is done about a file that is there. Nothing is deleted: what is withdrawn is kept for its side and FTL. */
export const fileActions = {
  share: {
    label: 'Partager avec les experts',
    done: 'Document partagé : les experts à qui votre dossier est ouvert le voient dès maintenant.',
    happening: 'shareFile',
    pieces: chosen,
    applies: ({ shared }) => !shared,
  },
  unshare: {
    label: 'Ne plus partager',
    done: 'Partage arrêté : les experts ne voient plus ce document, ni ses versions précédentes.',
    happening: 'unshareFile',
    pieces: chosen,
    applies: ({ shared }) => shared,
  },
  withdraw: {
    label: 'Retirer',
    done: 'Document retiré : il reste dans votre historique, et n’est plus montré aux autres.',
    happening: 'withdrawFile',
    pieces: [...dossierPieces, 'working'],
    applies: () => true,
  },
} as const satisfies Record<FileActionName, FileAction>;

export const fileActionNames = ['share', 'unshare', 'withdraw'] as const satisfies readonly FileActionName[];

const notYourFile = refuse('not-your-file', 'Ce document n’est pas à vous : seule son équipe peut en décider.');

/** Why `actor` may not do this to `file`, or null: a laureate's people and FTL for its pieces, the author and FTL in a working folder. */
export function fileActionRefusal(actor: Actor, name: FileActionName, file: StoredFile): Refusal | null {
  const action: FileAction = fileActions[name];
  if (!decidesOn(actor, file)) return notYourFile;
  if (!action.pieces.includes(file.piece))
    return refuse(
      'not-for-this-piece',
      `« ${action.label} » ne s’applique pas à la pièce « ${pieces[file.piece].label} ».`,
    );
  if (file.withdrawnAt !== null)
    return refuse('file-withdrawn', 'Ce document est déjà retiré. Déposez-en une nouvelle version si besoin.');
  return action.applies(file)
    ? null
    : refuse('already-so', 'C’est déjà fait : rechargez la page pour voir où en est ce document.');
}

function decidesOn(actor: Actor, { missionId, laureateId, ownerUid }: StoredFile): boolean {
  if (actor.kind === 'staff') return true;
  if (missionId !== null) return 'uid' in actor && actor.uid === ownerUid;
  return laureateId !== null && roleIn(actor, laureateId) !== null;
}
