const noBreak = '\u00a0';

/** « 1 mission », « 3 missions », « 0 mission »: French takes the plural from two. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count.toLocaleString('fr-FR')}${noBreak}${Math.abs(count) < 2 ? singular : plural}`;
}

/** « d’Atelier du Lac », « de Léa »: elision before a vowel or a silent h, as names are written. « d’Yves », and « de Yann »: a y before a vowel is no vowel. */
export function of(name: string): string {
  return /^([aeiouàâäéèêëîïôöùûüœæh]|y(?![aeiouéèêëîïôöùûü]))/i.test(name) ? `d’${name}` : `de ${name}`;
}

const units = ['octets', 'Ko', 'Mo', 'Go'] as const;

/** « 845 Ko », « 1,2 Mo »: thousands, as file managers of our users count. */
export function fileSize(bytes: number): string {
  const rank = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const figure = (bytes / 1000 ** rank).toLocaleString('fr-FR', { maximumFractionDigits: rank > 1 ? 1 : 0 });
  return `${figure}${noBreak}${units[rank]}`;
}
