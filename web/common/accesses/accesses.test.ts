import type { AccessGrant } from '@sur-mesure/functions/domain/access/views';
import { describe, expect, test } from 'vitest';
import { byDay } from '../day-log/by-day.ts';
import {
  grantActionOf,
  grantActionsFor,
  grantErrors,
  missionsToExtend,
  openingSentence,
  openingsWords,
  untilWords,
} from './access-words.ts';

const march = Date.UTC(2026, 2, 3, 13, 5);
const mission = (missionId: string, until: number | null) => ({ missionId, need: missionId, until });
const grant = (change: Partial<AccessGrant>): AccessGrant => ({
  uid: 'marc',
  personName: 'Marc Petit',
  company: 'Atelier Commun',
  state: 'open',
  until: null,
  missions: [mission('1', null)],
  openings: 0,
  lastOpenedAt: null,
  ...change,
});

describe('until when somebody reads', () => {
  test.each([
    ['open', null, 'Tant que la mission dure'],
    ['open', march, 'Jusqu’au mardi 3 mars 2026'],
    ['ended', march, 'Depuis le mardi 3 mars 2026'],
    ['cut', march, undefined],
  ] as const)('%s, %s', (state, until, expected) => {
    expect(untilWords({ state, until })).toBe(expected);
  });
});

test('openings are counted, with the last one', () => {
  expect(openingsWords({ openings: 0, lastOpenedAt: null })).toBe('N’a encore ouvert aucun document');
  expect(openingsWords({ openings: 1, lastOpenedAt: march })).toBe('Une ouverture, mardi 3 mars 2026');
  expect(openingsWords({ openings: 3, lastOpenedAt: march })).toBe('3\u00a0ouvertures, la dernière mardi 3 mars 2026');
});

test('the log names the laureate’s own people as theirs, and says a preview from a file', () => {
  const opening = { at: march, name: 'Anne', kind: 'laureate', as: 'file', fileName: 'devis.pdf' } as const;
  expect(openingSentence(opening, false)).toBe('Anne (votre manufacture) a ouvert « devis.pdf ».');
  expect(openingSentence(opening, true)).toBe('Anne (manufacture) a ouvert « devis.pdf ».');
  expect(openingSentence({ ...opening, kind: 'expert', as: 'preview' }, true)).toBe(
    'Anne (expert) a vu l’aperçu de « devis.pdf ».',
  );
});

describe('what staff may do', () => {
  test('to an access that lasts as long as its missions is to cut it, for there is no day to put off', () => {
    expect(grantActionsFor(grant({}))).toEqual(['cut']);
    expect(grantActionsFor(grant({ missions: [mission('1', null), mission('2', march)] }))).toEqual(['extend', 'cut']);
  });

  test('to one that was cut is to restore it', () => {
    expect(grantActionsFor(grant({ state: 'cut', missions: [mission('2', march)] }))).toEqual(['restore']);
  });

  test('is put off for a mission that has an end', () => {
    expect(missionsToExtend(grant({ missions: [mission('1', null), mission('2', march)] }))).toEqual([
      mission('2', march),
    ]);
  });

  test('always carries a reason, and what it asks', () => {
    const nothing = { missionId: '', until: '', reason: ' ' };
    expect(grantErrors('cut', nothing).map(({ fieldId }) => fieldId)).toEqual(['grant-reason']);
    expect(grantErrors('extend', nothing)).toHaveLength(3);
    expect(grantActionOf('extend', { missionId: '2', until: '2026-04-01', reason: ' Rapport. ' })).toEqual({
      action: 'extend',
      missionId: '2',
      until: '2026-04-01',
      reason: 'Rapport.',
    });
  });
});

test('what happened is under its day in Paris, in the order it came', () => {
  const late = Date.UTC(2026, 2, 2, 23, 30);
  const before = Date.UTC(2026, 2, 2, 12);
  const days = byDay([{ at: march }, { at: late }, { at: before }]);
  expect(days).toEqual([
    { day: '2026-03-03', rows: [{ at: march }, { at: late }] },
    { day: '2026-03-02', rows: [{ at: before }] },
  ]);
});
