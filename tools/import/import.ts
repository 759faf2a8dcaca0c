import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { getStorage } from 'firebase-admin/storage';
import { newId } from '../../functions/src/entrypoints/ids.ts';
import { importProgramme } from '../../functions/src/store/imports/import-programme.ts';
import { importLaureates } from '../../functions/src/store/laureates/import.ts';
import { connect, type Target } from '../target.ts';
import { readOptions, usage } from './options.ts';
import { type ImportWorld, runImport } from './run.ts';
import { type ProgrammeWorld, runProgramme } from './run-programme.ts';

async function confirm(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} (oui/non) `);
  terminal.close();
  return /^o(ui)?$/i.test(answer.trim());
}

function worldOf(target: Target): ImportWorld & ProgrammeWorld {
  const storageBucket = process.env.STORAGE_BUCKET ?? `${target.project}.firebasestorage.app`;
  const firestore = connect(target, { storageBucket });
  return {
    readFile,
    importProgramme: (asked) => {
      const now = Date.now();
      const actor = { uid: 'system', name: 'Import en ligne de commande', signedInAt: now };
      return importProgramme(firestore, () => getStorage().bucket(), { ...asked, actor, now, newId });
    },
    importLaureates: (asked) =>
      importLaureates(firestore, { ...asked, by: 'system', invitedBy: '', now: Date.now(), newId }),
    say: (text) => console.log(text),
    confirm: process.stdin.isTTY ? confirm : null,
  };
}

const options = readOptions(process.argv.slice(2), process.env);
if (typeof options === 'string') {
  console.error(`${options}\n\n${usage}`);
  process.exitCode = 1;
} else {
  try {
    const world = worldOf(options.target);
    const { kind } = options;
    process.exitCode = await (kind === 'laureates'
      ? runImport(options, world)
      : runProgramme({ ...options, kind }, world));
  } catch (error) {
    console.error(`L’import s’est arrêté. Relancez-le : ce qui est déjà écrit n’est pas compté deux fois.\n${error}`);
    process.exitCode = 1;
  }
}
