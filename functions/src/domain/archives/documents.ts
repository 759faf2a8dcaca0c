import { pieces, type StoredFile } from '../dossiers/pieces.ts';
import { cleanSegment, documentName, uniquePath } from './names.ts';

/** A document and its place in the folder of its mission or laureate: by piece, former versions apart, no name twice. */
export function documentPaths<File extends StoredFile>(
  files: readonly File[],
): { readonly path: string; readonly file: File }[] {
  const taken = new Set<string>();
  return files.map((file) => {
    const former = file.replacedById === null ? '' : '/Anciennes versions';
    const withdrawn = file.withdrawnAt === null ? '' : '/Retirés';
    const folder = `Documents/${cleanSegment(pieces[file.piece].label)}${former}${withdrawn}`;
    return { file, path: uniquePath(folder, documentName(file), taken) };
  });
}
