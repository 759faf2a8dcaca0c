import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startEmulators } from '../../tools/emulators/launch.ts';
import { host, portsFor, requestedOffset } from '../../tools/emulators/ports.ts';
import type { Goal } from '../goal.ts';
import { median } from '../median.ts';

const ROUNDS = 7;
const LAUREATES = 20;
const VALIDATIONS = 5;
/** One way, in milliseconds. A read from the region of the functions to a two-region database takes some tens of them; the loopback, none. */
const DISTANCE = 15;

/**
 * Decisions on different laureates do not slow each other: twenty laureates that each validate five devis at once, against one laureate that
 * does, turn and turn about in one run. The database is put at its distance: on the loopback the five would take no time but that of the
 * processor, of which the hundred need twenty times as much whatever the design, and the ratio would say nothing of waiting for each other.
 */
export async function goals(): Promise<Goal[]> {
  const ports = portsFor('bench', requestedOffset(process.argv, process.env));
  const projectId = 'demo-sur-mesure-bench';
  const emulators = await startEmulators({ projectId, ports, only: ['firestore'], userInterface: false });
  const distance = await putAt(ports.firestore, DISTANCE);
  try {
    Object.assign(process.env, emulators.env, { FIRESTORE_EMULATOR_HOST: `${host}:${distance.port}` });
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
    distance.stop();
    await emulators.stop();
  }
}

/** The port behind which the emulator's own is that far away. */
async function putAt(
  port: number,
  milliseconds: number,
): Promise<{ readonly port: number; readonly stop: () => void }> {
  const script = join(import.meta.dirname, 'distance.ts');
  const child = spawn(process.execPath, [script, host, `${port}`, `${milliseconds}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  return { port: Number(`${line}`), stop: () => child.kill() };
}
