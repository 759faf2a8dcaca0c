import type { ArchiveRow, ArchiveScope } from '@sur-mesure/functions/domain/archives/archive';
import { dayOf, formatDay, formatInstant } from '@sur-mesure/functions/domain/calendar';
import { counted, fileSize } from '../words/typography.ts';

/** What each archive holds, said before it is asked for. */
export const archiveContents = {
  mission:
    'Tout ce que vous pouvez lire de cette mission, en un fichier ZIP : documents et versions, preuves, journal, messages, et ce qui a été fait au nom de quelqu’un.',
  laureate:
    'La structure et ses missions, en un fichier ZIP : dossier, registre de la subvention, documents et versions, preuves, journaux, corrections.',
  programme:
    'Tous les lauréats et toutes les missions, en un fichier ZIP : documents et versions, preuves, registres, journaux, exceptions.',
  person:
    'Tout ce que le service garde de vous, en un fichier ZIP : un résumé (PDF), chaque enregistrement (JSON), les fichiers que vous avez déposés.',
} as const satisfies Record<ArchiveScope['kind'], string>;

export const checkedOffline =
  'Elle se vérifie sans ce service : chaque fichier y a son empreinte, et LISEZ-MOI.txt dit comment.';

/** From this size on, a phone may lack the room. */
export const HEAVY = 1_000_000_000;

export interface ArchiveProgress {
  readonly label: string;
  /** Between 0 and 1. */
  readonly ratio: number;
  readonly figure: string;
}

/** How far it is; what is listed at the start is about what there will be, since each reads its own part. */
export function progressOf({ total, done }: Pick<ArchiveRow, 'total' | 'done'>): ArchiveProgress {
  if (total === null) return { label: 'Liste des documents', ratio: 0, figure: 'elle commence' };
  return {
    label: `Préparation de l’archive, ${counted(done.files, 'document')} sur ${total.files.toLocaleString('fr-FR')}`,
    ratio: total.bytes === 0 ? 1 : Math.min(1, done.bytes / total.bytes),
    figure: `${fileSize(done.bytes)} sur ${fileSize(total.bytes)}`,
  };
}

/** « 12,4 Mo, préparée le mardi 4 mars 2025 à 14:05. Elle s’efface le mardi 11 mars 2025. » */
export function readySentence({
  size,
  readyAt,
  expiresAt,
}: Pick<ArchiveRow, 'size' | 'readyAt' | 'expiresAt'>): string {
  const made = `${fileSize(size ?? 0)}, préparée le ${formatInstant(readyAt ?? 0)}.`;
  return expiresAt === null ? made : `${made} Elle s’efface le ${formatDay(dayOf(expiresAt))}.`;
}
