import { migrations } from '../../functions/src/store/migrations/migrations.ts';
import { connect } from '../target.ts';
import { readOptions, usage } from './options.ts';
import { runMigrate } from './run.ts';

/** `npm run migrate -- --project NOM`: see docs/backups.md. */
const options = readOptions(process.argv.slice(2), process.env);
if (typeof options === 'string') {
  console.error(`${options}\n\n${usage}`);
  process.exitCode = 1;
} else {
  const say = (text: string) => console.log(text);
  try {
    process.exitCode = await runMigrate(options.apply, { firestore: connect(options), migrations, say });
  } catch (error) {
    console.error(`La migration s’est arrêtée. Relancez-la : ce qui est fait le reste.\n${error}`);
    process.exitCode = 1;
  }
}
