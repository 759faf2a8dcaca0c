import { fileSize } from '../words/typography.ts';

/**
 * What is wrong with a file before it is sent, as the sentence to show. The server decides again from the bytes: this only spares people
 * on slow networks a wait for nothing.
 */
export function fileFault(
  file: { readonly name: string; readonly size: number },
  endings: readonly string[],
  largestBytes: number,
): string | undefined {
  const ending = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  if (!endings.includes(ending)) {
    const onlyPdf = endings.length === 1 && endings[0] === 'pdf';
    return onlyPdf
      ? `« ${file.name} » n’est pas un PDF. Dans Word ou LibreOffice, choisissez « Fichier », « Exporter au format PDF », puis envoyez le PDF.`
      : `« ${file.name} » n’est pas d’un format accepté. Choisissez un fichier ${endings.join(', ').toUpperCase()}.`;
  }
  if (file.size === 0) return `« ${file.name} » est vide. Enregistrez-le à nouveau, puis choisissez-le.`;
  if (file.size > largestBytes) {
    return `« ${file.name} » pèse ${fileSize(file.size)}, et ${fileSize(largestBytes)} au plus sont acceptés. Réduisez-le, puis choisissez-le.`;
  }
  return undefined;
}
