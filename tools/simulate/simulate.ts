import { EmulatorsUnavailable } from '../emulators/failure.ts';
import { readOptions, usage } from './options.ts';
import { simulateKills } from './over-http.ts';
import { simulate } from './run.ts';

/** `npm run simulate`: see `usage`. */
const started = Date.now();
const say = (line: string) => console.log(`[${((Date.now() - started) / 1_000).toFixed(0).padStart(3)} s] ${line}`);
const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  console.error(`${options}\n\n${usage}`);
  process.exitCode = 2;
} else {
  process.exitCode = await (options.kill > 0 ? simulateKills : simulate)(options, say).catch((error: unknown) => {
    console.error(error instanceof EmulatorsUnavailable ? error.message : error);
    return 1;
  });
}
