import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../programme/settings.ts';
import type { SettingKind } from './kinds.ts';
import { areSettings, settingFaults, settingsInOrder } from './order.ts';
import { settingKeys, settingRow, valueFault, valueWords } from './rows.ts';
import { settingSections } from './sections.ts';
import { type SettingKey, type SettingValue, settingsOf, valuesOf } from './values.ts';

const defaults = valuesOf(defaultSettings);
const bounded = settingKeys.flatMap((key) => {
  const row = settingRow(key);
  return row.kind === 'count' || row.kind === 'size' ? [{ key, least: row.least, most: row.most }] : [];
});

describe('The table of settings', () => {
  it('describes every setting there is, and no other, once', () => {
    expect([...settingKeys].sort()).toEqual(Object.keys(defaults).sort());
    const labels = settingKeys.map((key) => settingRow(key).label);
    expect(new Set(labels).size).toBe(labels.length);
    expect(new Set(settingKeys.map((key) => settingRow(key).section))).toEqual(new Set(Object.keys(settingSections)));
  });

  it('keeps all of the settings: taken apart and put together, they are the same', () => {
    expect(settingsOf(defaults, 1)).toEqual(defaultSettings);
    expect(settingsOf(defaults, 7)).toEqual({ ...defaultSettings, version: 7 });
  });

  it('accepts the settings of the source', () => {
    expect(settingFaults(defaults)).toEqual([]);
  });

  it.each(bounded)('$key goes from $least to $most, both included, and nowhere else', ({ key, least, most }) => {
    for (const value of [least, most]) expect(valueFault(key, value)).toBeNull();
    for (const value of [least - 1, most + 1, least + 0.5, Number.NaN, String(least), null, undefined])
      expect(valueFault(key, value)).toContain(`${settingRow(key).label} : écrivez un nombre entier entre`);
  });
});

describe('A value is refused in French when it is not one', () => {
  const cases: readonly (readonly [SettingKey, SettingValue, SettingValue | undefined, RegExp])[] = [
    ['dates.opening', '2023-02-28', '2023-02-29', /choisissez un jour/],
    ['dates.opening', '2023-02-28', '1923-02-28', /entre 2020 et 2099/],
    ['noteMustBeAccepted', true, 'oui', /oui ou non/],
    ['programmeName', 'Sur mesure', '  ', /quelques mots/],
    ['programmeName', 'x'.repeat(200), 'x'.repeat(201), /200 caractères au plus/],
    ['contact.email', 'equipe@exemple.fr', 'equipe@exemple', /adresse de courriel/],
    ['contact.phone', '01 23 45 67 89', 'demain', /numéro de téléphone/],
    ['ceilings', [10_000_00, 15_000_00], [15_000_00, 10_000_00], /du plus petit au plus grand/],
    ['ceilings', [1], [], /de un à 10 montants/],
    ['reminderDays', [3, 10], [10, 3], /du plus petit au plus grand/],
    ['reminderDays', [1], [], /de un à 5 nombres/],
    ['reminderDays', [1, 2, 3, 4, 60], [3, 61], /entre 1 et 60/],
    ['reminderDays', [5], [0, 5], /entre 1 et 60/],
    ['reminderDays', [5], [5, 5], /du plus petit au plus grand/],
    ['adjustFourEyes', { mode: 'above', cents: 0 }, { mode: 'above', cents: -1 }, /seconde personne/],
    ['adjustFourEyes', { mode: 'never' }, null, /seconde personne/],
    ['quietPeriod', { from: '08-01', to: '08-31' }, { from: '06-01', to: '08-31' }, /62 jours au plus/],
    ['quietPeriod', null, undefined, /deux jours de l’année/],
    ['texts.laureates', '', 'x'.repeat(601), /600 caractères au plus/],
    ['texts.laureates', 'x'.repeat(600), undefined, /du texte/],
    ['closedDays', [], ['2026-05-15', '2026-05-15'], /jours différents/],
    ['closedDays', ['2026-05-15', '2026-12-24'], ['2026-12-24', '2026-05-15'], /du plus ancien au plus récent/],
    ['closedDays', ['2026-02-28'], ['2026-02-29'], /entre 2020 et 2099/],
    ['largestFile', 5_000_000, 5_500_000, /entre 1 et 20 Mo/],
  ];
  it.each(cases)('%s: %j, not %j', (key, right, wrong, message) => {
    expect(valueFault(key, right)).toBeNull();
    expect(valueFault(key, wrong)).toMatch(message);
  });
});

/** Two values, in order, that each kind of setting takes. */
const ascending: Partial<Record<SettingKind['kind'], readonly [SettingValue, SettingValue]>> = {
  day: ['2024-06-01', '2024-06-02'],
  size: [5_000_000, 6_000_000],
  count: [10, 11],
};

describe('Settings that depend on each other', () => {
  it.each(settingsInOrder)('%s is never above %s', (before, after) => {
    const [low, high] = ascending[settingRow(before).kind] ?? [];
    if (low === undefined || high === undefined) throw new Error('no values of this kind');
    const faultsOf = (one: SettingValue, other: SettingValue) =>
      settingFaults({ ...defaults, [before]: one, [after]: other }).filter(({ key }) => key === before);
    expect([faultsOf(low, high), faultsOf(low, low)]).toEqual([[], []]);
    expect(faultsOf(high, low)).toEqual([{ key: before, message: expect.stringContaining('changez l’un ou l’autre') }]);
    expect(areSettings({ ...defaults, [before]: high, [after]: low })).toBe(false);
  });
});

it('Values are read as French people write them', () => {
  expect(valueWords('waitingDays.awaiting_expert', 1)).toBe('1 jour ouvré');
  expect(valueWords('waitingDays.awaiting_expert', 10)).toBe('10 jours ouvrés');
  expect(valueWords('dates.opening', '2023-02-01')).toBe('mercredi 1er février 2023');
  expect(valueWords('quietPeriod', { from: '08-01', to: '08-31' })).toBe('Du 01/08 au 31/08');
  expect(valueWords('quietPeriod', null)).toBe('Aucune');
  expect(valueWords('closedDays', [])).toBe('Aucun');
  expect(valueWords('texts.experts', '')).toBe('Aucun');
  expect(valueWords('closedDays', ['2026-05-15', '2026-12-24'])).toBe('vendredi 15 mai 2026, jeudi 24 décembre 2026');
  expect(valueWords('adjustFourEyes', { mode: 'above', cents: 500_00 })).toMatch(/^Au-dessus de 500,00\s€$/);
  expect(valueWords('adjustFourEyes', { mode: 'never' })).toBe('Jamais');
  expect(valueWords('ceilings', [1_00, 2_00])).toMatch(/^1,00\s€, 2,00\s€$/);
  expect(valueWords('reminderDays', [3, 10])).toBe('3, puis 10 jours ouvrés');
  expect(valueWords('bytesPerLaureate', 500_000_000)).toBe('500 Mo');
  expect(valueWords('noteMustBeAccepted', false)).toBe('Non');
});
