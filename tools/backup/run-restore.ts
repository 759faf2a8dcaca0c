import { readFile } from 'node:fs/promises';
import type { Instant } from '../../functions/src/domain/calendar.ts';
import { marksIn } from '../retention/erased.ts';
import { eraseMarked } from '../retention/erasing-again.ts';
import { allHold, checkRestored, reportOf, wholeness } from './checking.ts';
import type { Connection } from './connection.ts';
import type { RestoreOptions } from './options.ts';
import { faultsOf, isEmpty, type Restoring, restoreProject } from './restoring.ts';

export interface RestoreWorld extends Connection {
  readonly ask: (question: string) => Promise<string>;
  readonly say: (line: string) => void;
  readonly now: Instant;
}

/**
 * Puts an export back where there is nothing, and never over anything: an export that is not whole, a project that is not empty, a name that is not typed
 * again and a file of erasures that names none each stop it before the first write. Resolves to the exit code: 0 when all is as it was.
 */
export async function runRestore(options: RestoreOptions, world: RestoreWorld): Promise<number> {
  const { folder, goesOn } = options;
  const { say } = world;
  const whole = wholeness(await faultsOf(folder));
  const marks = await readMarks(options);
  const refused = await refusal(options, world, { isWhole: allHold([whole]), marks });
  if (refused !== null) {
    for (const line of reportOf([whole])) say(line);
    say(`Rien n’est écrit. ${refused}`);
    return 1;
  }
  const { only } = options;
  if (only !== null) return restoreOnly(only, { ...world, folder });
  await restoreProject({ ...world, folder });
  const { checked } = await checkRestored({ ...world, folder, still: false });
  for (const line of reportOf([whole, ...checked])) say(line);
  if (!allHold(checked)) {
    say(remedy(goesOn));
    return 1;
  }
  say('Tout est remis.');
  // Last: it changes what was just compared with the export.
  await eraseMarked(marks ?? [], { firestore: world.firestore, now: world.now, say });
  return 0;
}

/** Null where no file is given. */
async function readMarks({ erasures }: RestoreOptions): Promise<string[] | null> {
  return erasures === null ? null : marksIn(await readFile(erasures, 'utf8'));
}

/** One document with what is under it, or one file, in a project that lives: where something is, it stays, and is told. */
async function restoreOnly(only: string, restoring: Restoring): Promise<number> {
  const { say } = restoring;
  const { count, present } = await restoreProject(restoring, (path) => path === only || path.startsWith(`${only}/`));
  for (const path of present) say(`${path} existe : laissé tel quel.`);
  say(`Remis : ${count}.`);
  return count > 0 && present.length === 0 ? 0 : 1;
}

async function refusal(
  { target: { project }, goesOn, only }: RestoreOptions,
  world: RestoreWorld,
  { isWhole, marks }: { readonly isWhole: boolean; readonly marks: readonly string[] | null },
): Promise<string | null> {
  if (!isWhole) return 'Cette sauvegarde n’est pas entière.';
  if (marks?.length === 0) return 'Le fichier de --erasures ne contient aucune empreinte.';
  if (!goesOn && only === null && !(await isEmpty(world)))
    return `Le projet ${project} n’est pas vide : une sauvegarde ne remplace rien. Si une remise y a été interrompue : --continue.`;
  const typed = await world.ask(`Tapez le nom du projet pour y remettre la sauvegarde : `);
  return typed === project ? null : 'Ce n’est pas le nom du projet.';
}

const remedy = (goesOn: boolean) =>
  goesOn
    ? 'Quelque chose diffère : ce qui était déjà là n’était pas de cette sauvegarde, ou quelqu’un écrit dans ce projet.'
    : 'Quelque chose diffère : quelqu’un écrit dans ce projet, ou ses fonctions y sont déjà déployées.';
