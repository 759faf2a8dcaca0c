import { join } from 'node:path';
import { type App, deleteApp, getApps, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { getStorage } from 'firebase-admin/storage';
import { readSigner } from '../../functions/src/sealing/signer.ts';
import { wipeDocuments } from '../backup/wiping.ts';
import { root } from '../commands.ts';
import { startEmulators } from '../emulators/launch.ts';
import { host, portsFor, requestedOffset, shiftPorts } from '../emulators/ports.ts';
import { demonstrationSeal } from '../sealing/demonstration-seal.ts';
import type { Target } from '../target.ts';
import { Aside } from './aside.ts';
import { brokenOf, checkAll, sayVerdicts } from './checking.ts';
import { programmeInvariants } from './invariants.ts';
import { type Lived, lifeInvariants } from './invariants-of-life.ts';
import type { Killed } from './kill.ts';
import { liveThrough } from './life.ts';
import { captureLogs } from './logs.ts';
import type { SimulateOptions } from './options.ts';
import { playOverHttp } from './over-http.ts';
import { writeReport } from './report.ts';
import { readTruth } from './truth.ts';
import { enforceRules } from './verdicts.ts';

const projectId = 'demo-sur-mesure-simulation';

/** Lives a programme and checks it. Answers the exit code: 1 when an invariant is broken. */
export async function simulate(options: SimulateOptions, say: (line: string) => void): Promise<0 | 1> {
  const stop = await beside(say);
  try {
    const { lived, livedMs } = await liveWhole(options);
    const { done, received } = lived.life;
    say(`Lived in ${Math.round(livedMs / 1_000)} s: ${done} steps, ${received.length} mails. Checking…`);
    const started = performance.now();
    const verdicts = [...(await checkAll(programmeInvariants, lived)), ...(await checkAll(lifeInvariants, lived))];
    const told = { lived, livedMs, checkedMs: performance.now() - started };
    sayVerdicts(verdicts, say);
    // Written at once: what follows may fail, and the years would be lost.
    say(`Report: ${await writeReport(options.to, { ...told, sample: null, verdicts })}`);
    const sample = await sampled(options, say);
    if (sample === null) return brokenOf(verdicts).length === 0 ? 0 : 1;
    sayVerdicts(sample.verdicts, say);
    const all = [...verdicts, ...sample.verdicts];
    say(`Report: ${await writeReport(options.to, { ...told, sample, verdicts: all })}`);
    return brokenOf(all).length === 0 ? 0 : 1;
  } finally {
    await Promise.all(getApps().map(deleteApp));
    await stop();
  }
}

/** The programme from its first day to its last, as everything that it was is found there. */
async function liveWhole({ figures }: SimulateOptions): Promise<{ readonly lived: Lived; readonly livedMs: number }> {
  const first = { project: projectId, emulator: process.env.FIRESTORE_EMULATOR_HOST ?? null };
  await wipeDocuments(first);
  const bucket = getStorage(appOf(first)).bucket();
  const seal = await demonstrationSeal(join(root, '.emulators'), Date.now());
  const place = {
    ...{ firestore: getFirestore(appOf(first)), bucket, origin: `http://${host}` },
    signer: async () => readSigner({ ...seal }),
  };
  const started = performance.now();
  const logs = captureLogs();
  const aside = new Aside(first);
  const life = await liveThrough(place, figures, async (day, awaited) => {
    if (!day.endsWith('-01')) return null;
    logs.say(`${day}, after ${Math.round((performance.now() - started) / 1_000)} s`);
    return getFirestore(appOf(await aside.moveOn(Date.parse(day), awaited())));
  }).finally(logs.release);
  await aside.giveBack();
  const { project } = aside.target;
  await enforceRules(project);
  const livedMs = performance.now() - started;
  const { firestore } = life.world.stage;
  const found = { settings: life.world.programme.settings, now: life.now, truth: await readTruth(firestore) };
  return { lived: { firestore, bucket, projectId: project, life, logged: logs.lines, ...found }, livedMs };
}

/** One app a project. */
function appOf({ project }: Target): App {
  const options = { projectId: project, storageBucket: `${projectId}.appspot.com` };
  return getApps().find(({ name }) => name === project) ?? initializeApp(options, project);
}

/** Lived missions are two years old at the real time, which is that of callables and triggers: other missions are played through them. */
async function sampled({ sample, figures }: SimulateOptions, say: (line: string) => void): Promise<Killed | null> {
  if (sample === 0) return null;
  // Beside the emulators of the life, which the report still reads.
  const ports = shiftPorts(benchPorts(), 1_000);
  const killed = await playOverHttp({ operations: sample, seed: figures.seed, ports }, say);
  return { ...killed, verdicts: killed.verdicts.map((one) => ({ ...one, name: `over HTTP: ${one.name}` })) };
}

const benchPorts = () => portsFor('bench', requestedOffset(process.argv, process.env));

/**
 * It answers some two hundred thousand requests: the second compiler, which a suite of minutes does without, is worth its start. What each query goes through
 * is spread over the whole memory: large pages are found sooner, and this collector keeps an entry's parts side by side.
 */
const javaOptions = '-Xms2g -Xmx2g -XX:+UseParallelGC -XX:+IgnoreUnrecognizedVMOptions -XX:+UseTransparentHugePages';

/** Emulators that are already there are used, under a project of their own; else the two that are needed are started. */
async function beside(say: (line: string) => void): Promise<() => Promise<void>> {
  const { FIRESTORE_EMULATOR_HOST: known, FIREBASE_STORAGE_EMULATOR_HOST: knownToo } = process.env;
  if (known && knownToo) return async () => undefined;
  say('Emulators…');
  const emulators = await startEmulators({
    projectId,
    ports: benchPorts(),
    only: ['firestore', 'storage'],
    userInterface: false,
    environment: { JAVA_TOOL_OPTIONS: javaOptions },
  });
  Object.assign(process.env, emulators.env);
  return () => emulators.stop();
}
