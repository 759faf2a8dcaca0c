import type { MailPart } from '../domain/notifications/mails.ts';
import type { ProgrammeSettings } from '../domain/programme/settings.ts';
import { french } from './french.ts';

/** A mail as blocks of plain text, before its layout in HTML or in text. */
export interface Letter {
  readonly programmeName: string;
  readonly subject: string;
  readonly greeting: string;
  readonly lead: string;
  readonly paragraphs: readonly string[];
  /** Six digits to type in the open page. */
  readonly code: { readonly label: string; readonly digits: string } | null;
  readonly button: { readonly label: string; readonly url: string; readonly signsIn: boolean };
  readonly quote: { readonly title: string; readonly text: string } | null;
  readonly rows: readonly { readonly name: string; readonly value: string }[];
  /** What a mail that gathers has besides its words. */
  readonly parts: readonly LetterPart[];
  readonly because: string;
  readonly contact: ProgrammeSettings['contact'];
  /** Where the reader chooses which mails to receive; null where there is nothing to choose. */
  readonly preferences: string | null;
}

export type LetterPart =
  | { readonly kind: 'lines'; readonly title: string; readonly lines: readonly LetterLine[] }
  | Extract<MailPart, { kind: 'figures' }>;

export interface LetterLine {
  readonly text: string;
  readonly detail: string;
  /** Whole; null for a line that leads nowhere. */
  readonly url: string | null;
}

export const personalLink = french`Ce lien vous connecte : ne transférez pas ce message.`;
export const preferencesWords = 'Choisir les courriels que je reçois';
/** Codes are what people are asked for on the phone, by those who want to come in with them. */
export const personalCode = french`Personne ne vous demandera ce code : ne le dites à personne.`;
