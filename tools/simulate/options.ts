import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../commands.ts';
import { type Figures, TWO_YEARS } from './programme.ts';

export interface SimulateOptions {
  readonly figures: Figures;
  /** Folder of the report. */
  readonly to: string;
  /** How many operations of a life are played over HTTP, by the functions of a started suite. */
  readonly sample: number;
  /** How many operations the functions of a started suite are killed over; 0 to live a programme instead. */
  readonly kill: number;
}

export const usage = `npm run simulate -- [--laureates 100] [--experts 200] [--missions 600] [--days 730] [--seed 1]
                    [--sample 40] [--to folder]
npm run simulate -- --kill 200 [--seed 1]

The first lives a programme in this process, beside the Firestore and Storage emulators; then as many operations as the
sample are asked of the functions of a whole suite. The second kills those functions while they answer, which the sample
does too. Both end with the invariants; 1 is answered when one of them is broken.`;

const numbers = ['laureates', 'experts', 'missions', 'days', 'seed', 'sample', 'kill', 'port-offset'] as const;
type NumberName = (typeof numbers)[number];

/** No more laureates than there are places for. A life shorter than the fewest days ends before the first request. */
const limits = {
  laureates: [2, 100],
  experts: [5, 1_000],
  missions: [1, 10_000],
  days: [60, 1_500],
  seed: [0, 2 ** 31],
  sample: [0, 1_000],
  kill: [0, 1_000],
  'port-offset': [0, 40_000],
} as const satisfies Record<NumberName, readonly [number, number]>;

/** A sentence says what the command line lacks. */
export function readOptions(commandLine: readonly string[]): SimulateOptions | string {
  try {
    const { values } = parseArgs({
      args: [...commandLine],
      options: Object.fromEntries([...numbers, 'to'].map((name) => [name, { type: 'string' as const }])),
    });
    const problems: string[] = [];
    const read = (name: NumberName, usual: number) => {
      const [least, most] = limits[name];
      const value = values[name] === undefined ? usual : Number(values[name]);
      if (!Number.isInteger(value) || value < least || value > most)
        problems.push(`--${name} is a whole number from ${least} to ${most}.`);
      return value;
    };
    read('port-offset', 0);
    const options = {
      figures: {
        ...{ laureates: read('laureates', 100), experts: read('experts', 200), missions: read('missions', 600) },
        ...{ seed: read('seed', 1), days: read('days', TWO_YEARS) },
      },
      to: typeof values.to === 'string' ? values.to : join(root, '.emulators', 'simulation'),
      sample: read('sample', 40),
      kill: read('kill', 0),
    };
    return problems[0] ?? options;
  } catch (error) {
    return error instanceof Error ? error.message : 'This command line can’t be read.';
  }
}
