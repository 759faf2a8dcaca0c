/** Lengths are PDF points, sizes too; colours are the operands of `rg`. The direction is docs/look: sober, warm, one accent. */

export const millimetres = (value: number): number => (value * 72) / 25.4;

/** `#B4431F` as the three operands of a fill colour. */
function colour(hexadecimal: string): string {
  const part = (start: number) => (Number.parseInt(hexadecimal.slice(start, start + 2), 16) / 255).toFixed(3);
  return `${part(1)} ${part(3)} ${part(5)}`;
}

export const colours = {
  ink: colour('#1F2430'),
  slate: colour('#5B6472'),
  line: colour('#D8CFC0'),
  paper: colour('#FBF8F3'),
  brick: colour('#B4431F'),
  forest: colour('#2C6A4B'),
  white: colour('#FFFFFF'),
} as const;

export type Colour = (typeof colours)[keyof typeof colours];

const margin = millimetres(22);

export const page = {
  width: millimetres(210),
  height: millimetres(297),
  margin,
  /** Text starts below the header and ends above the footer. */
  top: millimetres(297) - millimetres(28),
  bottom: millimetres(26),
  textWidth: millimetres(210) - 2 * margin,
  accentHeight: millimetres(3),
} as const;

/** Which prepared faces print a style, in order: a character is looked for in each of them. */
export const styles = {
  text: ['regular', 'regularWider'],
  strong: ['bold', 'boldWider'],
  emphasis: ['italic', 'italicWider'],
  strongEmphasis: ['boldItalic', 'boldItalicWider'],
  heading: ['heading', 'bold', 'boldWider'],
  code: ['code', 'regular', 'regularWider'],
} as const;

export type StyleName = keyof typeof styles;

/** The room of a logo: as high as a title, and no wider than a third of the text. */
export const figure = { width: millimetres(55), height: millimetres(18), after: 12 } as const;

/** How one kind of text is set. `widest` keeps lines near 75 characters. */
export interface TextSetting {
  size: number;
  leading: number;
  before: number;
  after: number;
  colour: Colour;
  widest: number;
}

const readable = 410;

export const settings = {
  title: { size: 25, leading: 29, before: 0, after: 10, colour: colours.ink, widest: page.textWidth },
  section: { size: 14.5, leading: 18, before: 20, after: 6, colour: colours.ink, widest: page.textWidth },
  question: { size: 10.5, leading: 15, before: 10, after: 2, colour: colours.ink, widest: readable },
  paragraph: { size: 10.5, leading: 15, before: 0, after: 7, colour: colours.ink, widest: readable },
  quote: { size: 10.5, leading: 15, before: 0, after: 6, colour: colours.ink, widest: readable },
  cell: { size: 9.75, leading: 13.5, before: 0, after: 0, colour: colours.ink, widest: page.textWidth },
  headerCell: { size: 8.5, leading: 12, before: 0, after: 0, colour: colours.slate, widest: page.textWidth },
  small: { size: 8, leading: 11, before: 0, after: 0, colour: colours.slate, widest: page.textWidth },
} as const satisfies Record<string, TextSetting>;

/** Monospace looks larger than the text beside it. */
export const codeScale = 0.78;
