import { join } from 'node:path';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { getStorage } from 'firebase-admin/storage';
import { readSigner } from '../../functions/src/sealing/signer.ts';
import { wipeDocuments } from '../backup/wiping.ts';
import { root } from '../commands.ts';
import { startEmulators } from '../emulators/launch.ts';
import { host, portsFor, requestedOffset, shiftPorts } from '../emulators/ports.ts';
import { demonstrationSeal } from '../sealing/demonstration-seal.ts';
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
/** The months that begin with what has faded put aside. */
const seasons: readonly string[] = ['03', '06', '09', '12'];

/** Lives a programme and checks it. Answers the exit code: 1 when an invariant is broken. */
export async function simulate(options: SimulateOptions, say: (line: string) => void): Promise<0 | 1> {
  const stop = await beside(say);
  const app = initializeApp({ projectId, storageBucket: `${projectId}.appspot.com` }, 'simulation');
  try {
    const [firestore, bucket] = [getFirestore(app), getStorage(app).bucket()];
    const target = { project: projectId, emulator: process.env.FIRESTORE_EMULATOR_HOST ?? null };
    await wipeDocuments(target);
    await enforceRules(projectId);
    const seal = await demonstrationSeal(join(root, '.emulators'), Date.now());
    const place = {
      ...{ firestore, bucket, origin: `http://${host}` },
      signer: async () => readSigner({ ...seal }),
    };
    const started = performance.now();
    const logs = captureLogs();
    const aside = new Aside(target);
    const life = await liveThrough(place, options.figures, async (day) => {
      if (!day.endsWith('-01')) return;
      if (seasons.includes(day.slice(5, 7))) await aside.put(Date.parse(day));
      logs.say(`${day}, after ${Math.round((performance.now() - started) / 1_000)} s`);
    }).finally(logs.release);
    await aside.giveBack();
    const livedMs = performance.now() - started;
    say(`Lived in ${Math.round(livedMs / 1_000)} s: ${life.done} steps, ${life.received.length} mails. Checking…`);
    const given: Lived = {
      ...{ firestore, bucket, projectId, life, logged: logs.lines },
      ...{ settings: life.world.programme.settings, now: life.now, truth: await readTruth(firestore) },
    };
    const verdicts = [...(await checkAll(programmeInvariants, given)), ...(await checkAll(lifeInvariants, given))];
    const checkedMs = performance.now() - started - livedMs;
    const sample = await sampled(options, say);
    const all = [...verdicts, ...(sample?.verdicts ?? [])];
    const report = await writeReport(options.to, { lived: given, sample, verdicts: all, livedMs, checkedMs });
    sayVerdicts(all, say);
    say(`Report: ${report}`);
    return brokenOf(all).length === 0 ? 0 : 1;
  } finally {
    await deleteApp(app);
    await stop();
  }
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
 * is spread over the whole memory, where large pages are found sooner.
 */
const javaOptions = '-Xms2g -Xmx2g -XX:+UseSerialGC -XX:+IgnoreUnrecognizedVMOptions -XX:+UseTransparentHugePages';

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
