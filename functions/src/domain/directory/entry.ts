import type { ExpertCard } from '../experts/card.ts';
import { fold } from '../laureates/text.ts';

/**
 * What the directory is searched and listed by: a card, made short enough that all of them together are one document. Public, since it has
 * nothing that the card has not.
 */
export interface DirectoryEntry extends Omit<ExpertCard, 'published' | 'references'> {
  /** Words of the whole card, past missions included, that the shortened texts do not have: they are found all the same. */
  readonly further: string;
}

/** How much of each card the index keeps, in characters. */
export interface EntryRoom {
  readonly text: number;
  readonly words: number;
}

/** From the roomiest: the first in which all the cards fit is taken (`store/directory/index-document.ts`). */
export const entryRooms: readonly EntryRoom[] = [
  { text: 1_500, words: 3_000 },
  { text: 800, words: 1_000 },
  { text: 400, words: 300 },
  { text: 160, words: 0 },
];

const fullRoom: EntryRoom = { text: 10_000, words: 10_000 };

export function entryOf({ published: _published, references = '', ...card }: ExpertCard): DirectoryEntry {
  return fitted({ ...card, further: references }, fullRoom);
}

/** The entry in a smaller room: texts are cut between two words, and the words that were cut stay to be found. */
export function fitted(entry: DirectoryEntry, { text, words }: EntryRoom): DirectoryEntry {
  const [skills, sectors] = [shortened(entry.skills, text), shortened(entry.sectors, text)];
  const shown = wordsOf(`${skills} ${sectors}`);
  const further = new Set([...wordsOf(`${entry.skills} ${entry.sectors}`), ...wordsOf(entry.further)]);
  const cut = [...further].filter((word) => !shown.has(word));
  return { ...entry, skills, sectors, further: shortened(cut.join(' '), words) };
}

function wordsOf(text: string): Set<string> {
  return new Set(fold(text).split(' ').filter(Boolean));
}

/** At most `length` characters, between two words where there are some; « … » says that there was more. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  if (length === 0) return '';
  const space = text.lastIndexOf(' ', length - 1);
  return `${text.slice(0, space > length / 2 ? space : length - 1).toWellFormed()}…`;
}

/** By name of company, as a French reader looks for one. */
export function inOrder(entries: readonly DirectoryEntry[]): DirectoryEntry[] {
  return entries.toSorted(
    (one, other) => one.company.localeCompare(other.company, 'fr') || (one.id < other.id ? -1 : 1),
  );
}
