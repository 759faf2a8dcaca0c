import { fileTypes } from '@sur-mesure/functions/domain/dossiers/file-types';

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

/** What a type is called by people. */
export function typeName(contentType: string): string {
  return Object.values(fileTypes).find((type) => type.contentType === contentType)?.label ?? 'Document';
}
