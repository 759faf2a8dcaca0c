import { describe, expect, test } from 'vitest';
import { dayInFull, fromToday, instantInFull } from './dates.ts';
import { counted, fileSize, of } from './typography.ts';

test('the plural starts at two', () => {
  expect([0, 1, 2, 1200].map((count) => counted(count, 'mission'))).toEqual([
    '0\u00a0mission',
    '1\u00a0mission',
    '2\u00a0missions',
    '1\u202f200\u00a0missions',
  ]);
});

test('a name that starts with a vowel is elided', () => {
  expect([of('Léa'), of('Élise'), of('Atelier du Lac')]).toEqual(['de Léa', 'd’Élise', 'd’Atelier du Lac']);
  expect([of('Yann'), of('Yves')]).toEqual(['de Yann', 'd’Yves']);
});

test('sizes are counted in thousands', () => {
  expect([0, 999, 845_200, 1_240_000, 20_000_000].map(fileSize)).toEqual([
    '0\u00a0octets',
    '999\u00a0octets',
    '845\u00a0Ko',
    '1,2\u00a0Mo',
    '20\u00a0Mo',
  ]);
});

describe('dates', () => {
  const now = Date.parse('2025-03-04T22:30:00Z');

  test('are written in full, the first of the month as 1er', () => {
    expect(dayInFull('2025-03-04')).toBe('mardi 4 mars 2025');
    expect(dayInFull('2025-03-01')).toBe('samedi 1er mars 2025');
    expect(dayInFull('2025-03-11')).toBe('mardi 11 mars 2025');
    expect(instantInFull(now)).toMatch(/^mardi 4 mars 2025 à 23:30$/);
  });

  test.each([
    ['2025-03-04', 'aujourd’hui'],
    ['2025-03-05', 'demain'],
    ['2025-03-03', 'hier'],
    ['2025-03-14', 'dans 10 jours'],
    ['2025-04-08', 'dans 5 semaines'],
    ['2025-12-31', 'dans 10 mois'],
    ['2025-01-04', 'il y a 8 semaines'],
  ])('%s is said %j on 4 March', (day, said) => {
    expect(fromToday(day, now).replaceAll('\u00a0', ' ')).toBe(said);
  });
});
