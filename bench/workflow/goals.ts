import { startEmulators } from '../../tools/emulators/launch.ts';
import { portsFor, requestedOffset } from '../../tools/emulators/ports.ts';
import type { Goal } from '../goal.ts';
import { median } from '../median.ts';

const ROUNDS = 7;
const LAUREATES = 20;
const VALIDATIONS = 5;

/**
 * Decisions on different laureates do not slow each other: twenty laureates that each validate five devis at once, against one laureate that
 * does, turn and turn about in one run. What is left above 1 is the machine, which has a hundred decisions to compute instead of five.
 */
export async function goals(): Promise<Goal[]> {
  const ports = portsFor('bench', requestedOffset(process.argv, process.env));
  const projectId = 'demo-sur-mesure-bench';
  const emulators = await startEmulators({ projectId, ports, only: ['firestore'], userInterface: false });
  try {
    Object.assign(process.env, emulators.env);
    const { validateAtOnce } = await import('./validations.ts');
    await validateAtOnce('warm-up', LAUREATES, VALIDATIONS);
    const one: number[] = [];
    const many: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      one.push(await validateAtOnce(`one-${round}`, 1, VALIDATIONS));
      many.push(await validateAtOnce(`many-${round}`, LAUREATES, VALIDATIONS));
    }
    return [
      {
        name: `${LAUREATES} laureates × ${VALIDATIONS} validations / 1 × ${VALIDATIONS}`,
        ours: median(many),
        reference: median(one),
        goal: 3,
        unit: 'ms',
      },
      { name: 'event to effect', missing: 'the triggers are not measured against an empty one' },
    ];
  } finally {
    await emulators.stop();
  }
}
