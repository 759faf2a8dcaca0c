import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar.ts';
import { upTo } from '../missions/testing/journeys.ts';
import { dueOf } from '../missions/timers.ts';
import { defaultSettings } from '../programme/settings.ts';
import type { Region } from '../programme/territories.ts';
import {
  amountsOf,
  type ListedMission,
  listedMission,
  type MissionFilters,
  type MissionSort,
  missionLine,
  missionsPage,
  noMissionFilter,
} from './missions.ts';

const story = upTo('awaiting_report');
const running = listedMission(story.mission);
const now = running.since;
const laureates = new Map<string, { readonly region: Region; readonly promotion: number }>([
  [running.laureates[0]?.id ?? '', { region: 'Bretagne', promotion: 2 }],
  ['lac', { region: 'Occitanie', promotion: 3 }],
]);
const asked: ListedMission = {
  ...running,
  ...{ id: 'm2', state: 'awaiting_expert', since: now - 90 * 86_400_000, plannedEnd: null },
  ...{ subthemes: ['9.1'], need: 'Étudier l’énergie', expertId: 'oikos', expertName: 'Oïkos' },
  laureates: [{ id: 'lac', name: 'La Fabrique du Lac' }],
};
const line = (mission: ListedMission) => missionLine(mission, { laureates, settings: defaultSettings, now });
const lines = [running, asked].map(line);
const found = (filters: Partial<MissionFilters>, sort: MissionSort = 'since', descending = false) =>
  missionsPage(lines, { ...noMissionFilter, ...filters }, { sort, descending, after: null, before: null, size: 10 });
const idsOf = (filters: Partial<MissionFilters>) => found(filters).page.rows.map(({ id }) => id);
const both = ['m2', running.id];

describe('A line of the programme’s missions', () => {
  it('has the deadline of its mission, by the settings in force now', () => {
    expect(line(running).deadline).toBe(dueOf(story.mission, defaultSettings)?.deadline);
    const slower = { ...defaultSettings, waitingDays: { ...defaultSettings.waitingDays, awaiting_report: 60 } };
    const later = missionLine(running, { laureates, settings: slower, now }).deadline;
    expect(later).toBe(dueOf(story.mission, slower)?.deadline);
    expect(later).not.toBe(line(running).deadline);
  });

  it('is late from the day before which an answer was expected, and not while nobody is awaited', () => {
    const { deadline } = line(running);
    if (deadline === null) throw new Error('an answer is awaited');
    const on = (day: string) =>
      missionLine(running, { laureates, settings: defaultSettings, now: Date.parse(`${day}T12:00:00Z`) });
    expect([on(addDays(deadline, -1)).late, on(deadline).late]).toEqual([false, true]);
    const closed = missionLine({ ...running, state: 'closed' }, { laureates, settings: defaultSettings, now: now * 2 });
    expect([closed.deadline, closed.late]).toEqual([null, false]);
  });

  it('names who takes part, or all it was open to once nobody does, and holds no amount', () => {
    const gone = Object.fromEntries(
      Object.entries(story.mission.participants).map(([id, one]) => [id, { ...one, status: 'left' as const }]),
    );
    const left = listedMission({ ...story.mission, participants: gone });
    expect(left.laureates).toEqual(running.laureates);
    expect(JSON.stringify(running)).not.toContain('Cents');
  });

  it('keeps the beginning of a long need', () => {
    const long = listedMission({ ...story.mission, need: 'mot '.repeat(500) });
    expect([long.need.length, long.need.endsWith('…')]).toEqual([300, true]);
  });

  it('has the territory of its laureates as they are now', () => {
    expect([line(asked).regions, line(asked).promotions]).toEqual([['Occitanie'], [3]]);
  });
});

describe('The list of missions', () => {
  it('is found by words, whatever accents, and by each filter alone or with others', () => {
    expect(idsOf({})).toEqual(both);
    expect(idsOf({ words: 'oikos lac energie' })).toEqual(['m2']);
    expect(idsOf({ state: 'awaiting_report' })).toEqual([running.id]);
    expect(idsOf({ late: true })).toEqual(['m2']);
    expect(idsOf({ theme: '9' })).toEqual(['m2']);
    expect(idsOf({ region: 'Bretagne' })).toEqual([running.id]);
    expect(idsOf({ promotion: 3 })).toEqual(['m2']);
    expect(idsOf({ laureateId: 'lac' })).toEqual(['m2']);
    expect(idsOf({ expertId: running.expertId })).toEqual([running.id]);
    expect(idsOf({ expertId: running.expertId, late: true })).toEqual([]);
  });

  it('counts what each state would show under the other filters, and what is late', () => {
    const countIn = (filters: Partial<MissionFilters>, state: string) =>
      found(filters).counts.find((one) => one.state === state)?.count;
    expect(countIn({ state: 'awaiting_report' }, 'awaiting_expert')).toBe(1);
    expect(countIn({ region: 'Bretagne' }, 'awaiting_expert')).toBe(0);
    expect([found({}).lateCount, found({ late: true }).lateCount, found({ region: 'Bretagne' }).lateCount]).toEqual([
      1, 1, 0,
    ]);
  });

  it.each([
    ['laureate', ['m2', running.id]],
    ['expert', [running.id, 'm2']],
    ['state', ['m2', running.id]],
    ['deadline', ['m2', running.id]],
  ] as const)('is ordered by %s', (sort, ids) => {
    expect(found({}, sort).page.rows.map(({ id }) => id)).toEqual(ids);
    expect(found({}, sort, true).page.rows.map(({ id }) => id)).toEqual(ids.toReversed());
  });
});

describe('The amounts of a line', () => {
  const parts = Object.values(story.shares);
  it('are those of every laureate together: what is asked, and what subsidies hold', () => {
    const [only] = parts;
    if (only === undefined) throw new Error('a mission has a laureate');
    expect(only.status).toBe('committed');
    expect(amountsOf([only])).toEqual({ devisCents: only.shareCents, subsidyCents: only.subsidyCents });
    expect(amountsOf([only, only]).devisCents).toBe(2 * only.shareCents);
    const proposed = { ...only, status: 'proposed' as const };
    expect(amountsOf([proposed])).toEqual({ devisCents: only.shareCents, subsidyCents: 0 });
  });

  it('are those of the devis in force while an amendment waits', () => {
    const [only] = parts;
    if (only === undefined) throw new Error('a mission has a laureate');
    const { shareCents, fundedCents, subsidyCents, ownCents } = only;
    const before = { shareCents, fundedCents, subsidyCents, ownCents };
    const amendment = { number: 2, shareCents: 2 * shareCents, fundedCents: 2 * shareCents, before };
    const waiting = { ...only, shareCents: 2 * shareCents, ownCents: ownCents + shareCents, amendment };
    expect(amountsOf([waiting])).toEqual({ devisCents: shareCents, subsidyCents });
    expect(amountsOf([{ ...waiting, amendment: null }]).devisCents).toBe(2 * shareCents);
  });

  it('are none before a devis, and once a mission came to nothing', () => {
    const nothing = { devisCents: null, subsidyCents: null };
    expect(amountsOf(parts.map((part) => ({ ...part, status: 'none' as const })))).toEqual(nothing);
    expect(amountsOf(parts.map((part) => ({ ...part, status: 'void' as const })))).toEqual(nothing);
  });
});
