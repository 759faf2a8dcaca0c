/**
 * What a file is for: who may deposit it, how large, which types, and whether it belongs to a laureate's dossier (shared with the experts it
 * commissioned) or to one mission. « Ce dossier comprend : la candidature à l’AMI, le rendu post-incubation, la note de cadrage. »
 */
export interface Piece {
  readonly label: string;
  readonly of: 'laureate' | 'mission';
  readonly depositedBy: readonly ('laureate' | 'expert' | 'staff')[];
  /** What binds is a PDF. */
  readonly binding: boolean;
  /** Pieces of a dossier that a commissioned expert may open. */
  readonly shared: boolean;
}

export const pieces = {
  application: {
    label: 'Candidature à l’AMI',
    of: 'laureate',
    depositedBy: ['laureate', 'staff'],
    binding: false,
    shared: true,
  },
  incubationReport: {
    label: 'Rendu post-incubation',
    of: 'laureate',
    depositedBy: ['laureate', 'staff'],
    binding: false,
    shared: true,
  },
  scopingNote: {
    label: 'Note de cadrage',
    of: 'laureate',
    depositedBy: ['laureate', 'staff'],
    binding: true,
    shared: true,
  },
  diagnostic: { label: 'Diagnostic préalable', of: 'mission', depositedBy: ['expert'], binding: true, shared: false },
  devis: { label: 'Devis', of: 'mission', depositedBy: ['expert'], binding: true, shared: false },
  report: { label: 'Rapport de mission', of: 'mission', depositedBy: ['expert'], binding: true, shared: false },
  attestation: { label: 'Attestation de validation', of: 'mission', depositedBy: [], binding: true, shared: false },
} as const satisfies Record<string, Piece>;
export type PieceKind = keyof typeof pieces;

export const pieceKinds = [
  'application',
  'incubationReport',
  'scopingNote',
  'diagnostic',
  'devis',
  'report',
  'attestation',
] as const satisfies readonly PieceKind[];

/** A verified file. Its bytes never change: a new version is a new file. */
export interface StoredFile {
  readonly id: string;
  readonly piece: PieceKind;
  readonly laureateId: string | null;
  readonly missionId: string | null;
  readonly ownerUid: string;
  /** Shown to people, never part of a path. */
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
  readonly createdAt: number;
}

export type UploadState = 'expected' | 'scanning' | 'clean' | 'rejected';

const LONGEST_NAME = 100;

/** A file's name as shown: NFC, no control, direction or path character, at most 100 characters. */
export function displayName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[/\\:*?"<>|]/g, '-')
    .replaceAll(/\.{2,}/g, '.');
  const shown = Array.from(cleaned.trim()).slice(0, LONGEST_NAME).join('').trim();
  return /[\p{L}\p{N}]/u.test(shown) ? shown : 'document';
}
