import { absentParameters, type Parameter, parametersFile } from './parameters.ts';

/** What is looked at before the first step. */
export interface Surroundings {
  /** « v24.21.0 » */
  readonly node: string;
  /** What Git says is not committed, a line each; null outside of Git. */
  readonly uncommitted: readonly string[] | null;
  /** The file of parameters as it is; null when there is none. */
  readonly parameters: Readonly<Record<string, string | undefined>> | null;
}

/** The Node of the functions: another compiles, and installs, something else (`README.md`). */
const NODE = /^v24\./;

/** Why nothing should be deployed from here, in French; empty when all is well. */
export function obstacles(
  project: string,
  parameters: readonly Parameter[],
  { node, uncommitted, parameters: given }: Surroundings,
  dirty: boolean,
): string[] {
  const file = parametersFile(project);
  const absent = given === null ? [] : absentParameters(parameters, given);
  const unknown = Object.keys(given ?? {}).filter((name) => !parameters.some((one) => one.name === name));
  const secrets = parameters.filter(({ name, isSecret }) => isSecret && given?.[name]).map(({ name }) => name);
  return [
    NODE.test(node)
      ? null
      : `Node ${node} : il faut Node 24. « npm run deploy » le prend dans node_modules (npm ci l’y met).`,
    dirty || uncommitted === null || uncommitted.length === 0
      ? null
      : `Git a ${uncommitted.length} changement(s) non enregistré(s) : enregistrez-les, ou ajoutez --dirty.`,
    dirty || uncommitted !== null ? null : 'Ce dossier n’est pas dans Git : ajoutez --dirty pour déployer quand même.',
    given === null ? `${file} n’existe pas : cp .env.example ${file}, puis remplissez-le.` : null,
    absent.length === 0 ? null : `${file} ne donne pas ${absent.join(', ')}.`,
    unknown.length === 0 ? null : `${file} donne ${unknown.join(', ')}, que le code ne connaît pas.`,
    secrets.length === 0
      ? null
      : `${secrets.join(', ')} : un secret ne s’écrit pas dans ${file}. Enlevez-le, puis : npx firebase functions:secrets:set.`,
  ].filter((text) => text !== null);
}

/**
 * The file that firebase-tools reads beside the functions: what was given, then what has a default. Without these, it stops and asks each time, or
 * fails when nobody is there.
 */
export function completed(
  text: string,
  parameters: readonly Parameter[],
  given: Readonly<Record<string, string | undefined>>,
): string {
  const left = parameters.filter(({ name, isSecret }) => !isSecret && given[name] === undefined);
  return [text.trimEnd(), ...left.map(({ name, byDefault }) => `${name}=${JSON.stringify(byDefault ?? '')}`), ''].join(
    '\n',
  );
}
