import { getDefaults, Lexer, type Token, Tokenizer, type Tokens, type TokensList } from 'marked';
import type { Alignment, Block, ListBlock, Run, TableBlock } from './blocks.ts';
import type { StyleName } from './theme.ts';
import { french } from './typography.ts';
import { type Filled, slots, valueAt } from './values.ts';

interface Mode {
  strong: boolean;
  emphasis: boolean;
  code: boolean;
  link?: string;
}

const plain: Mode = { strong: false, emphasis: false, code: false };

function styleOf(mode: Mode): StyleName {
  if (mode.code) return 'code';
  if (mode.strong) return mode.emphasis ? 'strongEmphasis' : 'strong';
  return mode.emphasis ? 'emphasis' : 'text';
}

const safeAddress = /^(https?:\/\/|mailto:)[\u0021-\u007E]+$/;

/** Reads the tokens of one filled template; the values take their place here, as text and nothing else. */
class TokenReader {
  private readonly filled: Filled;

  constructor(filled: Filled) {
    this.filled = filled;
  }

  private resolve(text: string): string {
    return text.replace(slots, (slot) => valueAt(this.filled, slot));
  }

  private run(text: string, mode: Mode): Run {
    const resolved = this.resolve(text);
    const run = { text: mode.code ? resolved : french(resolved), style: styleOf(mode) };
    return mode.link === undefined ? run : { ...run, link: mode.link };
  }

  private linkMode(token: Token, mode: Mode): Mode {
    const address = 'href' in token ? this.resolve(String(token.href)) : '';
    return safeAddress.test(address) ? { ...mode, link: address } : mode;
  }

  runs(tokens: readonly Token[], mode: Mode = plain): Run[] {
    return tokens.flatMap((token): Run[] => {
      const children = 'tokens' in token && token.tokens ? token.tokens : undefined;
      switch (token.type) {
        case 'strong':
          return this.runs(children ?? [], { ...mode, strong: true });
        case 'em':
          return this.runs(children ?? [], { ...mode, emphasis: true });
        case 'link':
          return this.runs(children ?? [], this.linkMode(token, mode));
        case 'codespan':
          return [this.run('text' in token ? String(token.text) : token.raw, { ...mode, code: true })];
        case 'br':
          return [{ text: '\n', style: styleOf(mode) }];
        case 'text':
        case 'escape':
          return children ? this.runs(children, mode) : [this.run(String(token.text).replaceAll('\n', ' '), mode)];
        default:
          // HTML, images and what marked may add: shown as they were written, never interpreted, never fetched.
          return [this.run(token.raw, mode)];
      }
    });
  }

  private paragraphs(tokens: readonly Token[]): Block[] {
    return splitParagraphs(this.runs(tokens)).map((runs) => ({ kind: 'paragraph', runs }));
  }

  private list(token: Tokens.List): ListBlock {
    return {
      kind: 'list',
      ordered: token.ordered,
      start: token.start === '' ? 1 : token.start,
      items: token.items.map((item) => this.blocks(item.tokens)).filter((blocks) => blocks.length > 0),
    };
  }

  private table(token: Tokens.Table): TableBlock {
    const cells = (row: readonly Tokens.TableCell[]) => row.map((cell) => trimmed(this.runs(cell.tokens)));
    const header = cells(token.header);
    return {
      kind: 'table',
      alignments: token.align.map((align): Alignment => (align === 'right' ? 'right' : 'left')),
      header: header.some((runs) => runs.length > 0) ? header : [],
      rows: token.rows.map(cells),
    };
  }

  blocks(tokens: readonly Token[]): Block[] {
    return tokens.flatMap((token): Block[] => {
      switch (token.type) {
        case 'space':
        case 'def':
          return [];
        case 'heading': {
          const { depth, tokens: children } = heading(token);
          return [{ kind: 'heading', level: depth, runs: joined(trimmed(this.runs(children))) }];
        }
        case 'hr':
          return [{ kind: 'rule' }];
        case 'list':
          return isList(token) ? [this.list(token)] : [];
        case 'table':
          return isTable(token) ? [this.table(token)] : [];
        case 'blockquote':
          return [{ kind: 'quote', blocks: this.blocks(token.tokens ?? []) }];
        case 'paragraph':
        case 'text':
          return this.paragraphs(('tokens' in token && token.tokens) || [token]);
        case 'code':
          return [{ kind: 'paragraph', runs: [this.run(String(token.text), { ...plain, code: true })] }];
        default:
          return [{ kind: 'paragraph', runs: [this.run(token.raw.trim(), plain)] }];
      }
    });
  }
}

function isList(token: Token): token is Tokens.List {
  return token.type === 'list';
}

function isTable(token: Token): token is Tokens.Table {
  return token.type === 'table';
}

function heading(token: Token): { depth: 1 | 2 | 3; tokens: Token[] } {
  const depth = 'depth' in token ? Number(token.depth) : 3;
  return { depth: depth === 1 ? 1 : depth === 2 ? 2 : 3, tokens: ('tokens' in token && token.tokens) || [] };
}

/** Headings are one line of text, whatever a person typed. */
function joined(runs: readonly Run[]): Run[] {
  return runs.map((run) => ({ ...run, text: run.text.replaceAll('\n', ' ') }));
}

/** Without the spaces around: runs are shared with nobody yet, so they are changed in place. */
function trimmed(runs: Run[]): Run[] {
  const [first] = runs;
  if (first) first.text = first.text.trimStart();
  const last = runs.at(-1);
  if (last) last.text = last.text.trimEnd();
  return runs.some(isEmpty) ? runs.filter((run) => !isEmpty(run)) : runs;
}

function isEmpty({ text }: Run): boolean {
  return text === '';
}

const blankLines = /\n[ \t]*\n\s*/;

/** An empty line inside a value separates paragraphs, a single line break stays a line break. */
function splitParagraphs(runs: Run[]): Run[][] {
  if (!runs.some(({ text }) => blankLines.test(text))) return keepFilled([runs]);
  const paragraphs: Run[][] = [[]];
  for (const run of runs) {
    run.text.split(blankLines).forEach((text, index) => {
      if (index > 0) paragraphs.push([]);
      paragraphs.at(-1)?.push({ ...run, text });
    });
  }
  return keepFilled(paragraphs);
}

function keepFilled(paragraphs: Run[][]): Run[][] {
  return paragraphs.map(trimmed).filter((paragraph) => paragraph.length > 0);
}

/** A heading of the older kind is a line of « = » or « - » under its text; HTML begins with its sign. */
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/m;

/**
 * Without what can't be there: two rules look far ahead at each block of a text that never keeps them, which is a quarter of the first document of a
 * process.
 */
class SparingTokenizer extends Tokenizer {
  private readonly mayUnderline: boolean;
  private readonly mayHoldHtml: boolean;

  constructor(markdown: string) {
    super();
    this.mayUnderline = underline.test(markdown);
    this.mayHoldHtml = markdown.includes('<');
  }

  override lheading(source: string): Tokens.Heading | undefined {
    return this.mayUnderline ? super.lheading(source) : undefined;
  }

  override html(source: string): Tokens.HTML | undefined {
    return this.mayHoldHtml ? super.html(source) : undefined;
  }
}

const knownShapes = 64;
const shapes = new Map<string, TokensList>();

/**
 * Values are not in the text yet, so two documents of the same shape (same template, as many questions and rows) have
 * the same Markdown: it is read once. The tokens are only read afterwards.
 */
function tokensOf(markdown: string): TokensList {
  const known = shapes.get(markdown);
  if (known) return known;
  const tokens = new Lexer({ ...getDefaults(), tokenizer: new SparingTokenizer(markdown) }).lex(markdown);
  if (shapes.size >= knownShapes) shapes.clear();
  shapes.set(markdown, tokens);
  return tokens;
}

/** Whoever listens to a document goes from heading to heading: none is deeper than the one before by more than a level (ISO 14289-1, 7.4.2). */
function withoutGaps(blocks: Block[]): Block[] {
  let level = 0;
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    const allowed = block.level > level + 1 ? levelAfter(level) : block.level;
    level = allowed;
    return { ...block, level: allowed };
  });
}

function levelAfter(level: number): 1 | 2 | 3 {
  return level === 0 ? 1 : level === 1 ? 2 : 3;
}

/** A filled template as blocks. */
export function readBlocks(filled: Filled): Block[] {
  return withoutGaps(new TokenReader(filled).blocks(tokensOf(filled.markdown)));
}
