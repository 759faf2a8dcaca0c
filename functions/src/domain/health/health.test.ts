import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../calendar.ts';
import { ageInWords, type HealthReading, healthFacts, judgeHealth, runsOf } from './facts.ts';
import { isLate, isToKeep, scheduleNames, schedules } from './schedules.ts';

const now = Date.UTC(2026, 2, 3, 9);
const runs = scheduleNames.map((schedule) => ({ schedule, since: now - 30 * DAY, at: now - 10 * MINUTE }));
const well: HealthReading = {
  ...{ now, runs, oldestMailDueAt: null, unreached: 0, openLetters: 0, brokenLedgers: 0 },
  ...{ uncheckedLedgers: 0, newLedgers: 0 },
  ...{ oldestDocumentAskedAt: null, stuckDeposits: 0, unscanned: 0, oldestUnstamped: null, oldTasks: 0 },
};
const shortOf = (changed: Partial<HealthReading>) =>
  judgeHealth({ ...well, ...changed }).filter(({ isShort }) => isShort);

describe('The health of the service', () => {
  it('is good when nothing waits for longer than it should', () => {
    const judged = judgeHealth(well);
    expect(judged.map(({ name }) => name)).toEqual(Object.keys(healthFacts));
    expect(judged.filter(({ isShort, todo }) => isShort || todo !== null)).toEqual([]);
  });

  it.each([
    ['schedules', { runs: [{ schedule: 'sweepMails', since: 0, at: now - HOUR } as const] }, 'envoi des courriels'],
    ['mails', { oldestMailDueAt: now - 2 * HOUR }, '2 heures'],
    ['unreached', { unreached: 3 }, '3'],
    ['letters', { openLetters: 1 }, '1'],
    ['ledgers', { brokenLedgers: 2 }, '2 à réparer'],
    ['ledgers', { uncheckedLedgers: 3 }, '3 sans vérification'],
    ['documents', { oldestDocumentAskedAt: now - DAY }, '1 jour'],
    ['deposits', { stuckDeposits: 4 }, '4'],
    ['antivirus', { unscanned: 5 }, '5'],
    ['stamps', { oldestUnstamped: now - 3 * DAY }, '3 jours'],
    ['tasks', { oldTasks: 6 }, '6'],
  ] as const)('falls short by %s alone, and says how much and what to do', (name, changed, amount) => {
    expect(shortOf(changed)).toEqual([
      expect.objectContaining({ name, found: expect.stringContaining(amount), todo: expect.stringMatching(/\.$/) }),
    ]);
  });

  it.each([
    ['a mail that waits its few minutes', { oldestMailDueAt: now - 30 * MINUTE }],
    ['a document that is being made', { oldestDocumentAskedAt: now - 5 * MINUTE }],
    ['a laureate that was imported since the night', { newLedgers: 1 }],
    ['yesterday’s proofs', { oldestUnstamped: now - 9 * HOUR }],
  ])('is good with %s', (_what, changed) => {
    expect(shortOf(changed)).toEqual([]);
  });

  it('does not say that all ledgers agree when some were never checked', () => {
    const ledgers = judgeHealth({ ...well, newLedgers: 2 }).find(({ name }) => name === 'ledgers');
    expect(ledgers?.found).toContain('nouveaux (2)');
    expect(ledgers?.found).not.toContain('Tous');
  });

  it('says nothing of an antivirus that the deployment has not', () => {
    expect(judgeHealth({ ...well, unscanned: null }).map(({ name }) => name)).not.toContain('antivirus');
  });
});

describe('A schedule', () => {
  const of = (schedule: 'sweepMails' | 'countFigures', at: number | null, since = now - 30 * DAY) =>
    isLate({ schedule, since, at }, now);

  it('is late once its time has passed since its last good end, and not before', () => {
    expect(of('countFigures', now - DAY)).toBe(false);
    expect(of('countFigures', now - 2 * DAY)).toBe(true);
    expect(of('sweepMails', now - 30 * MINUTE)).toBe(false);
    expect(of('sweepMails', now - HOUR)).toBe(true);
  });

  it('that is new has its time to run first', () => {
    expect(of('countFigures', null, now - HOUR)).toBe(false);
    expect(of('countFigures', null, now - 2 * DAY)).toBe(true);
    expect(isLate(undefined, now)).toBe(false);
  });

  it('is written down before it could be taken for late, and not at each run', () => {
    for (const name of scheduleNames)
      expect(schedules[name].keptEvery * 2).toBeLessThanOrEqual(schedules[name].lateAfter);
    expect(isToKeep('sweepMails', undefined, now)).toBe(true);
    expect(isToKeep('sweepMails', now - MINUTE, now)).toBe(false);
    expect(isToKeep('sweepMails', now - 15 * MINUTE, now)).toBe(true);
  });

  it('has its line on the page before anything is known of it', () => {
    expect(runsOf({ runs: [], now })).toHaveLength(scheduleNames.length);
    expect(runsOf({ runs: [], now })[0]).toMatchObject({ at: null, isLate: false });
  });
});

it('Ages are said in their largest unit', () => {
  expect([0, MINUTE, 119 * MINUTE, 25 * HOUR, 3 * DAY].map(ageInWords)).toEqual([
    ...['0 minute', '1 minute', '1 heure', '1 jour', '3 jours'],
  ]);
});
