import type { Instant } from '../calendar.ts';
import { pieces, type StoredFile } from '../dossiers/pieces.ts';
import type { JournalEntry } from '../missions/mission.ts';
import type { SubmittedAmounts } from '../subsidy/share.ts';
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

/** When each document was handed in, by file. A version that the expert took back is nobody else's: it may have been the wrong file. */
export function handedInVersions(
  versions: readonly Pick<SubmittedAmounts, 'version' | 'submission'>[],
  events: readonly JournalEntry[],
): ReadonlyMap<string, Instant> {
  const retracted = new Set(events.flatMap(({ action, version }) => (action === 'retract' ? [version] : [])));
  const kept = versions.filter(({ version }) => !retracted.has(version));
  return new Map(
    kept.flatMap(({ submission: { at, devis, diagnostic } }) =>
      [devis.fileId, diagnostic.fileId].map((fileId): [string, Instant] => [fileId, at]),
    ),
  );
}
