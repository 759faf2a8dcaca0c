import { createInterface } from 'node:readline/promises';
import { connectBackup } from './connection.ts';
import { readRestore, restoreUsage } from './options.ts';
import { runRestore } from './run-restore.ts';

/** `npm run restore -- --project NOM --from DOSSIER`: see docs/backups.md. */
async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return answer.trim();
}

const options = readRestore(process.argv.slice(2), process.env);
if (typeof options === 'string') {
  console.error(`${options}\n\n${restoreUsage}`);
  process.exitCode = 1;
} else {
  try {
    const say = (line: string) => console.log(line);
    const world = { ...connectBackup(options.target, process.env), ask, say, now: Date.now() };
    process.exitCode = await runRestore(options, world);
  } catch (error) {
    console.error(`La remise s’est arrêtée. Relancez la commande avec --continue.\n${error}`);
    process.exitCode = 1;
  }
}
