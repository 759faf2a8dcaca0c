/** A number as it is dialled, spaces and dots apart: what a person, a file or staff give. */
export function isPhone(text: string): boolean {
  return /^\+?\d(?:[ .]?\d){5,17}$/.test(text.trim());
}
