import { can } from '../../domain/access/policy.ts';
import type { Actor } from '../../domain/actor.ts';
import { fileActionNames } from '../../domain/dossiers/file-actions.ts';
import type { FolderMission } from '../../domain/dossiers/folder.ts';
import { pieces, type StoredFile } from '../../domain/dossiers/pieces.ts';
import type { FileRow } from '../../domain/missions/views.ts';

/** A file as this reader sees it, with what it may do about it. `mission`: of the folder that the file is in. */
export function rowOfFile(file: StoredFile, actor: Actor, mission: FolderMission | null): FileRow {
  const { id, piece, name, size, contentType, createdAt, sha256, laureateId, replacesId, withdrawnAt } = file;
  const mayReplace = can(actor, { action: 'deposit', piece, laureateId, mission, replaces: file }) === null;
  return {
    fileId: id,
    piece,
    name,
    size,
    contentType,
    createdAt,
    sha256,
    depositedBy: file.ownerName,
    shared: pieces[piece].shared === 'chosen' ? file.shared : null,
    replacesId,
    withdrawnAt,
    hasPreview: file.preview === 'made',
    templateVersion: file.template?.version ?? null,
    actions: [
      ...fileActionNames.filter((act) => can(actor, { action: 'actOnFile', act, file }) === null),
      ...(mayReplace ? (['replace'] as const) : []),
    ],
  };
}
