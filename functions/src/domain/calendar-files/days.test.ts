import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar.ts';
import { allStates, isLive, isWaiting } from '../missions/states.ts';
import { upTo } from '../missions/testing/journeys.ts';
import { dueOf } from '../missions/timers.ts';
import { defaultSettings } from '../programme/settings.ts';
import { missionCalendar, programmeCalendar } from './days.ts';

const place = { host: 'exemple.fr', address: 'https://exemple.fr/laureat?mission=m1' };

function daysIn(state: (typeof allStates)[number]) {
  const { mission, settings } = upTo(state);
  const expectedBefore = dueOf(mission, settings)?.deadline ?? null;
  return { mission, expectedBefore, settings, days: missionCalendar({ mission, expectedBefore, settings }, place) };
}

const named = (days: ReturnType<typeof missionCalendar>) =>
  Object.fromEntries(days.map(({ uid, day }) => [uid.split('.').at(2)?.replace('@exemple', ''), day]));

describe('The dates of a mission', () => {
  it.each(allStates)('%s: what is awaited while somebody is, and none at all once it is over', (state) => {
    const { days, expectedBefore } = daysIn(state);
    const awaited = named(days).awaited;
    expect(awaited).toBe(isWaiting(state) && expectedBefore !== null ? addDays(expectedBefore, -1) : undefined);
    expect(days.length > 0).toBe(isLive(state));
  });

  it('are those of the devis while it waits for a decision, and what it plans from then on', () => {
    const asked = named(daysIn('awaiting_diagnostic').days);
    expect(Object.keys(asked)).toEqual(['awaited', 'endOfServices']);
    const waiting = daysIn('awaiting_validation');
    expect(named(waiting.days)).toMatchObject({
      devisValidity: waiting.mission.submission?.devis.validUntil,
      plannedStart: waiting.mission.submission?.plannedStart,
      plannedEnd: waiting.mission.submission?.plannedEnd,
    });
    expect(Object.keys(named(daysIn('awaiting_report').days))).toEqual([
      ...['awaited', 'plannedStart', 'plannedEnd', 'endOfServices'],
    ]);
    expect(Object.keys(named(daysIn('awaiting_correction').days))).toEqual(['awaited', 'endOfServices']);
  });

  it('have one name for all their life, and no word of what was asked', () => {
    const [before, after] = [daysIn('awaiting_diagnostic'), daysIn('awaiting_report')];
    expect(before.days[0]?.uid).toBe(after.days[0]?.uid);
    expect(before.days[0]?.title).not.toBe(after.days[0]?.title);
    expect(JSON.stringify(after.days)).not.toContain(after.mission.need);
    expect(new Set(after.days.map(({ uid }) => uid)).size).toBe(after.days.length);
  });
});

describe('The dates of the programme', () => {
  it('are all those that are set, as they are now', () => {
    const dates = { ...defaultSettings.dates, lastReport: '2025-01-31' };
    const days = programmeCalendar({ programmeName: 'Sur mesure', dates }, place);
    expect(days.map(({ day }) => day)).toEqual(Object.values(dates));
    expect(days.map(({ uid }) => uid)).toEqual(Object.keys(dates).map((name) => `programme.${name}@exemple.fr`));
  });
});
