import { HOUR, type Instant } from '../calendar.ts';
import type { Side } from '../dossiers/pieces.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Channel } from './channels.ts';

/** A message is written once. Withdrawn, it stays as a trace: who and when, its words and files shown to nobody. */
export interface Message {
  readonly id: string;
  readonly missionId: string;
  readonly channel: Channel;
  readonly at: Instant;
  readonly by: {
    readonly uid: string;
    readonly name: string;
    readonly side: Side;
    /** The laureate, company or team in whose name it is written. */
    readonly organisation: string;
  };
  readonly text: string;
  readonly fileIds: readonly string[];
  readonly withdrawnAt: Instant | null;
}

export const LONGEST_MESSAGE = 5_000;
export const MOST_ATTACHMENTS = 10;
/** How long its author may take a message back. */
const WITHDRAWN_WITHIN = HOUR;

/** The words as they are kept, or why they can't be: lines are kept, what no keyboard writes is not. */
export function checkedText(typed: string, attachments: number): { readonly text: string } | Refusal {
  const text = typed
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replaceAll(/[\u2028\u2029]/g, '\n')
    .replaceAll(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim();
  if (text === '' && attachments === 0) return refuse('message-empty', 'Écrivez votre message, puis envoyez-le.');
  if (Array.from(text).length > LONGEST_MESSAGE)
    return refuse(
      'message-too-long',
      `Votre message dépasse ${LONGEST_MESSAGE.toLocaleString('fr-FR')} caractères. Raccourcissez-le, ou joignez un document.`,
    );
  return { text };
}

/** Why this person may not withdraw this message now, or null. */
export function withdrawRefusal(uid: string, message: Message, now: Instant): Refusal | null {
  if (message.by.uid !== uid)
    return refuse('not-your-message', 'Seule la personne qui a écrit ce message peut le retirer.');
  if (message.withdrawnAt !== null) return refuse('already-withdrawn', 'Ce message est déjà retiré.');
  return now - message.at <= WITHDRAWN_WITHIN
    ? null
    : refuse('too-late', 'Un message se retire dans l’heure qui suit son envoi. Écrivez-en un autre pour le corriger.');
}
