import type { ShownReminders } from '@sur-mesure/functions/domain/missions/reminding';
import { dayInFull, dayOfInstant } from '../words/dates.ts';

/** « Rappel envoyé à Oïkos le mardi 4 mars 2025 ; prochain rappel le jeudi 13 mars 2025. » Null when there is nothing to say. */
export function reminderWords({ to, lastAt, next, putOffTo }: ShownReminders): string | null {
  const day = next === null ? null : dayInFull(next);
  const sent = lastAt === null ? null : `Rappel envoyé à ${to} le ${dayOfInstant(lastAt)}`;
  if (day === null) return sent === null ? null : `${sent}.`;
  const coming = putOffTo === null ? `prochain rappel le ${day}` : `prochain rappel reporté au ${day}`;
  return sent === null ? `Aucun rappel envoyé ; ${coming}.` : `${sent} ; ${coming}.`;
}
