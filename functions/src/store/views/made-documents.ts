import type { Firestore } from 'firebase-admin/firestore';
import type { Actor } from '../../domain/actor.ts';
import type { PieceKind } from '../../domain/dossiers/pieces.ts';
import type { FileRow } from '../../domain/missions/views.ts';
import { FILES, files } from '../collections/files.ts';
import { rowOfFile } from './file-rows.ts';

interface Made {
  readonly laureateId: string;
  readonly piece: PieceKind;
  /** The page looks for the one just asked for; older ones are found in the archive. */
  readonly most: number;
}

/** What was made for a laureate at somebody's request, newest first. 1 query. */
export async function madeDocuments(
  firestore: Firestore,
  actor: Actor,
  { laureateId, piece, most }: Made,
): Promise<FileRow[]> {
  const found = await firestore
    .collection(FILES)
    .where('laureateId', '==', laureateId)
    .where('piece', '==', piece)
    .orderBy('createdAt', 'desc')
    .limit(most)
    .get();
  return files.list(found.docs).map((file) => rowOfFile(file, actor, null));
}
