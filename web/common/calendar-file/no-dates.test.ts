import { programmeCalendar } from '@sur-mesure/functions/domain/calendar-files/days';
import { defaultSettings } from '@sur-mesure/functions/domain/programme/settings';
import { expect, it } from 'vitest';
import { whyNoFile } from './no-dates.ts';

it('A diary is given no file without a date, and the reason is said', () => {
  const place = { host: 'exemple.fr', address: 'https://exemple.fr/laureat' };
  expect(whyNoFile([])).toMatchObject({ code: 'no_dates', message: expect.stringContaining('Rechargez') });
  expect(whyNoFile(programmeCalendar(defaultSettings, place))).toBeNull();
});
