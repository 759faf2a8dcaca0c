import { fold } from '../laureates/text.ts';
import type { PieceKind } from './pieces.ts';

/** A laureate as its files may name it. */
export interface KnownLaureate {
  readonly laureateId: string;
  readonly name: string;
  readonly reference: string | null;
  readonly sirets: readonly string[];
}

/** A file as a chosen folder gives it: « Lot 3/La Fabrique/Note de cadrage.pdf », and its size in bytes. */
export interface FoundFile {
  readonly path: string;
  readonly size: number;
}

/** What the laureate was recognised by: in this order, since a SIRET is nobody else's and a name may be. */
export type MatchedBy = 'siret' | 'reference' | 'name';

export type FileMatch =
  | {
      readonly path: string;
      readonly found: 'laureate';
      readonly laureateId: string;
      readonly by: MatchedBy;
      readonly piece: Extract<PieceKind, 'application' | 'incubationReport' | 'scopingNote' | 'other'>;
    }
  | { readonly path: string; readonly found: 'nobody' }
  /** Several could be meant: somebody says which. */
  | { readonly path: string; readonly found: 'several'; readonly laureateIds: readonly string[] }
  /** The same name and size for the same laureate as `sameAs`: a copy of a copy. */
  | { readonly path: string; readonly found: 'duplicate'; readonly sameAs: string };

/**
 * Whose each file is and what it is, by its folders and its name: what staff review before anything is sent. Nothing is guessed between two
 * laureates, because a wrong guess would show one's papers to another. The nearest folder speaks first: « Lot 3 » says nothing, « La Fabrique » does.
 */
export function matchFiles(files: readonly FoundFile[], laureates: readonly KnownLaureate[]): FileMatch[] {
  const known = laureates.map(wordsOf);
  const seen = new Map<string, string>();
  return files.map(({ path, size }) => {
    const recognised = recognise(path, known);
    if (recognised === null) return { path, found: 'nobody' };
    const { by, laureateIds } = recognised;
    const [laureateId, ...others] = laureateIds;
    if (laureateId === undefined || others.length > 0) return { path, found: 'several', laureateIds };
    const copy = [laureateId, size, fold(segments(path).at(-1) ?? '')].join('/');
    const sameAs = seen.get(copy);
    if (sameAs !== undefined) return { path, found: 'duplicate', sameAs };
    seen.set(copy, path);
    return { path, found: 'laureate', laureateId, by, piece: pieceOf(path) };
  });
}

interface Known {
  readonly laureateId: string;
  readonly sirets: readonly string[];
  readonly reference: string;
  readonly name: string;
}

function wordsOf({ laureateId, name, reference, sirets }: KnownLaureate): Known {
  return { laureateId, sirets, reference: fold(reference ?? ''), name: fold(name) };
}

function segments(path: string): string[] {
  return path.split(/[/\\]/).filter((segment) => segment !== '');
}

/** The ways of recognising, the surest first. */
const ways = {
  siret: (segment, { sirets }) => sirets.some((siret) => digitsOf(segment).includes(siret)),
  reference: (segment, { reference }) => holds(fold(segment), reference),
  name: (segment, { name }) => holds(fold(segment), name),
} as const satisfies Record<MatchedBy, (segment: string, laureate: Known) => boolean>;
const order = ['siret', 'reference', 'name'] as const satisfies readonly MatchedBy[];

/** The surest way that names somebody, in the segment nearest to the file: by a SIRET anywhere rather than by a name beside. */
function recognise(
  path: string,
  known: readonly Known[],
): { readonly by: MatchedBy; readonly laureateIds: readonly string[] } | null {
  for (const by of order) {
    for (const segment of segments(path).reverse()) {
      const named = longest(
        by,
        known.filter((laureate) => ways[by](segment, laureate)),
      );
      if (named.length > 0) return { by, laureateIds: named.map(({ laureateId }) => laureateId) };
    }
  }
  return null;
}

/** « La Fabrique du Lac » names that one, and not « La Fabrique » besides: a word within another's longer word is not meant. */
function longest(by: MatchedBy, named: readonly Known[]): readonly Known[] {
  if (by === 'siret') return named;
  return named.filter((one) => !named.some((other) => other[by] !== one[by] && holds(other[by], one[by])));
}

/** Whether the folded `words` are in the folded `text` as whole words. An empty reference is in nothing. */
function holds(text: string, words: string): boolean {
  return words !== '' && ` ${text} `.includes(` ${words} `);
}

/** Groups of fourteen digits, also as people write them: « 123 456 789 00012 ». */
function digitsOf(segment: string): string[] {
  return [...segment.matchAll(/(?<!\d)\d{3}[\s._-]?\d{3}[\s._-]?\d{3}[\s._-]?\d{5}(?!\d)/g)].map(([digits]) =>
    digits.replaceAll(/\D/g, ''),
  );
}

/** Words that name a piece, in a file's name first, then in its nearest folder. What no word names is `other`, which is shown to no expert. */
const pieceWords = [
  { piece: 'scopingNote', words: ['note de cadrage', 'note cadrage', 'cadrage'] },
  { piece: 'incubationReport', words: ['post incubation', 'postincubation', 'rendu incubation', 'rendu'] },
  { piece: 'application', words: ['candidature', 'ami', 'dossier de candidature'] },
] as const satisfies readonly { piece: PieceKind; words: readonly string[] }[];

function pieceOf(path: string): (typeof pieceWords)[number]['piece'] | 'other' {
  for (const segment of segments(path).reverse().slice(0, 2)) {
    const folded = fold(segment);
    const named = pieceWords.find(({ words }) => words.some((word) => holds(folded, word)));
    if (named) return named.piece;
  }
  return 'other';
}
