import { fold } from '../laureates/text.ts';

/** What a person is known by within a text, and the same without it. An erasure that takes a word too many changes somebody else: each has bounds of its own. */

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

export function isPhone(text: string, phone: string): boolean {
  const pattern = phonePattern(phone);
  return pattern !== null && (text === phone || new RegExp(`^\\s*${pattern}\\s*$`, 'u').test(text));
}

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

function replaced(
  text: string,
  words: string,
  { before, after, by }: { readonly before: string; readonly after: string; readonly by: string },
): string {
  if (words === '' || !text.toLowerCase().includes(words.toLowerCase())) return text;
  const literal = words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replaceAll(new RegExp(`${before}${literal}${after}`, 'giu'), by);
}
