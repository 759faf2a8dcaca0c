import { parseArgs } from 'node:util';
import { approveErasure } from '../../functions/src/store/retention/approving.ts';
import { connect, targetOf } from '../target.ts';
import { erasedIn } from './erased.ts';

/** `node tools/retention/erase-again.ts --project NOM --from DOSSIER [UID…]`: after a restoration, see docs/backups.md. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { project: { type: 'string' }, from: { type: 'string' } },
});
// Named here and nowhere else: a variable left in a shell must not choose where people are erased.
const target = values.project === undefined ? null : targetOf(values.project, process.env);
if (target === null) {
  console.error(
    'Dites dans quel projet : --project NOM, et d’après quelle sauvegarde : --from DOSSIER, ou les comptes.',
  );
  process.exitCode = 1;
} else {
  const uids = [...positionals, ...(values.from === undefined ? [] : await erasedIn(values.from))];
  const firestore = connect(target);
  for (const uid of uids) {
    const again = await approveErasure(firestore, uid, { cause: 'asked', now: Date.now() });
    console.log(again ? `${uid} : effacé de nouveau la nuit prochaine.` : `${uid} : rien à faire.`);
  }
}
