/** A code of a mail is six digits. */
export const CODE_LENGTH = 6;

/** The digits of what was typed or pasted: « 048 213 », « code : 048213 » and the like. */
export function digitsOf(typed: string): string {
  return typed.replace(/\D/g, '').slice(0, CODE_LENGTH);
}
