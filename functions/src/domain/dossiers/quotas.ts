import type { ProgrammeSettings } from '../programme/settings.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type Piece, type PieceKind, pieces } from './pieces.ts';

/** What is already there, announced deposits included: what was announced may arrive. */
export interface Occupied {
  /** Files of the mission; null for a laureate's piece. */
  readonly filesOfMission: number | null;
  /** Bytes kept for the laureate; null where the file names none. */
  readonly bytesOfLaureate: number | null;
}

const [KILOBYTE, MEGABYTE] = [1_000, 1_000_000];

/** In bytes. */
export function largestFile(settings: ProgrammeSettings, piece: PieceKind): number {
  const { binding, printed }: Piece = pieces[piece];
  return printed?.largestBytes ?? (binding ? settings.largestBindingFile : settings.largestFile);
}

/** Why a file of so many bytes is not taken; null when it is. */
export function sizeRefusal(size: number, most: number): Refusal | null {
  if (size < 1) return refuse('file-empty', 'Ce fichier est vide. Choisissez-en un autre.');
  return size <= most
    ? null
    : refuse(
        'file-too-large',
        `Ce fichier dépasse ${roundSize(most)}. Réduisez-le (photos moins lourdes, PDF compressé), puis réessayez.`,
      );
}

function roundSize(bytes: number): string {
  return bytes < MEGABYTE ? `${Math.floor(bytes / KILOBYTE)} Ko` : `${Math.floor(bytes / MEGABYTE)} Mo`;
}

/** Why one more file of `size` bytes does not fit, or null. */
export function quotaRefusal(settings: ProgrammeSettings, occupied: Occupied, size: number): Refusal | null {
  const { filesPerMission, bytesPerLaureate } = settings;
  if (occupied.filesOfMission !== null && occupied.filesOfMission >= filesPerMission)
    return refuse(
      'mission-full',
      `Cette mission a déjà ${filesPerMission} fichiers, le plus qu’elle puisse avoir. Ils sont gardés ; pour en ajouter, regroupez-en plusieurs en un seul PDF ou partagez un lien.`,
    );
  if (occupied.bytesOfLaureate !== null && occupied.bytesOfLaureate + size > bytesPerLaureate)
    return refuse(
      'laureate-full',
      `Les fichiers de cette structure atteindraient ${Math.floor(bytesPerLaureate / MEGABYTE)} Mo, le plus qu’elle puisse garder. Rien n’a été ajouté : réduisez ce fichier, ou appelez l’équipe France Tiers-Lieux.`,
    );
  return null;
}
