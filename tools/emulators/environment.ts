import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { host, type Ports } from './ports.ts';

/** Google's libraries would look for a cloud machine around them, for seconds. */
const withoutCloud = { METADATA_SERVER_DETECTION: 'none' };

/** What firebase-admin, Google's client libraries and our own tools read to talk to the suite and to nothing else. */
export function clientEnvironment(projectId: string, ports: Ports): Record<string, string> {
  const at = (port: number) => `${host}:${port}`;
  const storageBucket = `${projectId}.appspot.com`;
  return {
    GCLOUD_PROJECT: projectId,
    GOOGLE_CLOUD_PROJECT: projectId,
    // The bucket that firebase-tools gives to functions of a demo project.
    FIREBASE_CONFIG: JSON.stringify({ projectId, storageBucket }),
    FIREBASE_EMULATOR_HUB: at(ports.hub),
    FIREBASE_AUTH_EMULATOR_HOST: at(ports.auth),
    FIRESTORE_EMULATOR_HOST: at(ports.firestore),
    FIREBASE_STORAGE_EMULATOR_HOST: at(ports.storage),
    STORAGE_EMULATOR_HOST: `http://${at(ports.storage)}`,
    PUBSUB_EMULATOR_HOST: at(ports.pubsub),
    CLOUD_TASKS_EMULATOR_HOST: at(ports.tasks),
    CLOUD_EVENTARC_EMULATOR_HOST: `http://${at(ports.eventarc)}`,
    ...withoutCloud,
  };
}

/** Never handed to the suite: credentials of real projects, another suite's addresses, a terminal's colours in a log. */
const withheld = /^(GOOGLE_APPLICATION_CREDENTIALS|FIREBASE_TOKEN|FORCE_COLOR|.*_EMULATOR_HOST|FIREBASE_EMULATOR_HUB)$/;

/** A cap, not a reservation: Java would otherwise take a quarter of the memory per emulator. The serial collector is enough on few cores. */
const javaOptions = '-Xmx1g -XX:+UseSerialGC';

/**
 * Java for a suite that works for many minutes. Firestore goes through all that was ever written for each query: after some thousand documents, what the
 * second compiler makes of it takes a third of the time.
 */
export const lastingJava = { JAVA_TOOL_OPTIONS: javaOptions } as const;

/** For all others: the first compiler starts fastest. */
const quickJava = `${javaOptions} -XX:TieredStopAtLevel=1`;

export function suiteEnvironment(
  inherited: NodeJS.ProcessEnv,
  own: Readonly<Record<string, string>>,
): NodeJS.ProcessEnv {
  const kept = Object.entries(inherited).filter(([name]) => !withheld.test(name));
  return {
    ...Object.fromEntries(kept),
    NO_COLOR: '1',
    NO_UPDATE_NOTIFIER: '1',
    ...withoutCloud,
    // Seconds. Thirty workers that start cold at once on two busy cores take a minute each; one given up is started again beside the first.
    FUNCTIONS_DISCOVERY_TIMEOUT: '300',
    // Otherwise firebase-tools asks the functions for their list over HTTP, again and again without a pause.
    FIREBASE_FUNCTIONS_DISCOVERY_OUTPUT_PATH: 'true',
    ...own,
    // The user's own options last: the last one wins.
    JAVA_TOOL_OPTIONS: [own.JAVA_TOOL_OPTIONS ?? quickJava, inherited.JAVA_TOOL_OPTIONS].filter(Boolean).join(' '),
  };
}

/**
 * firebase-tools' settings in a folder of ours: nobody's login is used, nothing is counted, and the message of the day,
 * marked as read, is not asked for.
 */
export async function prepareSettings(folder: string): Promise<Record<string, string>> {
  await mkdir(join(folder, 'configstore'), { recursive: true });
  const settings = { usage: false, motd: { fetched: Date.now() } };
  await writeFile(join(folder, 'configstore', 'firebase-tools.json'), JSON.stringify(settings));
  return { XDG_CONFIG_HOME: folder };
}
