import type { Run } from './blocks.ts';
import { encodeWord, type Piece, spaceOf } from './faces.ts';
import { codeScale, type StyleName } from './theme.ts';

/** A piece of a line: one face, one size, possibly part of a link. Widths are points. */
export interface Fragment {
  piece: Piece;
  size: number;
  width: number;
  link: string | undefined;
}

/** What is never cut at the end of a line, and what follows it. */
interface Atom {
  fragments: Fragment[];
  width: number;
  after: 'space' | 'line' | 'nothing';
  /** Text by style, to cut an atom that is wider than a whole line. */
  sources: { style: StyleName; text: string; size: number; link: string | undefined }[];
  space: StyleName;
}

export interface Line {
  fragments: readonly Fragment[];
  width: number;
}

/** Text ready to be broken at any width, with the widths that table columns are made from. */
export interface Measured {
  atoms: readonly Atom[];
  /** Set on one line. */
  natural: number;
  /** The widest atom. */
  narrowest: number;
}

const hyphenBreak = /(?<=\p{L}[-–/])(?=\p{L})/u;
const breakable = /[-–/]/;

function sizeOf(style: StyleName, size: number): number {
  return style === 'code' ? size * codeScale : size;
}

function emptyAtom(style: StyleName): Atom {
  return { fragments: [], width: 0, after: 'nothing', sources: [], space: style };
}

/** Cuts runs into atoms. Runs that touch without a space make one atom: « **gras**, » keeps its comma. */
export function measure(runs: readonly Run[], size: number): Measured {
  const atoms: Atom[] = [];
  let open: Atom | undefined;
  const close = (after: Atom['after'], style: StyleName) => {
    const atom = open ?? emptyAtom(style);
    atom.after = after;
    atom.space = style;
    if (open || after === 'line') atoms.push(atom);
    open = undefined;
  };
  const add = (text: string, { style, link }: Run) => {
    const scaled = sizeOf(style, size);
    open ??= emptyAtom(style);
    for (const piece of encodeWord(style, text).pieces) {
      const width = (piece.width * scaled) / 1000;
      open.fragments.push({ piece, size: scaled, width, link });
      open.width += width;
    }
    open.sources.push({ style, text, size: scaled, link });
  };
  for (const run of runs) {
    let word = '';
    const flush = () => {
      if (word === '') return;
      const parts = breakable.test(word) && run.style !== 'code' ? word.split(hyphenBreak) : [word];
      parts.forEach((part, index) => {
        if (index > 0) close('nothing', run.style);
        add(part, run);
      });
      word = '';
    };
    let start = 0;
    for (let index = 0; index <= run.text.length; index += 1) {
      const character = run.text.charCodeAt(index);
      if (character !== 0x20 && character !== 0x0a && index < run.text.length) continue;
      word = run.text.slice(start, index);
      start = index + 1;
      flush();
      if (character === 0x20) close('space', run.style);
      if (character === 0x0a) close('line', run.style);
    }
  }
  if (open) atoms.push(open);
  return { atoms, ...widths(atoms) };
}

function widths(atoms: readonly Atom[]): { natural: number; narrowest: number } {
  let natural = 0;
  let current = 0;
  let narrowest = 0;
  for (const atom of atoms) {
    current += atom.width;
    natural = Math.max(natural, current);
    narrowest = Math.max(narrowest, atom.width);
    if (atom.after === 'line') current = 0;
    else if (atom.after === 'space') current += spaceWidth(atom);
  }
  return { natural, narrowest };
}

function spaceSize(atom: Atom): number {
  return atom.fragments.at(-1)?.size ?? 10;
}

function spaceWidth(atom: Atom): number {
  return (spaceOf(atom.space).width * spaceSize(atom)) / 1000;
}

function spaceFragment(atom: Atom): Fragment | undefined {
  const last = atom.fragments.at(-1);
  if (!last) return undefined;
  const { face, shown, width } = spaceOf(atom.space);
  return { piece: { face, shown, width }, size: last.size, width: spaceWidth(atom), link: undefined };
}

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** An address or a word of thousands of letters is cut where the line ends. */
function cut(atom: Atom): Atom[] {
  const signs = atom.sources.flatMap(({ style, text, size, link }) =>
    Array.from(graphemes.segment(text), ({ segment }): Atom => {
      const { pieces, width } = encodeWord(style, segment);
      const fragments = pieces.map((piece) => ({ piece, size, width: (piece.width * size) / 1000, link }));
      return { fragments, width: (width * size) / 1000, after: 'nothing', sources: [], space: style };
    }),
  );
  const last = signs.at(-1);
  if (last) last.after = atom.after;
  return signs;
}

/** Fills lines one after the other, ragged right. Each line that ends at a space keeps it, so that readers part the words. */
export function breakLines({ atoms, narrowest }: Measured, width: number): Line[] {
  const usable = narrowest > width ? atoms.flatMap((atom) => (atom.width > width ? cut(atom) : [atom])) : atoms;
  const lines: Line[] = [];
  let fragments: Fragment[] = [];
  let filled = 0;
  let gap = 0;
  const endLine = () => {
    lines.push({ fragments, width: filled });
    fragments = [];
    filled = 0;
    gap = 0;
  };
  for (const atom of usable) {
    if (fragments.length > 0 && filled + gap + atom.width > width + 0.01) endLine();
    for (const fragment of atom.fragments) fragments.push(fragment);
    filled += gap + atom.width;
    gap = 0;
    if (atom.after === 'line') endLine();
    else if (atom.after === 'space') {
      const space = spaceFragment(atom);
      if (space) {
        fragments.push(space);
        gap = space.width;
      }
    }
  }
  if (fragments.length > 0) endLine();
  return lines;
}
