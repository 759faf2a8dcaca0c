import type { Availability } from '@sur-mesure/functions/domain/missions/decide';
import { refuse } from '@sur-mesure/functions/domain/refusal';
import { describe, expect, test } from 'vitest';
import { whole } from '../testing/mission-view.ts';
import { arranged } from './arrangement.ts';
import { reminderWords } from './reminder-words.ts';
import { commandOf, nothingTyped, OTHER_DAY, type Typed, typedErrors, USUAL_DAYS } from './typed-action.ts';

describe('reminders', () => {
  const shown = { to: 'Oïkos', lastAt: Date.UTC(2025, 2, 4, 7), next: '2025-03-13', putOffTo: null };

  test('say who was reminded, when last and when next', () => {
    expect(reminderWords(shown)).toBe(
      'Rappel envoyé à Oïkos le mardi 4 mars 2025 ; prochain rappel le jeudi 13 mars 2025.',
    );
    expect(reminderWords({ ...shown, next: null })).toBe('Rappel envoyé à Oïkos le mardi 4 mars 2025.');
    expect(reminderWords({ ...shown, lastAt: null, putOffTo: '2025-03-13' })).toBe(
      'Aucun rappel envoyé ; prochain rappel reporté au jeudi 13 mars 2025.',
    );
    expect(reminderWords({ ...shown, lastAt: null, next: null })).toBeNull();
  });

  test('are put off to a day that the page offers, to another one, or take back their rhythm', () => {
    const until = (typed: Partial<Typed>) => {
      const command = commandOf('snoozeReminders', { ...nothingTyped, ...typed }, whole(null));
      return command?.action === 'snoozeReminders' ? command.input.until : undefined;
    };
    expect(until({ until: '2025-03-13' })).toBe('2025-03-13');
    expect(until({ until: OTHER_DAY, otherDay: '2025-03-14' })).toBe('2025-03-14');
    expect(until({ until: USUAL_DAYS, otherDay: '2025-03-14' })).toBeNull();
    const errors = (typed: Partial<Typed>) =>
      typedErrors('snoozeReminders', { ...nothingTyped, ...typed }, whole(null)).map(({ fieldId }) => fieldId);
    expect(errors({})).toEqual(['snoozeReminders-until']);
    expect(errors({ until: OTHER_DAY })).toEqual(['snoozeReminders-other-day']);
    expect(errors({ until: USUAL_DAYS })).toEqual([]);
  });

  test('have no button on the page of who is not reminded', () => {
    const buttons = (refusal: Availability['refusal']) =>
      arranged([{ action: 'snoozeReminders', refusal }], { known: new Set(), hidden: [] }).first.length;
    expect([null, refuse('not-awaited', ''), refuse('no-reminder-left', '')].map(buttons)).toEqual([1, 0, 0]);
  });
});
