import { type Markup, markup } from './markup.ts';

/** Each colour by day and by night. */
const colours = {
  paper: ['#fbf8f3', '#14171d'],
  sheet: ['#fffdf9', '#1b1f27'],
  sunk: ['#f3eee4', '#0f1116'],
  ink: ['#1f2430', '#f3eee5'],
  slate: ['#5b6472', '#a9b1be'],
  line: ['#e4ddd0', '#323844'],
  brick: ['#b4431f', '#f2946d'],
  onBrick: ['#fffdf9', '#1c120d'],
} as const satisfies Record<string, readonly [day: string, night: string]>;

type Colour = keyof typeof colours;

interface Style {
  readonly css: string;
  readonly ground?: Colour;
  readonly colour?: Colour;
  readonly border?: Colour;
}

const words = "'Source Sans 3','Source Sans Pro',-apple-system,'Segoe UI',Roboto,Arial,sans-serif";
const headings = `'Bricolage Grotesque',${words}`;

/**
 * Written twice by `styled` and `nightStyles`: inline, because many mail programs drop style sheets, and as classes for the night, because
 * a media query can't be inline. Sizes in pixels: rem is not known everywhere.
 */
const styles = {
  page: { css: `margin:0;padding:0;font:400 17px/1.5 ${words}`, ground: 'paper', colour: 'ink' },
  sheet: { css: 'width:100%;max-width:600px;overflow-wrap:anywhere', ground: 'sheet', colour: 'ink' },
  /** « a 3 mm accent rule at the top » */
  rule: { css: 'height:11px;line-height:11px;font-size:0', ground: 'brick' },
  programme: { css: `padding:20px 24px 0;font:600 14px/1.4 ${words}`, colour: 'slate' },
  content: { css: `padding:24px 24px 8px;font:400 17px/1.5 ${words}`, colour: 'ink' },
  greeting: { css: 'margin:0 0 8px', colour: 'ink' },
  lead: { css: `margin:0 0 16px;font:700 22px/1.3 ${headings}`, colour: 'ink' },
  paragraph: { css: 'margin:0 0 16px', colour: 'ink' },
  /** The cell wears the colour too: Outlook ignores the padding of a link, not that of a cell. */
  buttonCell: { css: 'border-radius:6px;text-align:center', ground: 'brick' },
  button: {
    css: `display:inline-block;padding:13px 20px;border-radius:6px;font:700 17px/22px ${words};text-decoration:none`,
    ground: 'brick',
    colour: 'onBrick',
  },
  quote: { css: 'margin:0 0 24px;padding:12px 16px;border-left:3px solid', ground: 'sunk', border: 'brick' },
  quoteTitle: { css: `margin:0 0 4px;font:600 14px/1.4 ${words}`, colour: 'slate' },
  quoteText: { css: 'margin:0;white-space:pre-line', colour: 'ink' },
  code: { css: `margin:0;font:700 34px/1.3 ${words};letter-spacing:6px`, colour: 'ink' },
  codeNote: { css: `margin:4px 0 0;font:400 14px/1.5 ${words}`, colour: 'slate' },
  rows: { css: 'width:100%;margin:0 0 24px;border-bottom:1px solid', border: 'line' },
  rowName: {
    css: `padding:8px 16px 8px 0;border-top:1px solid;font:400 15px/1.4 ${words};text-align:left;vertical-align:top;white-space:nowrap`,
    colour: 'slate',
    border: 'line',
  },
  rowValue: {
    css: `width:100%;padding:8px 0;border-top:1px solid;font:600 15px/1.4 ${words};text-align:left;vertical-align:top`,
    colour: 'ink',
    border: 'line',
  },
  partTitle: { css: `margin:0 0 4px;font:700 18px/1.4 ${headings}`, colour: 'ink' },
  lines: { css: 'margin:0 0 24px;padding:0;list-style:none;border-bottom:1px solid', border: 'line' },
  line: {
    css: `margin:0;padding:10px 0;border-top:1px solid;font:400 17px/1.5 ${words}`,
    colour: 'ink',
    border: 'line',
  },
  lineLink: { css: 'font-weight:600;text-decoration:underline', colour: 'brick' },
  lineDetail: { css: `font:400 15px/1.4 ${words}`, colour: 'slate' },
  figureLabel: {
    css: `width:55%;padding:10px 16px 10px 0;border-top:1px solid;font:400 15px/1.4 ${words};text-align:left;vertical-align:top`,
    colour: 'slate',
    border: 'line',
  },
  figureValue: {
    css: `width:45%;padding:10px 0;border-top:1px solid;font:600 15px/1.4 ${words};text-align:left;vertical-align:top`,
    colour: 'ink',
    border: 'line',
  },
  bar: { css: 'margin:6px 0 2px' },
  barFull: { css: 'height:8px;line-height:8px;font-size:0;border-radius:2px', ground: 'brick' },
  barRest: { css: 'height:8px;line-height:8px;font-size:0;border-radius:2px', ground: 'line' },
  small: { css: `margin:0 0 16px;font:400 14px/1.5 ${words}`, colour: 'slate' },
  footer: {
    css: `padding:20px 24px 24px;border-top:1px solid;font:400 14px/1.5 ${words}`,
    colour: 'slate',
    border: 'line',
  },
  link: { css: 'text-decoration:underline', colour: 'brick' },
  phone: { css: 'text-decoration:underline;white-space:nowrap', colour: 'brick' },
  preview: { css: 'display:none;max-height:0;overflow:hidden;mso-hide:all' },
} as const satisfies Record<string, Style>;

export type StyleName = keyof typeof styles;

export function styled(name: StyleName): Markup {
  return markup`class="${name}" style="${[styles[name].css, ...declarations(styles[name], 0)].join(';')}"`;
}

/** The dark ground for programs that ask for one; the others keep the inline day. */
export function nightStyles(): Markup {
  const rules = Object.entries<Style>(styles)
    .map(([name, style]) => ({ name, night: declarations(style, 1).map((line) => `${line}!important`) }))
    .filter(({ night }) => night.length > 0)
    .map(({ name, night }) => `.${name}{${night.join(';')}}`);
  return markup`@media (prefers-color-scheme:dark){${rules.join('')}}`;
}

function declarations({ ground, colour, border }: Style, hour: 0 | 1): string[] {
  return [
    ground === undefined ? '' : `background-color:${colours[ground][hour]}`,
    colour === undefined ? '' : `color:${colours[colour][hour]}`,
    border === undefined ? '' : `border-color:${colours[border][hour]}`,
  ].filter((declaration) => declaration !== '');
}
