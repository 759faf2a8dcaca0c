import { type Day, dayOf } from '../calendar.ts';
import type { MissionState, WaitingState } from '../missions/states.ts';
import { workingDaysBetween } from '../working-days.ts';
import type { FiguresFacts, MissionMove } from './facts.ts';
import { type DelayRow, type DelayStep, delaySteps } from './model.ts';

type DelayFacts = Pick<FiguresFacts, 'moves' | 'settings'>;

/**
 * What ends the waiting of each state by its being answered. A suspension, a cancelling, a silence or a closing without the missing piece ends it too, and says
 * nothing of how long answers take.
 */
const answeredBy = {
  awaiting_expert: ['awaiting_diagnostic', 'declined'],
  awaiting_diagnostic: ['awaiting_validation'],
  awaiting_validation: ['awaiting_report', 'awaiting_correction', 'refused'],
  awaiting_correction: ['awaiting_validation'],
  awaiting_report: ['awaiting_confirmation'],
  awaiting_confirmation: ['closed', 'awaiting_report'],
} as const satisfies Record<WaitingState, readonly MissionState[]>;

interface Stay {
  readonly step: DelayStep;
  readonly from: Day;
  readonly to: Day;
}

/**
 * How long each step takes, from the journals: the median, and what nine stays in ten do not exceed. A mission may stay in a step several times;
 * what began outside of this service, or was suspended on the way, is not measured.
 */
export function delayRows({ moves, settings }: DelayFacts): DelayRow[] {
  const stays = journalsOf(moves).flatMap((journal) => [...stepStays(journal), ...longStays(journal)]);
  return stepNames.flatMap((step) => {
    const days = stays
      .filter((stay) => stay.step === step)
      .map(({ from, to }) => workingDaysBetween(from, to, settings))
      .toSorted((one, other) => one - other);
    return days.length === 0 ? [] : [{ step, stays: days.length, median: medianOf(days), ninth: ninthOf(days) }];
  });
}

const stepNames: readonly DelayStep[] = Object.keys(delaySteps).filter(isStep);

function isStep(name: string): name is DelayStep {
  return Object.hasOwn(delaySteps, name);
}

/** The moves of each mission that change its state, in order. */
function journalsOf(moves: readonly MissionMove[]): MissionMove[][] {
  const journals = Map.groupBy(moves, ({ missionId }) => missionId);
  return [...journals.values()].map((journal) =>
    journal.filter(({ from, to }) => from !== to).toSorted((one, other) => one.number - other.number),
  );
}

function stepStays(journal: readonly MissionMove[]): Stay[] {
  return journal.flatMap((begun, index) => {
    const ended = journal[index + 1];
    const step = begun.to;
    if (ended === undefined || begun.from === 'on_hold' || isOutside(begun) || !isMeasured(step)) return [];
    const answers: readonly MissionState[] = answeredBy[step];
    return answers.includes(ended.to) && isAnswer(ended) ? [stay(step, begun, ended)] : [];
  });
}

/** From the request to the first validation, and to the end; of missions asked for here, and not suspended in between. */
function longStays(journal: readonly MissionMove[]): Stay[] {
  const [first] = journal;
  if (first === undefined || isOutside(first)) return [];
  const validated = journal.find(({ from, to }) => from === 'awaiting_validation' && to === 'awaiting_report');
  const last = journal.at(-1);
  const held = journal.find(({ to }) => to === 'on_hold')?.number ?? Number.POSITIVE_INFINITY;
  return [
    ...(validated !== undefined && validated.number < held ? [stay('untilValidation', first, validated)] : []),
    ...(last?.to === 'closed' && isAnswer(last) && last.number < held ? [stay('whole', first, last)] : []),
  ];
}

/** Staff that close without a piece answer for nobody. */
const isAnswer = ({ action }: MissionMove) => action !== 'closeWithout';

function stay(step: DelayStep, begun: MissionMove, ended: MissionMove): Stay {
  return { step, from: dayOf(begun.at), to: dayOf(ended.at) };
}

const isOutside = ({ action }: MissionMove) => action === 'takeOver' || action === 'reopen';

function isMeasured(state: MissionState): state is WaitingState {
  return Object.hasOwn(answeredBy, state);
}

function medianOf(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function ninthOf(sorted: readonly number[]): number {
  return sorted[Math.ceil(sorted.length * 0.9) - 1] ?? 0;
}
