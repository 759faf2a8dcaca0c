import { allHold, checkRestored, reportOf, wholeness } from './checking.ts';
import type { Connection } from './connection.ts';
import type { RestoreOptions } from './options.ts';
import { faultsOf, isEmpty, type Restoring, restoreProject } from './restoring.ts';

export interface RestoreWorld extends Connection {
  readonly ask: (question: string) => Promise<string>;
  readonly say: (line: string) => void;
}

/**
 * Puts an export back where there is nothing, and never over anything: an export that is not whole, a project that is not empty and a name that is not typed
 * again each stop it before the first write. Resolves to the exit code: 0 when all is as it was.
 */
export async function runRestore(options: RestoreOptions, world: RestoreWorld): Promise<number> {
  const { folder, goesOn } = options;
  const { say } = world;
  const whole = wholeness(await faultsOf(folder));
  const refused = await refusal(options, world, allHold([whole]));
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
  say(allHold(checked) ? 'Tout est remis.' : remedy(goesOn));
  return allHold(checked) ? 0 : 1;
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
  isWhole: boolean,
): Promise<string | null> {
  if (!isWhole) return 'Cette sauvegarde n’est pas entière.';
  if (!goesOn && only === null && !(await isEmpty(world)))
    return `Le projet ${project} n’est pas vide : une sauvegarde ne remplace rien. Si une remise y a été interrompue : --continue.`;
  const typed = await world.ask(`Tapez le nom du projet pour y remettre la sauvegarde : `);
  return typed === project ? null : 'Ce n’est pas le nom du projet.';
}

const remedy = (goesOn: boolean) =>
  goesOn
    ? 'Quelque chose diffère : ce qui était déjà là n’était pas de cette sauvegarde, ou quelqu’un écrit dans ce projet.'
    : 'Quelque chose diffère : quelqu’un écrit dans ce projet, ou ses fonctions y sont déjà déployées.';
