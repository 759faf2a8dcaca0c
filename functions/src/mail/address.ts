/** One person's address as the transport wants it: two fields, so that a display name can't add a recipient. */
export interface Address {
  readonly name: string;
  readonly email: string;
}

const LONGEST_NAME = 80;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;
const lineBreaks = /\r\n?|[\u0085\u2028\u2029]/g;
/** Marks that only change the order in which a line is read: `gpj.exe` shown as `exe.jpg`. */
const directions = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** User text that may have several lines. */
export function lines(text: string): string {
  return text
    .toWellFormed()
    .replace(lineBreaks, '\n')
    .replace(controls, ' ')
    .replace(directions, '')
    .replace(/ +$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** User text for a sentence or a header: a line break in it becomes a space, so that it can't start another header. */
export function oneLine(text: string): string {
  return lines(text).replace(/\s*\n\s*/g, ' ');
}

/** At most `length` characters, never half of one; what was cut is shown by « … ». */
export function clip(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}

/** For headers. */
export function displayName(name: string): string {
  return clip(oneLine(name), LONGEST_NAME);
}
