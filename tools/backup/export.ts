import { connectBackup } from './connection.ts';
import { exportProject } from './exporting.ts';
import { exportUsage, readExport } from './options.ts';

/** `npm run export -- --project NOM --to DOSSIER`: see docs/backups.md. */
const options = readExport(process.argv.slice(2), process.env);
if (typeof options === 'string') {
  console.error(`${options}\n\n${exportUsage}`);
  process.exitCode = 1;
} else {
  const { target, folder, at } = options;
  const say = (line: string) => console.log(line);
  try {
    await exportProject({ ...connectBackup(target, process.env), project: target.project, folder, at, say });
    say('La sauvegarde est entière.');
  } catch (error) {
    console.error(
      `La sauvegarde s’est arrêtée. Si elle n’est pas entière, relancez la commande : elle continue.\n${error}`,
    );
    process.exitCode = 1;
  }
}
