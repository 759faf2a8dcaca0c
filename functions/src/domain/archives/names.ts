import { dayOf, type Instant } from '../calendar.ts';
import { displayName, type PieceKind, pieces } from '../dossiers/pieces.ts';

/** Names that Windows keeps for its own devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const LONGEST_SEGMENT = 80;

/** A name that every system can unpack: no path, no device of Windows, no dot or space at the ends; its ending is kept. */
export function cleanSegment(name: string, longest = LONGEST_SEGMENT): string {
  const shown = displayName(name)
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '');
  const { stem, ending } = split(shown === '' ? 'document' : shown);
  const safe = reserved.test(stem) ? `${stem}_` : stem;
  const short = Array.from(safe)
    .slice(0, longest - ending.length)
    .join('')
    .trimEnd();
  return short + ending;
}

function split(name: string): { stem: string; ending: string } {
  const [, stem = name, ending = ''] = /^(.+)(\.[A-Za-z\d]{1,5})$/.exec(name) ?? [];
  return { stem, ending };
}

/** « plan.pdf », then « plan (2).pdf »: two names that differ by their capitals only are one on Windows and on a Mac. */
export function uniquePath(folder: string, name: string, taken: Set<string>): string {
  const { stem, ending } = split(name);
  for (let copy = 1; ; copy++) {
    const path = `${folder}${folder === '' ? '' : '/'}${copy === 1 ? name : `${stem} (${copy})${ending}`}`;
    if (taken.has(path.toLowerCase())) continue;
    taken.add(path.toLowerCase());
    return path;
  }
}

/** How documents are called in an archive: they sort by day, and say what they are out of their folder too. */
const documentPattern = '{jour} {pièce} - {nom}';

/** « 2025-03-04 Devis - plan.pdf » */
export function documentName(file: { readonly createdAt: Instant; readonly piece: PieceKind; readonly name: string }) {
  const written = documentPattern
    .replace('{jour}', dayOf(file.createdAt))
    .replace('{pièce}', pieces[file.piece].label)
    .replace('{nom}', () => cleanSegment(file.name, 50));
  return cleanSegment(written);
}

/** A folder a mission or laureate. The id makes it unlike any other, and finds it again in the service. */
export function folderName(title: string, id: string): string {
  return `${cleanSegment(title, 50)} [${cleanSegment(id, 40)}]`;
}
