import { type LiveState, liveStates } from '../missions/states.ts';
import {
  countsOf,
  type MissionFilters,
  type MissionLine,
  type MissionPageLine,
  type MissionsView,
  missionSorts,
  missionsFound,
} from './missions.ts';
import { pageOf } from './page.ts';

/** The missions that wait for somebody, a column a state, the first ones of each. */
export interface MissionBoard extends Pick<MissionsView, 'counts' | 'lateCount' | 'laureateName' | 'expertName'> {
  readonly columns: readonly BoardColumn<MissionPageLine>[];
}

export interface BoardColumn<Line> {
  readonly state: LiveState;
  readonly count: number;
  readonly lateCount: number;
  readonly lines: readonly Line[];
}

/** Cards of a column. Each costs a read of its shares, for its amount, and of seven columns people look at the top. */
export const CARDS_A_COLUMN = 6;

/** The earliest deadline first, so what is late; no deadline, last. The list that a column leads to has the same order. */
export const boardOrder = { sort: 'deadline', descending: false } as const;

/** Missions that ended are counted, and have no column: nobody waits for them. The filter by state asks for nothing, since each has its own. */
export function boardOf(
  lines: readonly MissionLine[],
  filters: MissionFilters,
): Pick<MissionBoard, 'counts' | 'lateCount'> & { readonly columns: readonly BoardColumn<MissionLine>[] } {
  const found = missionsFound(lines, { ...filters, state: null });
  const onTimeOrNot = filters.late ? missionsFound(lines, { ...filters, state: null, late: false }) : found;
  const first = { ...boardOrder, after: null, before: null, size: CARDS_A_COLUMN };
  return {
    counts: countsOf(found),
    lateCount: onTimeOrNot.filter(({ late }) => late).length,
    columns: liveStates.map((state) => {
      const inState = found.filter((line) => line.state === state);
      const { rows } = pageOf(inState, missionSorts[boardOrder.sort].valueOf, first);
      return { state, count: inState.length, lateCount: inState.filter(({ late }) => late).length, lines: rows };
    }),
  };
}
