/** How a file is read here: by its type as the server detected it. */
export type Reading = 'pages' | 'picture' | 'outside';

const readings: Readonly<Record<string, Reading>> = {
  'application/pdf': 'pages',
  'image/jpeg': 'picture',
  'image/png': 'picture',
  'image/webp': 'picture',
};

/** Photographs of an iPhone (HEIC), texts and tables are read by the device's own programs. */
export function readingOf(contentType: string): Reading {
  return readings[contentType] ?? 'outside';
}

const names: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'Photo JPEG',
  'image/png': 'Image PNG',
  'image/webp': 'Image WebP',
  'image/heic': 'Photo HEIC',
  'text/csv': 'Tableau CSV',
  'text/plain': 'Texte',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Document Word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Tableau Excel',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'Présentation PowerPoint',
  'application/vnd.oasis.opendocument.text': 'Texte LibreOffice',
  'application/vnd.oasis.opendocument.spreadsheet': 'Tableau LibreOffice',
  'application/vnd.oasis.opendocument.presentation': 'Présentation LibreOffice',
};

/** What a type is called by people. */
export function typeName(contentType: string): string {
  return names[contentType] ?? 'Document';
}
