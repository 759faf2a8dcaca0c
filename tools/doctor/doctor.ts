import { parametersIn } from '../deploy/parameters.ts';
import { connect } from '../target.ts';
import { readOptions, usage } from './options.ts';
import { runDoctor } from './run.ts';

const options = readOptions(process.argv.slice(2), process.env);
if (typeof options === 'string') {
  console.error(`${options}\n\n${usage}`);
  process.exitCode = 1;
} else {
  const given = { ...process.env, ...(await parametersIn(options.project)) };
  process.exitCode = await runDoctor({
    ...{ firestore: connect(options), sample: options.sample, now: Date.now() },
    hasScanner: Boolean(given.SCANNER_URL),
    isStamped: Boolean(given.TIME_STAMP_URL),
    say: (line) => console.log(line),
  });
}
