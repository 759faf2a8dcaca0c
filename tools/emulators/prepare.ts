import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BinaryChoice, type BinaryChoices, binaryNames, binaryVariables } from './binaries.ts';
import { EmulatorsUnavailable } from './failure.ts';
import { printedBy } from './java.ts';
import { writeLauncherJar } from './launcher-jar.ts';

/** The jar of gcloud carries no Main-Class, so `java -jar` alone fails on it. */
const firestoreMainClass = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore';
const standInSources = join(import.meta.dirname, 'storage-rules');

/**
 * Makes what the choices need (launcher jars, the compiled stand-in) and answers firebase-tools' variables for them.
 *
 * @param folder where built files are kept between runs, named by their content
 */
export async function prepareBinaries(choices: BinaryChoices, folder: string): Promise<Record<string, string>> {
  const environment: Record<string, string> = {};
  for (const name of binaryNames) {
    const choice = choices[name];
    const path = choice && (await pathOf(choice, folder));
    if (path !== undefined) environment[binaryVariables[name]] = path;
  }
  return environment;
}

async function pathOf(choice: BinaryChoice, folder: string): Promise<string | undefined> {
  switch (choice.kind) {
    case 'named':
    case 'program':
      return choice.path;
    case 'firestoreJar':
      return firestoreLauncher(choice.jar, folder);
    case 'standIn':
      return storageRulesLauncher(choice.engine, folder);
    default:
      return undefined;
  }
}

async function firestoreLauncher(jar: string, folder: string): Promise<string> {
  const path = join(folder, `firestore-${digest([jar])}.jar`);
  await writeLauncherJar(path, firestoreMainClass, [jar]);
  return path;
}

/** The stand-in for the Storage rules' runtime, compiled once for each version of its source and of the engine. */
export async function storageRulesLauncher(engine: string, folder: string): Promise<string> {
  const names = (await readdir(standInSources)).filter((name) => name.endsWith('.java')).sort();
  const sources = await Promise.all(names.map((name) => readFile(join(standInSources, name), 'utf8')));
  const { size, mtimeMs } = await stat(engine);
  const base = join(folder, `storage-rules-${digest([...sources, engine, `${size}`, `${mtimeMs}`])}`);
  if (!(await exists(base))) await compile(names, engine, base);
  await writeLauncherJar(`${base}.jar`, 'StorageRules', [engine, `${base}/`]);
  return `${base}.jar`;
}

async function compile(names: readonly string[], engine: string, target: string): Promise<void> {
  // Compiled aside, then renamed: two suites may start at once, and a half-written folder would be taken for a whole one.
  await mkdir(dirname(target), { recursive: true });
  const draft = await mkdtemp(`${target}-`);
  const files = names.map((name) => join(standInSources, name));
  const printed = await printedBy('javac', ['-proc:none', '-nowarn', '-cp', engine, '-d', draft, ...files]);
  if (printed === undefined) {
    await rm(draft, { recursive: true });
    throw new EmulatorsUnavailable(
      `The stand-in for Storage rules does not compile against ${engine}: this Firestore emulator is too old or too new for it. Install its version 1.19.9, or let this machine download the official emulators.`,
    );
  }
  await rename(draft, target).catch(() => rm(draft, { recursive: true }));
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

const digest = (parts: readonly string[]) => createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 12);
