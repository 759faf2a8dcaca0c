import type { Run } from './blocks.ts';
import { encodeWord, type Piece, spaceOf } from './faces.ts';
import { graphemesOf } from './graphemes.ts';
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
  /** A word of one piece with the space after it, so that a line has half as many fragments. */
  readonly spaced?: Fragment;
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
const settings = new Map<StyleName, Map<number, Setting>>();

function settingOf(style: StyleName, requested: number): Setting {
  const sizes = settings.get(style) ?? new Map<number, Setting>();
  const known = sizes.get(requested);
  if (known) return known;
  // Monospace looks larger than the text beside it.
  const size = style === 'code' ? requested * codeScale : requested;
  const piece = spaceOf(style);
  const space = { piece, size, width: (piece.width * size) / 1000, link: undefined };
  const setting = { style, size, space, words: new Map() };
  settings.set(style, sizes.set(requested, setting));
  return setting;
}

function makeAtom(source: Source): Atom {
  const { text, style, size, link } = source;
  const { pieces, width } = encodeWord(style, text);
  const fragments = pieces.map((piece) => ({ piece, size, width: (piece.width * size) / 1000, link }));
  return { fragments, width: (width * size) / 1000, sources: [source] };
}

function spacedOf(word: Fragment, space: Fragment): Pick<Atom, 'spaced'> {
  const { face, shown, actual } = word.piece;
  if (face !== space.piece.face || actual !== undefined) return {};
  const piece = { face, shown: shown + space.piece.shown, width: word.piece.width + space.piece.width };
  return { spaced: { piece, size: word.size, width: word.width + space.width, link: undefined } };
}

function atomOf({ style, size, space, words }: Setting, text: string, link: string | undefined): Atom {
  if (link !== undefined) return makeAtom({ text, style, size, link });
  const known = words.get(text);
  if (known) return known;
  const plain = makeAtom({ text, style, size, link });
  const [first, ...others] = plain.fragments;
  const atom = first && others.length === 0 ? { ...plain, ...spacedOf(first, space) } : plain;
  if (text.length <= longestCachedWord) {
    if (words.size >= cachedWords) words.clear();
    words.set(text, atom);
  }
  return atom;
}

/** An atom made of several runs. Extended in place: copied at each run, a text of nothing but short runs would take minutes. */
class Joined implements Atom {
  readonly fragments: Fragment[] = [];
  readonly sources: Atom['sources'][number][] = [];
  width = 0;

  add({ fragments, width, sources }: Atom): this {
    this.fragments.push(...fragments);
    this.sources.push(...sources);
    this.width += width;
    return this;
  }
}

const nothing: Atom = { fragments: [], width: 0, sources: [] };
const hyphenBreak = /(?<=\p{L}[-–])(?=\p{L})/u;
const breakable = /[-–]/;

/** Collects atoms; `pending` is the one that the next run may still extend: « **gras**, » keeps its comma. */
class Collector {
  readonly measured: Measured = { atoms: [], afters: [], natural: 0, narrowest: 0 };
  private pending: Atom | undefined;
  private lineWidth = 0;

  add(atom: Atom): void {
    const { pending } = this;
    if (pending === undefined) this.pending = atom;
    else this.pending = (pending instanceof Joined ? pending : new Joined().add(pending)).add(atom);
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

  /** A word as it stands between two spaces: it may end a line after a hyphen too. */
  word(setting: Setting, text: string, link: string | undefined): void {
    const known = link === undefined ? setting.words.get(text) : undefined;
    if (known || setting.style === 'code' || !breakable.test(text)) {
      this.add(known ?? atomOf(setting, text, link));
      return;
    }
    text.split(hyphenBreak).forEach((part, index) => {
      if (index > 0) this.close('nothing');
      this.add(atomOf(setting, part, link));
    });
  }

  words(setting: Setting, text: string, link: string | undefined): void {
    let start = 0;
    for (;;) {
      const end = text.indexOf(' ', start);
      if (end < 0) break;
      if (end > start) this.word(setting, text.slice(start, end), link);
      this.close(setting.space);
      start = end + 1;
    }
    if (start < text.length) this.word(setting, start === 0 ? text : text.slice(start), link);
  }
}

/** Cuts runs into atoms, at spaces, line breaks and after hyphens. */
export function measure(runs: readonly Run[], size: number): Measured {
  const collector = new Collector();
  for (const { text, style, link } of runs) {
    const setting = settingOf(style, size);
    if (!text.includes('\n')) {
      collector.words(setting, text, link);
      continue;
    }
    text.split('\n').forEach((line, index) => {
      if (index > 0) collector.close('line');
      collector.words(setting, line, link);
    });
  }
  collector.close('nothing');
  return collector.measured;
}

/** An address or a word of thousands of letters is cut where the line ends. */
function cutWide({ atoms, afters }: Measured, width: number): Pick<Measured, 'atoms' | 'afters'> {
  const cut: Pick<Measured, 'atoms' | 'afters'> = { atoms: [], afters: [] };
  atoms.forEach((atom, index) => {
    const signs =
      atom.width <= width
        ? [atom]
        : atom.sources.flatMap((source) => graphemesOf(source.text).map((text) => makeAtom({ ...source, text })));
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
    const after = afters[index] ?? 'nothing';
    filled += gap + atom.width;
    gap = 0;
    if (after !== 'line' && after !== 'nothing') {
      gap = after.width;
      if (atom.spaced && after.piece.face === atom.spaced.piece.face && after.size === atom.spaced.size) {
        fragments.push(atom.spaced);
        continue;
      }
    }
    for (const fragment of atom.fragments) fragments.push(fragment);
    if (after === 'line') endLine();
    else if (after !== 'nothing') fragments.push(after);
  }
  if (fragments.length > 0) endLine();
  return lines;
}
