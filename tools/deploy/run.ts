import type { DeployOptions } from './options.ts';
import { type Parameter, parametersOfCode } from './parameters.ts';
import { completed, obstacles, type Surroundings } from './preflight.ts';
import { type Deployment, runs, type Step, type StepName, steps } from './steps.ts';

export interface DeployWorld extends Surroundings {
  readonly commit: string;
  /** The text of `.env.<project>`, as it is. */
  readonly parametersText: string;
  /** Runs in the foreground; resolves to the exit code. */
  readonly run: (command: readonly string[]) => Promise<number>;
  /** Writes the parameters where firebase-tools looks for them: in the folder that the build has just made. */
  readonly writeParameters: (text: string) => Promise<void>;
  readonly say: (line: string) => void;
}

/** Runs the steps, one after the other, up to the first that fails. Resolves to the exit code. */
export async function runDeploy(options: DeployOptions, world: DeployWorld): Promise<0 | 1> {
  const { say } = world;
  const parameters = parametersOfCode();
  // Former pages are put back from any machine, in a hurry: nothing of this folder goes with them.
  const stopping = options.version === null ? obstacles(options.project, parameters, world, options.dirty) : [];
  for (const obstacle of stopping) say(`  ✗ ${obstacle}`);
  const deployment = { ...options, commit: world.commit };
  if (options.dryRun) return planned(options, deployment, say, stopping.length);
  if (stopping.length > 0) {
    say('\nRien n’a été déployé.');
    return 1;
  }
  for (const [index, name] of options.steps.entries()) {
    const step: Step = steps[name];
    say(`\n[${index + 1}/${options.steps.length}] ${step.label} (${options.project})`);
    const code = await world.run(step.command(deployment));
    if (code !== 0) return stopped(options, index, say);
    if (name === 'build') await give(world, parameters);
    if (step.warning !== undefined) say(step.warning(deployment));
  }
  say(`\n${afterwards(options)}`);
  return 0;
}

function planned(options: DeployOptions, deployment: Deployment, say: DeployWorld['say'], faults: number): 0 | 1 {
  say(`Ce qui serait fait dans ${options.project}, dans cet ordre :\n`);
  for (const [index, name] of options.steps.entries())
    say(`  ${index + 1}. ${steps[name].label.padEnd(20)} ${steps[name].command(deployment).join(' ')}`);
  say(faults === 0 ? '\nRien n’a été fait.' : '\nRien n’a été fait, et rien ne le serait avant que ✗ soit corrigé.');
  return faults === 0 ? 0 : 1;
}

function stopped(options: DeployOptions, at: number, say: DeployWorld['say']): 1 {
  const [failed, done] = [options.steps[at], options.steps.slice(0, at)];
  if (failed === undefined) return 1;
  const step: Step = steps[failed];
  say(`\nArrêté à « ${step.label} ». ${step.whenItFails}`);
  say(`Fait : ${done.length === 0 ? 'rien' : done.map((name) => steps[name].label).join(', ')}.`);
  say(`Quand la cause est corrigée : npm run deploy -- ${resuming(options, at)}`);
  return 1;
}

/** What goes on from the step that failed: those before it are done, and doing them again changes nothing. What was allowed still is. */
function resuming(options: DeployOptions, at: number): string {
  const { project, dirty, unattended } = options;
  const allowed = [unattended ? ' --unattended' : '', dirty ? ' --dirty' : ''].join('');
  return `--project ${project}${partOf(options, at)}${allowed}`;
}

function partOf({ channel, version, steps: names }: DeployOptions, at: number): string {
  if (channel !== null) return ` --channel ${channel}`;
  if (version !== null) return ` --rollback ${version}`;
  const left = names.slice(at).filter((name): name is StepName => name !== 'build');
  return at <= 1 && names.length === runs.whole.length ? '' : ` --only ${left.join(',')}`;
}

async function give({ parameters: given, parametersText, writeParameters }: DeployWorld, asked: readonly Parameter[]) {
  await writeParameters(completed(parametersText, asked, given ?? {}));
}

function afterwards({ project, channel, version }: DeployOptions): string {
  if (channel !== null)
    return 'L’aperçu montre les nouvelles pages avec les fonctions et les données du site : ce qu’on y fait est fait.';
  if (version !== null)
    return 'Les anciennes pages sont remises. Pour le code et les règles d’avant : docs/operations.md, « Rollback ».';
  return `Déployé. Vérifiez : npm run doctor -- --project ${project}`;
}
