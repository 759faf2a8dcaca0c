import { DAY, type Instant } from '../calendar.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** For how long a registration that nobody went on with is kept, from its last change. */
const KEPT_DAYS = 30;
export const LONGEST_REGISTRATION = 80_000;

/** A registration that was begun and not sent, for whoever holds the link of its mail. */
export interface KeptRegistration {
  /** As the page wrote it. */
  readonly text: string;
  /** Of the address that its link was mailed to: what names another one is never kept with it. */
  readonly emailHash: string;
  readonly savedAt: Instant;
  readonly expiresAt: Instant;
}

/** A begun registration as it is kept from `now` on: each saving begins its days again. */
export function keptRegistration(kept: Pick<KeptRegistration, 'text' | 'emailHash'>, now: Instant): KeptRegistration {
  return { ...kept, savedAt: now, expiresAt: now + KEPT_DAYS * DAY };
}

/**
 * Whose registration a text is, by the address that it names; null for a text that names none, or one that is still being typed. A link can be
 * planted in somebody else's browser: what that person types must not be saved where the link of another reads it.
 */
export function addressNamed(text: string): string | null {
  const typed = emailIn(text).trim();
  return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(typed) ? typed : null;
}

function emailIn(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    const named = typeof value === 'object' && value !== null && 'email' in value ? value.email : null;
    return typeof named === 'string' ? named : '';
  } catch {
    return '';
  }
}

/** `named`: the hash of the address that a text names, null where it names none. Null when it is the one that the link was mailed to. */
export function strangerRefusal(
  { emailHash }: Pick<KeptRegistration, 'emailHash'>,
  named: string | null,
): Refusal | null {
  if (named === null) return noAddress;
  return named === emailHash ? null : otherAddress;
}

const noAddress = refuse(
  'draft-names-nobody',
  'L’enregistrement reprendra une fois votre adresse électronique écrite en entier.',
);
const otherAddress = refuse(
  'draft-of-another',
  'Le lien suivi a été envoyé à une autre adresse que la vôtre : ce que vous écrivez reste sur cet appareil. Demandez un lien à votre adresse pour continuer ailleurs.',
);

/** Whether a text takes the place of another that its writer never read: the same words are no other text. */
export function overwrites(kept: KeptRegistration, { text, basedOn }: { text: string; basedOn: Instant }): boolean {
  return kept.savedAt !== basedOn && kept.text !== text;
}
