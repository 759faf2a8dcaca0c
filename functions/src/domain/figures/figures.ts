import { dayOf } from '../calendar.ts';
import { allStates } from '../missions/states.ts';
import { moneyOf } from '../summaries/money.ts';
import { periodOf } from '../summaries/periods.ts';
import { coverageOf } from './coverage.ts';
import { delayRows } from './delays.ts';
import type { FiguresFacts } from './facts.ts';
import { feedbackFigures } from './feedback.ts';
import type { Figures, StateRow } from './model.ts';
import { monthRows } from './months.ts';

/** The figures of the programme. Pure: the same facts give the same figures, whoever asks and however often. */
export function figuresOf(facts: FiguresFacts): Figures {
  const { at } = facts;
  // Its end is to come: every line of the ledgers is in what stands there.
  const money = moneyOf({ ...facts, period: periodOf('month', dayOf(at)) });
  return {
    at,
    unreadableDocuments: facts.unreadableDocuments,
    months: monthRows(facts),
    states: stateRows(facts),
    delays: delayRows(facts),
    money,
    coverage: coverageOf(facts, money),
    feedback: feedbackFigures(facts),
  };
}

/** Those that no mission is in are left out. */
function stateRows({ missions }: Pick<FiguresFacts, 'missions'>): StateRow[] {
  return allStates
    .map((state) => ({ state, missions: missions.filter((mission) => mission.state === state).length }))
    .filter(({ missions: count }) => count > 0);
}
