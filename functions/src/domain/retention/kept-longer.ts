import type { PieceKind } from '../dossiers/pieces.ts';
import { mailKinds, type Purpose } from '../notifications/mail-kinds.ts';
import type { MailName } from '../notifications/mails.ts';
import type { CategoryName } from './categories.ts';

/** What each kind of file is kept as. A new kind does not compile until somebody decides. */
const pieceCategories = {
  application: 'pieces',
  incubationReport: 'pieces',
  scopingNote: 'pieces',
  other: 'pieces',
  logo: 'pieces',
  diagnostic: 'pieces',
  devis: 'pieces',
  report: 'pieces',
  attestation: 'pieces',
  invoice: 'pieces',
  statement: 'pieces',
  printedNote: 'pieces',
  devisSummary: 'pieces',
  feedback: 'pieces',
  summary: 'exchanges',
  signedDevis: 'pieces',
  working: 'exchanges',
  attachment: 'exchanges',
} as const satisfies Record<PieceKind, CategoryName>;

/** What each kind of mail is kept as: those that notified a decision are part of its proof. */
const purposeCategories = {
  account: 'mails',
  required: 'notices',
  request: 'mails',
  decision: 'notices',
  message: 'mails',
  reminder: 'mails',
  news: 'mails',
  summary: 'mails',
  digest: 'mails',
} as const satisfies Record<Purpose, CategoryName>;

/** Whether a file is kept for ten years: a decision may rest on it. */
export function isKeptPiece(piece: PieceKind): boolean {
  return pieceCategories[piece] === 'pieces';
}

/** Pieces that end with the exchanges of their mission. */
export const exchangedPieces = ['working', 'attachment', 'summary'] as const satisfies readonly PieceKind[];

/** Of those, what a person made: any other was made by us, from what stays, for whoever asked first. */
export const isAuthored = (piece: PieceKind): boolean => piece === 'working' || piece === 'attachment';

/** Whether a mail is kept for ten years: it notified a decision. */
export function isNotice(mail: MailName): boolean {
  return purposeCategories[mailKinds[mail].purpose] === 'notices';
}
