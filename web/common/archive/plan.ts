import { cleanSegment, uniquePath } from '@sur-mesure/functions/domain/archives/names';
import { formatInstant } from '@sur-mesure/functions/domain/calendar';
import { pieces } from '@sur-mesure/functions/domain/dossiers/pieces';
import type { FileRow } from '@sur-mesure/functions/domain/missions/views';
import { fileSize } from '../words/typography.ts';

/** One file of an archive: where it stands in it, and what the list says of it. */
export interface ArchiveEntry {
  readonly file: FileRow;
  /** « Devis/devis.pdf »: clean and unlike any other, whatever the system that unpacks it. */
  readonly path: string;
}

/**
 * An archive is built in the memory of the browser: past this, it comes in several parts, each asked for by a press, so that a phone holds one at a
 * time. Rejected: streaming to the disk, which two browsers in three can't do from a page.
 */
export const LARGEST_PART = 300_000_000;

/** The files, in as many parts as needed; each has its place in one list of names, so that parts unpack side by side. */
export function archiveParts(files: readonly FileRow[], largest = LARGEST_PART): readonly (readonly ArchiveEntry[])[] {
  const taken = new Set<string>([INDEX_NAME.toLowerCase()]);
  const replaced = new Set(files.flatMap(({ replacesId }) => replacesId ?? []));
  const parts: ArchiveEntry[][] = [];
  let room = 0;
  for (const file of files) {
    const former = replaced.has(file.fileId);
    const folder = cleanSegment(pieces[file.piece].label) + (former ? '/Anciennes versions' : '');
    const entry = { file, path: uniquePath(folder, cleanSegment(file.name), taken) };
    const part = parts.at(-1);
    if (part === undefined || file.size > room) {
      parts.push([entry]);
      room = largest - file.size;
    } else {
      part.push(entry);
      room -= file.size;
    }
  }
  return parts;
}

export const INDEX_NAME = 'Contenu.txt';

export interface ArchiveList {
  /** « Dossier de La Filature ». */
  readonly title: string;
  readonly now: number;
  readonly kept: readonly ArchiveEntry[];
  readonly failed: readonly { readonly entry: ArchiveEntry; readonly reason: string }[];
}

/** The list that goes with the files: what each one is, when it came, and the print of its bytes. For Notepad too: its line ends, and a mark of UTF-8. */
export function contentsText({ title, now, kept, failed }: ArchiveList): string {
  const lines = [title, `Téléchargé le ${formatInstant(now)}`, '', ...kept.flatMap(linesOf)];
  if (failed.length > 0) {
    lines.push('MANQUENT DANS CETTE ARCHIVE', '');
    for (const { entry, reason } of failed) lines.push(entry.path, `  ${reason}`, '');
  }
  lines.push(
    'L’empreinte SHA-256 d’un fichier se compare à celle que le programme conserve : si elles sont égales, le fichier est intact.',
  );
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function linesOf({ path, file }: ArchiveEntry): string[] {
  return [
    path,
    `  Nom d’origine : ${file.name}`,
    `  ${fileSize(file.size)}, déposé le ${formatInstant(file.createdAt)}${file.depositedBy === '' ? '' : ` par ${file.depositedBy}`}`,
    `  SHA-256 : ${file.sha256}`,
    '',
  ];
}
