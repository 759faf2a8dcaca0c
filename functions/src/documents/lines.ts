import type { Run } from './blocks.ts';
import { encodeWord, type Piece, spaceOf } from './faces.ts';
import { codeScale, type StyleName } from './theme.ts';

/** A piece of a line: one face, one size, possibly part of a link. Widths are points. */
export interface Fragment {
  readonly piece: Piece;
  readonly size: number;
  readonly width: number;
  readonly link: string | undefined;
}

/** What is never cut at the end of a line. Atoms of plain words are shared between documents: they never change. */
interface Atom {
  readonly fragments: readonly Fragment[];
  readonly width: number;
  /** What it was made from, to cut an atom that is wider than a whole line. */
  readonly sources: readonly Source[];
}

interface Source {
  text: string;
  style: StyleName;
  size: number;
  link: string | undefined;
}

/** What follows an atom: a space (as a fragment), the end of the line, or nothing but the right to break. */
type After = Fragment | 'line' | 'nothing';

export interface Line {
  readonly fragments: readonly Fragment[];
  readonly width: number;
}

/** Text ready to be broken at any width, with the widths that table columns are made from. */
export interface Measured {
  atoms: Atom[];
  afters: After[];
  /** Set on one line. */
  natural: number;
  /** The widest atom. */
  narrowest: number;
}

/** A style at a size: its words and its space, measured once. */
interface Setting {
  style: StyleName;
  size: number;
  space: Fragment;
  words: Map<string, Atom>;
}

const cachedWords = 20_000;
const longestCachedWord = 40;
const settings = new Map<string, Setting>();

function settingOf(style: StyleName, requested: number): Setting {
  const key = `${style} ${requested}`;
  const known = settings.get(key);
  if (known) return known;
  // Monospace looks larger than the text beside it.
  const size = style === 'code' ? requested * codeScale : requested;
  const piece = spaceOf(style);
  const space = { piece, size, width: (piece.width * size) / 1000, link: undefined };
  const setting = { style, size, space, words: new Map() };
  settings.set(key, setting);
  return setting;
}

function makeAtom(source: Source): Atom {
  const { text, style, size, link } = source;
  const { pieces, width } = encodeWord(style, text);
  const fragments = pieces.map((piece) => ({ piece, size, width: (piece.width * size) / 1000, link }));
  return { fragments, width: (width * size) / 1000, sources: [source] };
}

function atomOf({ style, size, words }: Setting, text: string, link: string | undefined): Atom {
  if (link !== undefined) return makeAtom({ text, style, size, link });
  const known = words.get(text);
  if (known) return known;
  const atom = makeAtom({ text, style, size, link });
  if (text.length <= longestCachedWord) {
    if (words.size >= cachedWords) words.clear();
    words.set(text, atom);
  }
  return atom;
}

function join(left: Atom, right: Atom): Atom {
  return {
    fragments: [...left.fragments, ...right.fragments],
    width: left.width + right.width,
    sources: [...left.sources, ...right.sources],
  };
}

const nothing: Atom = { fragments: [], width: 0, sources: [] };
const hyphenBreak = /(?<=\p{L}[-–/])(?=\p{L})/u;
const breakable = /[-–/]/;
const newline = 0x0a;
const space = 0x20;

/** Collects atoms; `pending` is the one that the next run may still extend: « **gras**, » keeps its comma. */
class Collector {
  readonly measured: Measured = { atoms: [], afters: [], natural: 0, narrowest: 0 };
  private pending: Atom | undefined;
  private lineWidth = 0;

  add(atom: Atom): void {
    this.pending = this.pending ? join(this.pending, atom) : atom;
  }

  close(after: After): void {
    if (!this.pending && after !== 'line') return;
    const atom = this.pending ?? nothing;
    const { measured } = this;
    measured.atoms.push(atom);
    measured.afters.push(after);
    this.pending = undefined;
    this.lineWidth += atom.width;
    if (atom.width > measured.narrowest) measured.narrowest = atom.width;
    if (this.lineWidth > measured.natural) measured.natural = this.lineWidth;
    if (after === 'line') this.lineWidth = 0;
    else if (after !== 'nothing') this.lineWidth += after.width;
  }

  word(setting: Setting, text: string, link: string | undefined): void {
    if (setting.style === 'code' || !breakable.test(text)) {
      this.add(atomOf(setting, text, link));
      return;
    }
    text.split(hyphenBreak).forEach((part, index) => {
      if (index > 0) this.close('nothing');
      this.add(atomOf(setting, part, link));
    });
  }
}

/** Cuts runs into atoms, at spaces, line breaks and after hyphens. */
export function measure(runs: readonly Run[], size: number): Measured {
  const collector = new Collector();
  for (const { text, style, link } of runs) {
    const setting = settingOf(style, size);
    let start = 0;
    for (let index = 0; index <= text.length; index += 1) {
      const character = index < text.length ? text.charCodeAt(index) : 0;
      if (character !== space && character !== newline && index < text.length) continue;
      if (index > start) collector.word(setting, text.slice(start, index), link);
      start = index + 1;
      if (character === space) collector.close(setting.space);
      else if (character === newline) collector.close('line');
    }
  }
  collector.close('nothing');
  return collector.measured;
}

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** An address or a word of thousands of letters is cut where the line ends. */
function cutWide({ atoms, afters }: Measured, width: number): Pick<Measured, 'atoms' | 'afters'> {
  const cut: Pick<Measured, 'atoms' | 'afters'> = { atoms: [], afters: [] };
  atoms.forEach((atom, index) => {
    const signs =
      atom.width <= width
        ? [atom]
        : atom.sources.flatMap((source) =>
            Array.from(graphemes.segment(source.text), ({ segment }) => makeAtom({ ...source, text: segment })),
          );
    signs.forEach((sign, place) => {
      cut.atoms.push(sign);
      cut.afters.push(place === signs.length - 1 ? (afters[index] ?? 'nothing') : 'nothing');
    });
  });
  return cut;
}

/** Fills lines one after the other, ragged right. Each line that ends at a space keeps it, so that readers part the words. */
export function breakLines(measured: Measured, width: number): Line[] {
  const { atoms, afters } = measured.narrowest > width ? cutWide(measured, width) : measured;
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
  for (let index = 0; index < atoms.length; index += 1) {
    const atom = atoms[index] ?? nothing;
    if (fragments.length > 0 && filled + gap + atom.width > width + 0.01) endLine();
    for (const fragment of atom.fragments) fragments.push(fragment);
    filled += gap + atom.width;
    gap = 0;
    const after = afters[index] ?? 'nothing';
    if (after === 'line') endLine();
    else if (after !== 'nothing') {
      fragments.push(after);
      gap = after.width;
    }
  }
  if (fragments.length > 0) endLine();
  return lines;
}
