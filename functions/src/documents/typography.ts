/** U+202F before « ; ! ? » and in amounts, U+00A0 before « : », guillemets, % and €. */
const narrow = '\u202F';
const noBreak = '\u00A0';

/**
 * Never printed: they would only change how a reader orders or joins what is around them. The last two are no characters, and a title that held one
 * would make what a file says of itself (XMP) unreadable.
 */
const invisible = /[\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\u00AD\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
/** Anything but Latin-1 and what French adds to it, which is printable as it is: dashes, quotes, « œ », the narrow space, the euro. */
const unusual =
  /[^\n\u0020-\u007E\u00A0-\u00AC\u00AE-\u00FF\u0152\u0153\u2013\u2014\u2018\u2019\u201C\u201D\u2026\u202F\u20AC]/;

/** Text as people type it → characters that can be printed: composed (NFC), one kind of line break, no invisible mark. */
export function printable(text: string): string {
  if (!unusual.test(text)) return text;
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(controls, '')
    .replace(invisible, '');
}

const signs = /[:;!?»%€«'°]/g;
const letter = /\p{L}/u;
const endsWord = /[\p{L}\p{N})\]]/u;
const spaceFor: Readonly<Record<string, string>> = {
  ';': narrow,
  '!': narrow,
  '?': narrow,
  ':': noBreak,
  '»': noBreak,
  '%': noBreak,
  '€': noBreak,
};
const mayBeGlued = new Set([';', '!', '?', ':']);

function isSpaceOrEnd(sign: string | undefined): boolean {
  return sign === undefined || sign === ' ' || sign === '\n';
}

/** Where the spaces that touch `text[index]` begin, going left. */
function spacesBefore(text: string, index: number, limit: number): number {
  let start = index;
  while (start > limit && text[start - 1] === ' ') start -= 1;
  return start;
}

function spacesAfter(text: string, index: number): number {
  let end = index;
  while (text[end] === ' ') end += 1;
  return end;
}

/**
 * French spacing on printable text. Spaces that were typed become no-break ones, and a sign that ends a word gets its
 * own; addresses (`https://…?page=1`) are left alone because their signs are followed by other characters.
 */
export function french(text: string): string {
  let written = '';
  let done = 0;
  signs.lastIndex = 0;
  // `test` moves the expression on without making an array for each sign, of which a document has hundreds.
  while (signs.test(text)) {
    const index = signs.lastIndex - 1;
    const sign = text[index] ?? '';
    const before = text[index - 1] ?? '';
    const next = text[index + 1];
    if (sign === "'") {
      if (!letter.test(before) || next === undefined || !(next === '«' || letter.test(next))) continue;
      written += `${text.slice(done, index)}’`;
      done = index + 1;
    } else if (sign === '«' || sign === '°') {
      if (next === noBreak || next === narrow) continue;
      if (sign === '°' && (next !== ' ' || (before !== 'n' && before !== 'N'))) continue;
      written += text.slice(done, index + 1) + noBreak;
      done = spacesAfter(text, index + 1);
    } else {
      const start = spacesBefore(text, index, done);
      const glued = mayBeGlued.has(sign) && endsWord.test(before) && isSpaceOrEnd(next);
      if (start === index && !glued) continue;
      written += text.slice(done, start) + (spaceFor[sign] ?? '');
      done = index;
    }
  }
  return done === 0 ? text : written + text.slice(done);
}
