import { french } from './french.ts';
import { type Letter, type LetterPart, personalCode, personalLink, preferencesWords } from './letter.ts';

/** The plain-text part: the same blocks, for those who read without HTML. */
export function text(letter: Letter): string {
  const { code, button, quote, rows, parts, contact, preferences } = letter;
  const blocks = [
    letter.programmeName,
    letter.greeting,
    letter.lead,
    ...letter.paragraphs,
    code === null ? '' : french`${code.label} : ${code.digits}\n${personalCode}`,
    french`${button.label} :\n${button.url}`,
    button.signsIn ? personalLink : '',
    ...parts.map(partText),
    quote === null ? '' : french`${quote.title} :\n${indented(quote.text)}`,
    rows.map(({ name, value }) => french`${name} : ${value}`).join('\n'),
    // « -- » with its space: mail programs fold what follows as a signature.
    `-- \n${french`Une question ? ${contact.name}, ${contact.phone}, ${contact.email}`}\n${letter.because}`,
    preferences === null ? '' : french`${preferencesWords} :\n${preferences}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function indented(quoted: string): string {
  return quoted.replace(/^/gm, '  ');
}

/** The same lines and figures; a bar is what its value says. */
function partText(part: LetterPart): string {
  const lines =
    part.kind === 'figures'
      ? part.rows.map(({ label, value }) => french`- ${label} : ${value}`)
      : part.lines.map(({ text, detail, url }) =>
          [`- ${text}`, detail, url ?? ''].filter((words) => words !== '').join('\n  '),
        );
  return french`${part.title} :\n${lines.join('\n')}`;
}
