import { newId } from '../../functions/src/entrypoints/ids.ts';
import { connect } from '../target.ts';
import { readOptions, usage } from './options.ts';
import { runLedger } from './run.ts';

const options = readOptions(process.argv.slice(2), process.env);
if (typeof options === 'string') {
  console.error(`${options}\n\n${usage}`);
  process.exitCode = 1;
} else {
  const world = { firestore: connect(options), now: Date.now(), newId, say: (text: string) => console.log(text) };
  process.exitCode = await runLedger(options, world);
}
