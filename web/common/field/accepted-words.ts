import { fileSize } from '../words/typography.ts';

/** Endings that people know by the program they write with. */
const families: readonly { readonly words: string; readonly endings: readonly string[] }[] = [
  { words: 'PDF', endings: ['pdf'] },
  { words: 'photos et images', endings: ['jpg', 'jpeg', 'png', 'webp', 'heic'] },
  { words: 'Word, Excel, PowerPoint', endings: ['docx', 'xlsx', 'pptx'] },
  { words: 'LibreOffice', endings: ['odt', 'ods', 'odp'] },
  { words: 'CSV, texte', endings: ['csv', 'txt'] },
];
const howToMakeOne =
  'Depuis Word ou LibreOffice : Fichier, Exporter au format PDF. Depuis un téléphone : numérisez la page avec Notes (iPhone) ou Drive (Android).';

/** What is accepted; and, where only a PDF is, how one is made of what people have. */
export function acceptedWords(endings: readonly string[], largestBytes: number): string {
  const named = families.filter((family) => family.endings.every((ending) => endings.includes(ending)));
  const known = new Set(named.flatMap((family) => family.endings));
  const others = endings.filter((ending) => !known.has(ending)).map((ending) => ending.toUpperCase());
  const words = `${[...named.map((family) => family.words), ...others].join(', ')} : ${fileSize(largestBytes)} au plus.`;
  return endings.length === 1 && endings[0] === 'pdf' ? `${words} ${howToMakeOne}` : words;
}
