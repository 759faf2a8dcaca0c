import { describe, expect, it } from 'vitest';
import { DAY } from '../calendar.ts';
import { liveStates, type MissionState } from '../missions/states.ts';
import { upTo } from '../missions/testing/journeys.ts';
import { defaultSettings } from '../programme/settings.ts';
import { boardOf, CARDS_A_COLUMN } from './board.ts';
import { type ListedMission, listedMission, missionLine, noMissionFilter } from './missions.ts';

const asked = listedMission(upTo('awaiting_expert').mission);
const now = asked.since + 60 * DAY;
const line = (change: Partial<ListedMission>) =>
  missionLine({ ...asked, ...change }, { laureates: new Map(), settings: defaultSettings, now });
const missionOf = (id: string, state: MissionState, daysAgo: number) => line({ id, state, since: now - daysAgo * DAY });
const idsIn = (board: ReturnType<typeof boardOf>, state: MissionState) =>
  board.columns.find((column) => column.state === state)?.lines.map(({ id }) => id);

describe('The board of missions', () => {
  it('has a column for each state in which somebody is waited for, empty or not, and none for what ended', () => {
    const board = boardOf([missionOf('m1', 'awaiting_expert', 1), missionOf('m2', 'closed', 1)], noMissionFilter);
    expect(board.columns.map(({ state, count }) => [state, count])).toEqual(
      liveStates.map((state) => [state, state === 'awaiting_expert' ? 1 : 0]),
    );
    expect(board.counts.filter(({ count }) => count > 0)).toEqual([
      { state: 'awaiting_expert', count: 1 },
      { state: 'closed', count: 1 },
    ]);
  });

  it('shows first what has waited longest, and no more than the top of a column', () => {
    const lines = Array.from({ length: CARDS_A_COLUMN + 3 }, (_, number) =>
      missionOf(`m${number}`, 'awaiting_expert', 7 * number),
    );
    const [column] = boardOf(lines, noMissionFilter).columns;
    expect(column).toMatchObject({ count: CARDS_A_COLUMN + 3, lines: { length: CARDS_A_COLUMN } });
    expect(column?.lines[0]?.id).toBe(`m${CARDS_A_COLUMN + 2}`);
    expect(column?.lateCount).toBe(lines.filter(({ late }) => late).length);
  });

  it('is filtered as the list is, but by state, and counts what is late whether or not that alone is shown', () => {
    const lines = [missionOf('old', 'awaiting_expert', 59), missionOf('new', 'awaiting_expert', 0)];
    const late = boardOf(lines, { ...noMissionFilter, late: true, state: 'closed' });
    expect([idsIn(late, 'awaiting_expert'), late.lateCount]).toEqual([['old'], 1]);
    expect(boardOf(lines, noMissionFilter).lateCount).toBe(1);
    expect(idsIn(boardOf(lines, { ...noMissionFilter, expertId: 'nobody' }), 'awaiting_expert')).toEqual([]);
  });

  it('puts a mission on hold, of which no day is expected, in the column of the team', () => {
    const board = boardOf([missionOf('held', 'on_hold', 400)], noMissionFilter);
    expect(board.columns.find(({ state }) => state === 'on_hold')).toMatchObject({ count: 1, lateCount: 0 });
  });
});
