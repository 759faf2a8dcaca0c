import type { Actor } from '../actor.ts';
import type { ChannelKind } from '../messages/channels.ts';
import type { Cents } from '../money.ts';
import type { EditableTemplateName } from '../templates/templates.ts';

/** Who puts files here: one's side, as a deposit remembers it. */
export type Side = 'laureate' | 'expert' | 'staff';

/**
 * What a file is for: who may deposit it and put a newer version, which types, and whether it belongs to a laureate's dossier (shared with the
 * experts it commissioned), to one mission or to the whole programme. « Ce dossier comprend : la candidature à l’AMI, le rendu post-incubation, la note de cadrage. »
 */
export interface Piece {
  readonly label: string;
  readonly of: 'laureate' | 'mission' | 'programme';
  readonly depositedBy: readonly Side[];
  /** Who may put a newer version of one that is there; nobody where versions are the mission's own (a diagnostic, a report). */
  readonly replacedBy: readonly Side[];
  /** What binds is a PDF. */
  readonly binding: boolean;
  /** A picture that documents print: PNG or JPEG, as light as this whatever the settings say, in bytes. */
  readonly printed?: { readonly largestBytes: number };
  /** Whether commissioned experts see it in a dossier: always, when the laureate chooses so (file by file), or never. */
  readonly shared: 'always' | 'chosen' | 'never';
  /**
   * Absent where all who take part read it. `named`: one that names a laureate is for that laureate, one that names nobody for the expert; who
   * oversees reads both. `team`: staff, and nobody else. `overseers`: staff and observers.
   */
  readonly readBy?: 'named' | 'team' | 'overseers';
}

const anySide = ['laureate', 'expert', 'staff'] as const;
const ofDossier = { of: 'laureate', depositedBy: ['laureate', 'staff'], replacedBy: ['laureate', 'staff'] } as const;
const ofExpert = { of: 'mission', depositedBy: ['expert'], replacedBy: [], binding: true, shared: 'never' } as const;

export const pieces = {
  /** What the jury read: once there, only FTL corrects it. */
  application: { ...ofDossier, label: 'Candidature à l’AMI', replacedBy: ['staff'], binding: false, shared: 'always' },
  incubationReport: { ...ofDossier, label: 'Rendu post-incubation', binding: false, shared: 'always' },
  scopingNote: { ...ofDossier, label: 'Note de cadrage', binding: true, shared: 'always' },
  other: { ...ofDossier, label: 'Autre document', binding: false, shared: 'chosen' },
  /** Above the title of what is about this laureate alone: each of these documents carries it, so that it is light. */
  logo: { ...ofDossier, label: 'Logo', binding: false, printed: { largestBytes: 500_000 }, shared: 'always' },
  diagnostic: { ...ofExpert, label: 'Diagnostic préalable' },
  devis: { ...ofExpert, label: 'Devis' },
  report: { ...ofExpert, label: 'Rapport de mission' },
  attestation: { ...ofExpert, label: 'Attestation de validation', depositedBy: [] },
  /** For one laureate of the mission, and nobody else's. */
  invoice: { ...ofExpert, label: 'Facture' },
  /** Made by us on request: the laureate's money, which is no business of its experts. */
  statement: {
    label: 'Relevé de subvention',
    of: 'laureate',
    depositedBy: [],
    replacedBy: [],
    binding: true,
    shared: 'never',
  },
  /** A version of a note, with the team's answer and what was recommended, made by us on request. */
  printedNote: {
    label: 'Note de cadrage imprimée',
    of: 'laureate',
    depositedBy: [],
    replacedBy: [],
    binding: true,
    shared: 'never',
  },
  /** Made by us on request: all of a devis for its expert and staff, its own part for a laureate of a shared mission. */
  devisSummary: { ...ofExpert, label: 'Synthèse du devis', depositedBy: [], readBy: 'named' },
  /** Made by us at the team's request: what a laureate says of a mission is for nobody else. */
  feedback: { ...ofExpert, label: 'Bilan de satisfaction', depositedBy: [], readBy: 'team' },
  /** A week or a month of the programme, made by us at the team's request: every laureate's money. */
  summary: {
    label: 'Synthèse du programme',
    of: 'programme',
    depositedBy: [],
    replacedBy: [],
    binding: true,
    shared: 'never',
    readBy: 'overseers',
  },
  /** A devis signed by hand, as a photo or a PDF: of the one laureate for which it is signed. */
  signedDevis: {
    label: 'Devis signé à la main',
    of: 'mission',
    depositedBy: ['laureate', 'staff'],
    replacedBy: [],
    binding: false,
    shared: 'never',
  },
  /** « Tout partage de document » between the expert and the laureates of a mission. */
  working: {
    label: 'Document de travail',
    of: 'mission',
    depositedBy: anySide,
    replacedBy: anySide,
    binding: false,
    shared: 'never',
  },
  /**
   * Joined to a message: whoever may write the message deposits it, and its channel's readers open it (`messages/channels.ts`), so that no side
   * may in general.
   */
  attachment: {
    label: 'Document joint à un message',
    of: 'mission',
    depositedBy: [],
    replacedBy: [],
    binding: false,
    shared: 'never',
  },
} as const satisfies Record<string, Piece>;
export type PieceKind = keyof typeof pieces;

export const pieceKinds = [
  'application',
  'incubationReport',
  'scopingNote',
  'other',
  'logo',
  'diagnostic',
  'devis',
  'report',
  'attestation',
  'invoice',
  'statement',
  'printedNote',
  'devisSummary',
  'feedback',
  'summary',
  'signedDevis',
  'working',
  'attachment',
] as const satisfies readonly PieceKind[];

/** The pieces of a laureate's dossier, in the order the guide lists them: what somebody deposits there, and no statement of ours. */
export const dossierPieces = pieceKinds.filter(
  (kind) => pieces[kind].of === 'laureate' && pieces[kind].depositedBy.length > 0,
);

/** Those that say an amount to pay, which is looked for in their text. */
export const piecesWithTotal: readonly PieceKind[] = ['devis', 'invoice'];

/** A verified file. Its bytes never change: a new version is a new file. */
export interface StoredFile {
  readonly id: string;
  readonly piece: PieceKind;
  /** In a mission: the one laureate whom it is for; null when it is for all those who take part. */
  readonly laureateId: string | null;
  readonly missionId: string | null;
  /** Of an attachment: the channel of its message, with `laureateId` where it is one's own. Absent of every other piece. */
  readonly channel?: ChannelKind | null | undefined;
  readonly ownerUid: string;
  /** As shown beside the file; empty for those deposited before names were kept. */
  readonly ownerName: string;
  /** Null for a document that we made, and for those deposited before sides were kept. */
  readonly side: Side | null;
  /** Shown to people, never part of a path. */
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
  /** What Storage calls this very object: another one under the same name would have another. Absent of those kept before it was. */
  readonly generation?: string | undefined;
  readonly createdAt: number;
  /** The laureate's choice, for pieces that it may share or not. */
  readonly shared: boolean;
  /** The version that this one comes after, and the one that came after it. */
  readonly replacesId: string | null;
  readonly replacedById: string | null;
  /** Taken back: kept, and shown to its side and to FTL alone. */
  readonly withdrawnAt: number | null;
  readonly scan: Scan;
  readonly preview: Preview;
  /** Of a document that we made: the text that printed it, 0 for ours. Absent of deposits, and of what was made before its text could be changed. */
  readonly template?: { readonly name: EditableTemplateName; readonly version: number } | undefined;
  /** Totals found in the text of a devis or invoice, in cents (`readAmounts`); absent while none was looked for, or no text could be read. */
  readonly readAmounts?: readonly Cents[] | undefined;
}

/** What the antivirus said. « Unscanned »: none was configured then; readable only as long as none is. */
export type Scan = 'clean' | 'unscanned' | 'infected';

/** The picture of the first page: tried once, and a file without one is a file all the same. */
export type Preview = 'pending' | 'making' | 'made' | 'none';

/**
 * The life of a deposit. `unscanned` is kept, as `clean` is: no antivirus is configured. `scan_error`: it could not answer; the object waits, and
 * is tried again.
 */
export type UploadState = 'expected' | 'scanning' | 'clean' | 'unscanned' | 'rejected' | 'scan_error';

/** Whether commissioned experts may see it in the dossier. */
export function isShared(file: Pick<StoredFile, 'piece' | 'shared'>): boolean {
  const { shared } = pieces[file.piece];
  return shared === 'always' || (shared === 'chosen' && file.shared);
}

/** Whether such a reader may read such a file at all: what it is part of is asked besides. */
export function isFor({ piece, laureateId }: Pick<StoredFile, 'piece' | 'laureateId'>, reader: Actor['kind']): boolean {
  const { readBy }: Piece = pieces[piece];
  if (readBy === 'team') return reader === 'staff' || reader === 'system';
  if (readBy === 'overseers') return reader === 'staff' || reader === 'observer' || reader === 'system';
  if (readBy !== 'named') return true;
  return laureateId === null ? reader !== 'laureate' : reader !== 'expert';
}

const LONGEST_NAME = 100;

/** A file's name as shown: NFC, no control, direction or path character, at most 100 characters. */
export function displayName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '')
    .replaceAll(/[/\\:*?"<>|]/g, '-')
    .replaceAll(/\.{2,}/g, '.');
  const shown = Array.from(cleaned.trim()).slice(0, LONGEST_NAME).join('').trim();
  return /[\p{L}\p{N}]/u.test(shown) ? shown : 'document';
}
