import { fold } from '../laureates/text.ts';

/* What a person is known by within a text, and the text without it. Taking a word too many would change what is said of somebody else: each has bounds of its own. */

interface Known {
  readonly name: string;
  readonly phone: string | null;
}

/** Whether no other name is this one, nor holds it whole: « Pierre Martin » is within « Jean-Pierre MARTIN », however they are written. */
export function isNamedAlone(name: string, others: readonly string[]): boolean {
  const words = fold(name);
  return words !== '' && others.every((other) => !` ${fold(other)} `.includes(` ${words} `));
}

/** Null where somebody else is called there too: an office has one telephone. */
export function phoneAlone({ phone }: Pick<Known, 'phone'>, others: readonly (string | null)[]): string | null {
  const own = numberOf(phone ?? '');
  const isShared = own !== null && others.some((other) => numberOf(other ?? '')?.digits === own.digits);
  return isShared ? null : phone;
}

interface PhoneNumber {
  readonly digits: string;
  readonly isFrench: boolean;
}

const SHORTEST = 9;

/** As it is dialled, whichever way it is typed; null of fewer digits, which may be any number. */
function numberOf(phone: string): PhoneNumber | null {
  const typed = phone.replaceAll(/\(0\)|\D/g, '').replace(/^00/, '');
  const digits = typed.replace(/^(?:33|330|0)(?=[1-9]\d{8}$)/, '');
  return digits.length < SHORTEST ? null : { digits, isFrench: digits !== typed };
}

const between = '[\\s.()/\\-]*';

function phonePattern(phone: string): string | null {
  const number = numberOf(phone);
  if (number === null) return null;
  const digits = [...number.digits].join(between);
  // A French one is read with what makes it one: nine digits alone are a SIREN.
  return number.isFrench
    ? `(?:(?:\\+|00)${between}33${between}0?|0)${between}${digits}`
    : `(?:\\+|00)?${between}${digits}`;
}

/** Whether a text is this telephone number and nothing else, whichever way it is typed. */
export function isPhone(text: string, phone: string): boolean {
  const pattern = phonePattern(phone);
  return pattern !== null && (text === phone || new RegExp(`^\\s*${pattern}\\s*$`, 'u').test(text));
}

/** A text with this telephone number replaced, whichever way it is typed there. */
export function withoutPhone(text: string, phone: string, by: string): string {
  const pattern = phonePattern(phone);
  if (pattern === null) return text;
  return text.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}+])${pattern}(?![\\p{L}\\p{N}])`, 'gu'), by);
}

/** « jean-pierre@lab.fr » is not « pierre@lab.fr ». The full stop of a sentence ends an address, a point within another does not. */
export function withoutAddress(text: string, address: string, by: string): string {
  const before = "(?<![\\p{L}\\p{N}._%+'@\\-])";
  const after = "(?![\\p{L}\\p{N}_%+@\\-]|[.'][\\p{L}\\p{N}])";
  return replaced(text, address, { before, after, by });
}

/** A name that goes on, by a hyphen or an apostrophe, is another; « d’Alice Martin » is Alice Martin. */
export function withoutName(text: string, name: string, by: string): string {
  const elided = '(?<![\\p{L}\\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)';
  const before = `(?<![\\p{L}\\p{N}][\\-‐‑]?)(?:(?<![\\p{L}\\p{N}]['’])|(?<=${elided}['’]))`;
  return replaced(text, name, { before, after: "(?![\\-‐‑'’]?[\\p{L}\\p{N}])", by });
}

interface Replacing {
  /** Assertions on what stands around the words, as a regular expression writes them. */
  readonly before: string;
  readonly after: string;
  readonly by: string;
}

/** A text with these words replaced wherever they stand within such bounds, in capitals or not. */
export function replaced(text: string, words: string, { before, after, by }: Replacing): string {
  if (words === '' || !text.toLowerCase().includes(words.toLowerCase())) return text;
  const literal = words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replaceAll(new RegExp(`${before}${literal}${after}`, 'giu'), by);
}
