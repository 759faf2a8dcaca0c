/** What people type is compared without accents, case, punctuation or doubled spaces: « Île-de-France » and « ILE DE FRANCE » are one. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** One line, single plain spaces: Excel's no-break spaces, soft hyphens and zero-width marks are gone. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
