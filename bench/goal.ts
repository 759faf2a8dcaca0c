/** What each bench answers: its goals, measured, or the reason why there is no measure yet. */

export interface Measured {
  name: string;
  ours: number;
  /** The peer's figure in the same run, or the budget. */
  reference: number;
  /** The highest ratio ours / reference that meets the goal. */
  goal: number;
  unit: 'ms' | 'MB' | 'KB' | 'operations';
}

export interface NotMeasured {
  name: string;
  /** Why, in one sentence. */
  missing: string;
}

export type Goal = Measured | NotMeasured;

export interface Bench {
  goals(): Promise<Goal[]>;
}

export type Verdict = 'ok' | 'short' | 'not measured yet';

export function verdictOf(goal: Goal): Verdict {
  if ('missing' in goal) return 'not measured yet';
  return ratioOf(goal) <= goal.goal ? 'ok' : 'short';
}

/** Nothing spent meets any budget, one of nothing too. */
function ratioOf({ ours, reference }: Measured): number {
  return ours === 0 ? 0 : ours / reference;
}

function figure(value: number, unit: string): string {
  return `${value >= 100 ? value.toFixed(0) : value.toFixed(2)} ${unit}`;
}

/** `name  ours  peer-or-budget  ratio  goal  ok|short` */
export function lineOf(goal: Goal): string {
  if ('missing' in goal) return `${goal.name.padEnd(44)}not measured yet: ${goal.missing}`;
  const { name, ours, reference, unit } = goal;
  return [
    name.padEnd(44),
    figure(ours, unit).padStart(12),
    figure(reference, unit).padStart(12),
    ratioOf(goal).toFixed(3).padStart(9),
    `≤ ${goal.goal.toFixed(3)}`.padStart(9),
    verdictOf(goal),
  ].join(' ');
}
