import { join } from 'node:path';
import { buildAll } from './build/build.ts';
import { root } from './commands.ts';
import { EmulatorsUnavailable } from './emulators/failure.ts';
import { portsFor, requestedOffset } from './emulators/ports.ts';
import { requireRoom, startDemonstration } from './seed/demonstration.ts';
import { wholeSize } from './seed/programme.ts';

/**
 * `npm start`: builds, starts the programme with its demonstration, and keeps what is done in it until the next start.
 * `--reset` begins afresh, with `--times 10` for ten programmes; `--port-offset 1000` moves every port up.
 */
/** Of the whole demonstration, in the memory that the emulator of Firestore is given. */
const MOST_TIMES = 20;
const started = Date.now();
const say = (line: string) => console.log(`[${((Date.now() - started) / 1_000).toFixed(0).padStart(3)} s] ${line}`);

process.exitCode = await start(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof EmulatorsUnavailable ? error.message : error);
  return 1;
});

async function start(flags: readonly string[]): Promise<number> {
  const offset = requestedOffset(flags, process.env);
  const addresses = { ports: portsFor('start', offset), inboxPorts: { smtp: 1025 + offset, web: 1080 + offset } };
  await requireRoom(addresses);
  await buildAll(['emulator'], say);
  const demonstration = await startDemonstration({
    projectId: 'demo-sur-mesure',
    ...addresses,
    folder: join(root, '.local', 'demonstration'),
    reset: flags.includes('--reset'),
    size: wholeSize,
    times: timesIn(flags),
    stopOnSignals: true,
    progress: say,
  });
  say('Ready.');
  console.log(`\n${demonstration.addresses.map(({ name, address }) => `  ${name.padEnd(26)}${address}`).join('\n')}\n`);
  console.log(
    'Sign in with one click on the first of these pages. Ctrl-C stops and keeps everything for the next start.',
  );
  const asked = await demonstration.ended;
  if (!asked) say('The emulators have ended by themselves.');
  return asked ? 0 : 1;
}

/** @throws EmulatorsUnavailable when what follows `--times` is not a number that one machine holds. */
function timesIn(flags: readonly string[]): number {
  const place = flags.indexOf('--times');
  if (place === -1) return 1;
  const times = Number(flags[place + 1]);
  if (Number.isInteger(times) && times >= 1 && times <= MOST_TIMES) return times;
  throw new EmulatorsUnavailable(`--times takes a whole number from 1 to ${MOST_TIMES}.`);
}
