/** U+202F before « ; ! ? » and in amounts, U+00A0 before « : », guillemets, % and €. */
const narrow = '\u202F';
const noBreak = '\u00A0';

/** Never printed: they would only change how a reader orders or joins what is around them. */
const invisible = /[\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\u00AD\uFEFF\uFFF9-\uFFFB]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
const unusual = /[^\n\u0020-\u007E\u00A0-\u00AC\u00AE-\u00FF]/;

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

const typographicSigns = /[:;!?»%€«']/;

/**
 * French spacing on printable text. Spaces that were typed become no-break ones, and a sign that ends a word gets its
 * own; addresses (`https://…?page=1`) are left alone because their signs are followed by other characters.
 */
export function french(text: string): string {
  if (!typographicSigns.test(text)) return text;
  return text
    .replace(/ +([;!?])/g, `${narrow}$1`)
    .replace(/ +([:»%€])/g, `${noBreak}$1`)
    .replace(/« */g, `«${noBreak}`)
    .replace(/([\p{L}\p{N})\]])([;!?]+)(?=\s|$)/gu, `$1${narrow}$2`)
    .replace(/([\p{L}\p{N})\]]):(?=\s|$)/gu, `$1${noBreak}:`)
    .replace(/(?<=\p{L})'(?=[\p{L}«])/gu, '’');
}
