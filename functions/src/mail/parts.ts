import type { LetterLine, LetterPart } from './letter.ts';
import { type Markup, markup } from './markup.ts';
import { styled } from './theme.ts';

/** What a mail that gathers has besides its words: titled lines that lead to their pages, and figures with a bar. */
export function parts(all: readonly LetterPart[]): Markup[] {
  return all.map(
    (part) => markup`<h2 ${styled('partTitle')}>${part.title}</h2>
${part.kind === 'lines' ? lines(part) : figures(part)}`,
  );
}

function lines(part: Extract<LetterPart, { kind: 'lines' }>): Markup {
  return markup`<ul ${styled('lines')}>
${part.lines.map((one) => markup`<li ${styled('line')}>${line(one)}</li>\n`)}</ul>
`;
}

/** The whole of the text is the link: a thumb finds it. */
function line({ text, detail, url }: LetterLine): Markup {
  const words = url === null ? markup`${text}` : markup`<a href="${url}" ${styled('lineLink')}>${text}</a>`;
  return detail === '' ? words : markup`${words}<br><span ${styled('lineDetail')}>${detail}</span>`;
}

function figures({ rows }: Extract<LetterPart, { kind: 'figures' }>): Markup {
  return markup`<table width="100%" cellpadding="0" cellspacing="0" border="0" ${styled('rows')}>
${rows.map(
  ({ label, value, share }) =>
    markup`<tr><th scope="row" ${styled('figureLabel')}>${label}</th><td ${styled('figureValue')}>${value}${
      share === null ? '' : bar(share)
    }</td></tr>\n`,
)}</table>
`;
}

const WHOLE = 100;

/** A cell as long as its figure, without an image: the value beside it says the same in words, so that it is silent when read aloud. */
function bar(share: number): Markup {
  const full = Math.round(Math.min(1, Math.max(0, share)) * WHOLE);
  const cell = (name: 'barFull' | 'barRest', width: number) =>
    width === 0 ? '' : markup`<td width="${`${width}%`}" ${styled(name)}>&nbsp;</td>`;
  return markup`<table role="presentation" aria-hidden="true" width="100%" cellpadding="0" cellspacing="0" border="0" ${styled('bar')}><tr>${cell('barFull', full)}${cell('barRest', WHOLE - full)}</tr></table>`;
}
