import { type Bench, lineOf, verdictOf } from './goal.ts';

/** Name → module, loaded only when asked for. */
const benches = {
  pdf: () => import('./pdf/goals.ts'),
  cold: () => import('./cold/goals.ts'),
  web: () => import('./web/goals.ts'),
  workflow: () => import('./workflow/goals.ts'),
  cost: () => import('./cost/goals.ts'),
  year: () => import('./year/goals.ts'),
  scale: () => import('./scale/goals.ts'),
} as const satisfies Record<string, () => Promise<Bench>>;

type Name = keyof typeof benches;

function isName(name: string): name is Name {
  return Object.hasOwn(benches, name);
}

/** Runs the benches asked for, all of them without argument. Answers the exit code. */
async function run(asked: readonly string[]): Promise<0 | 1 | 2> {
  const names = Object.keys(benches);
  const unknown = asked.filter((name) => !isName(name));
  if (unknown.length > 0) {
    console.error(`No bench named ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
    return 2;
  }
  let short = false;
  for (const name of (asked.length > 0 ? asked : names).filter(isName)) {
    const { goals } = await benches[name]();
    for (const goal of await goals()) {
      console.log(lineOf(goal));
      short ||= verdictOf(goal) === 'short';
    }
  }
  return short ? 1 : 0;
}

process.exitCode = await run(process.argv.slice(2));
