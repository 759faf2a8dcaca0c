import { defaultSettings } from '@sur-mesure/functions/domain/programme/settings';
import { describe, expect, it } from 'vitest';
import {
  amounts,
  datedDays,
  megabytes,
  settingsErrors,
  steps,
  type TypedSettings,
  wholeNumber,
  withTyped,
  yearDay,
} from './typed-settings.ts';

const nothing: TypedSettings = new Map();

describe('What staff type in the settings', () => {
  it('is kept until it says again what is in force, and is kept unreadable too', () => {
    const typed = withTyped(nothing, defaultSettings, { key: 'messageDaysAfterEnd', value: 45 });
    expect([...typed]).toEqual([['messageDaysAfterEnd', 45]]);
    expect(withTyped(typed, defaultSettings, { key: 'messageDaysAfterEnd', value: 60 }).size).toBe(0);
    const unreadable = withTyped(typed, defaultSettings, { key: 'messageDaysAfterEnd', value: undefined });
    expect(settingsErrors(unreadable, defaultSettings, 'Été.')).toEqual([
      { fieldId: 'messageDaysAfterEnd', message: expect.stringContaining('entre 0 et 730 jours') },
    ]);
  });

  it('is to be corrected, with its reason, before it is read again', () => {
    const typed = withTyped(nothing, defaultSettings, { key: 'dates.lastRequest', value: '2025-01-01' });
    const fields = settingsErrors(typed, defaultSettings, ' ').map(({ fieldId }) => fieldId);
    expect(fields).toEqual(['dates.lastRequest', 'settings-reason']);
    expect(settingsErrors(nothing, defaultSettings, 'Été.')).toHaveLength(1);
    const right = withTyped(nothing, defaultSettings, { key: 'dates.lastRequest', value: '2024-06-30' });
    expect(settingsErrors(right, defaultSettings, 'Été.')).toEqual([]);
  });

  it('is read as it is written in French, or not at all', () => {
    expect([wholeNumber.read(' 1 000 '), wholeNumber.read('dix'), wholeNumber.read('1,5')]).toEqual([
      1000,
      undefined,
      undefined,
    ]);
    expect([megabytes.read('20'), megabytes.shown(20_000_000), megabytes.read('')]).toEqual([
      20_000_000,
      '20',
      undefined,
    ]);
    expect(amounts.shown([10_000_00, 15_000_00])).toBe('10 000,00 ; 15 000,00');
    expect(amounts.read('10 000 ; 15 000,50 €')).toEqual([10_000_00, 15_000_50]);
    expect(amounts.read('10 000 ;')).toBeUndefined();
    expect([steps.shown([3, 10]), steps.read('3 ; 10'), steps.read('3 ;')]).toEqual(['3 ; 10', [3, 10], undefined]);
    expect(datedDays.read('24/12/2026; 15/5/2026 ; 24/12/2026')).toEqual(['2026-05-15', '2026-12-24']);
    expect(datedDays.shown(['2026-05-15', '2026-12-24'])).toBe('15/05/2026 ; 24/12/2026');
    expect([datedDays.read(' '), datedDays.read('15/05'), datedDays.read('15/05/2026 ;')]).toEqual([
      [],
      undefined,
      undefined,
    ]);
    expect([yearDay.read('1/8'), yearDay.shown('08-01'), yearDay.read('août')]).toEqual(['08-01', '01/08', undefined]);
  });
});
