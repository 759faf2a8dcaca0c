import { parametersIn } from '../deploy/parameters.ts';
import { connect } from '../target.ts';
import { neighboursOf, readOptions, usage } from './options.ts';
import { runDoctor } from './run.ts';

const options = readOptions(process.argv.slice(2), process.env);
if (typeof options === 'string') {
  console.error(`${options}\n\n${usage}`);
  process.exitCode = 1;
} else {
  const neighbours = neighboursOf(options, await parametersIn(options.project), process.env);
  if (typeof neighbours === 'string') {
    console.error(neighbours);
    process.exitCode = 1;
  } else {
    process.exitCode = await runDoctor({
      ...{ firestore: connect(options), project: options.project, sample: options.sample, now: Date.now() },
      ...neighbours,
      say: (line) => console.log(line),
    });
  }
}
