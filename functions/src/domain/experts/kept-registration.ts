import { DAY, type Instant } from '../calendar.ts';

/** For how long a registration that nobody went on with is kept, from its last change. */
export const KEPT_DAYS = 30;
export const LONGEST_REGISTRATION = 80_000;

/** A registration that was begun and not sent, for whoever holds the link of its mail. */
export interface KeptRegistration {
  /** As the page wrote it. */
  readonly text: string;
  readonly savedAt: Instant;
  readonly expiresAt: Instant;
}

export function keptRegistration(text: string, now: Instant): KeptRegistration {
  return { text, savedAt: now, expiresAt: now + KEPT_DAYS * DAY };
}

/** Whether a text takes the place of another that its writer never read: the same words are no other text. */
export function overwrites(kept: KeptRegistration, { text, basedOn }: { text: string; basedOn: Instant }): boolean {
  return kept.savedAt !== basedOn && kept.text !== text;
}
