import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import downloads from 'firebase-tools/lib/emulator/downloadableEmulatorInfo.json' with { type: 'json' };
import { type BinaryName, binaryVariables, type MachineFacts } from './binaries.ts';
import { printedBy } from './java.ts';

/** An entry of firebase-tools' own list of what it downloads: its next version is followed without a change here. */
interface Download {
  readonly remoteUrl: string;
  readonly downloadPathRelativeToCacheDir: string;
  readonly binaryPathRelativeToCacheDir?: string;
  readonly expectedSize: number;
}

/**
 * Asks the machine only what the choice needs: a network or a gcloud that is not needed is not waited for.
 *
 * @param userInterface whether Firebase's own pages are wanted where they can be had
 */
export async function gatherFacts(
  needed: readonly BinaryName[],
  userInterface: boolean,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<MachineFacts> {
  const named = definedOnly(await eachOf((name) => environment[binaryVariables[name]]));
  const downloaded = definedOnly(await eachOf((name) => cached(downloads[name], environment)));
  const pages = userInterface && (await cached(downloads.ui.main, environment)) !== undefined;
  const complete = needed.every((name) => name in named || name in downloaded);
  const facts = { named, downloaded, downloadable: false, userInterface: pages, installed: {}, compiler: true };
  if (complete && pages === userInterface) return facts;
  if (await answers(downloads.firestore.remoteUrl)) return { ...facts, downloadable: true, userInterface };
  if (complete) return facts;
  const [installed, compiler] = await Promise.all([installedByGcloud(), printedBy('javac', ['-version'])]);
  return { ...facts, installed, compiler: compiler !== undefined };
}

/** The official file if it is there whole: firebase-tools trusts any file under that name, even half a copy. */
async function cached(download: Download, environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  const folder = environment.FIREBASE_EMULATORS_PATH ?? join(homedir(), '.cache', 'firebase', 'emulators');
  const path = join(folder, download.downloadPathRelativeToCacheDir);
  const program = join(folder, download.binaryPathRelativeToCacheDir ?? download.downloadPathRelativeToCacheDir);
  const whole = (await sizeOf(path)) === download.expectedSize && (await sizeOf(program)) !== undefined;
  return whole ? program : undefined;
}

const sizeOf = (path: string) =>
  stat(path)
    .then(({ size }) => size)
    .catch(() => undefined);

const probe = `await fetch(process.argv[1], { method: 'HEAD', signal: AbortSignal.timeout(3000) })
  .then((response) => process.exit(response.ok ? 0 : 1), () => process.exit(1))`;

/** In a process of its own because Node follows HTTPS_PROXY, as firebase-tools does, only when started to. */
async function answers(url: string): Promise<boolean> {
  const options = ['--use-env-proxy', '--input-type=module', '--eval', probe, url];
  return (await printedBy(process.execPath, options)) !== undefined;
}

async function installedByGcloud(): Promise<MachineFacts['installed']> {
  const [firestoreJar, pubsub] = await Promise.all([
    installedFile('google-cloud-cli-firestore-emulator', ['cloud-firestore-emulator', 'cloud-firestore-emulator.jar']),
    installedFile('google-cloud-cli-pubsub-emulator', ['pubsub-emulator', 'bin', pubsubProgram]),
  ]);
  return { ...(firestoreJar && { firestoreJar }), ...(pubsub && { pubsub }) };
}

const pubsubProgram = process.platform === 'win32' ? 'cloud-pubsub-emulator.bat' : 'cloud-pubsub-emulator';

/** The Debian package's own list first: gcloud takes more than a second to answer. */
async function installedFile(debianPackage: string, path: readonly string[]): Promise<string | undefined> {
  const file = join('platform', ...path);
  const listed = (await printedBy('dpkg', ['-L', debianPackage]))?.split('\n').find((line) => line.endsWith(file));
  if (listed !== undefined) return listed;
  const root = (await printedBy('gcloud', ['info', '--format=value(installation.sdk_root)']))?.trim();
  const candidate = root ? join(root, file) : undefined;
  return candidate && (await sizeOf(candidate)) !== undefined ? candidate : undefined;
}

type Found = Record<BinaryName, string | undefined>;

async function eachOf(find: (name: BinaryName) => string | undefined | Promise<string | undefined>): Promise<Found> {
  const [firestore, storage, pubsub] = await Promise.all([find('firestore'), find('storage'), find('pubsub')]);
  return { firestore, storage, pubsub };
}

function definedOnly(found: Found): Partial<Record<BinaryName, string>> {
  return Object.fromEntries(Object.entries(found).filter(([, path]) => path !== undefined && path !== ''));
}
