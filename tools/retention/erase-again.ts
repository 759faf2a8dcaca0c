import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { connect, targetOf } from '../target.ts';
import { erasedIn, marksIn } from './erased.ts';
import { eraseAgain, eraseMarked } from './erasing-again.ts';

/** `node tools/retention/erase-again.ts --project NOM [--from DOSSIER] [--erasures FICHIER] [UID…]`: after a restoration, see docs/backups.md. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { project: { type: 'string' }, from: { type: 'string' }, erasures: { type: 'string' } },
});
// Named here and nowhere else: a variable left in a shell must not choose where people are erased.
const target = values.project === undefined ? null : targetOf(values.project, process.env);
if (target === null) {
  console.error(
    'Dites dans quel projet : --project NOM, et d’après quoi : --from DOSSIER (une sauvegarde), --erasures FICHIER (les empreintes reçues par courriel), ou les comptes.',
  );
  process.exitCode = 1;
} else {
  const { from, erasures } = values;
  const uids = [...positionals, ...(from === undefined ? [] : await erasedIn(from))];
  const marks = erasures === undefined ? [] : marksIn(await readFile(erasures, 'utf8'));
  const erasing = { firestore: connect(target), now: Date.now(), say: (line: string) => console.log(line) };
  await eraseAgain(uids, erasing);
  await eraseMarked(marks, erasing);
  if (erasures !== undefined && marks.length === 0) {
    console.error(`« ${erasures} » ne contient aucune empreinte.`);
    process.exitCode = 1;
  }
}
