import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { initializeApp } from 'firebase-admin/app';
import { getFirestore, Timestamp } from 'firebase-admin/firestore';
import { getStorage } from 'firebase-admin/storage';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { runSchedule } from './deliver.ts';
import { type RunningEmulators, startEmulators } from './launch.ts';
import { host, type Ports, portsFor, shiftPorts } from './ports.ts';
import { descendants, isAlive } from './processes.ts';
import { createScratchProject } from './scratch-project.ts';

const projectId = 'demo-launcher';
/** Beside the suite that `npm test` started for the other files. */
const ports = shiftPorts(portsFor('test'), 2000);

const json = { 'Content-Type': 'application/json' };
const patience = { timeout: 30_000, interval: 100 };

describe('a whole suite on a project of its own', () => {
  let scratch: Awaited<ReturnType<typeof createScratchProject>>;
  let suite: RunningEmulators;
  const present = descendants(process.pid);
  const steps: string[] = [];

  beforeAll(async () => {
    scratch = await createScratchProject();
    suite = await startEmulators({
      projectId,
      ports,
      root: scratch.root,
      userInterface: false,
      environment: { GIVEN: 'by the launcher' },
      progress: (step) => steps.push(step),
    });
    for (const [name, value] of Object.entries(suite.env)) vi.stubEnv(name, value);
    initializeApp();
  }, 120_000);

  afterAll(async () => {
    vi.unstubAllEnvs();
    await suite?.stop();
    await scratch.remove();
  });

  const trace = (id: string) =>
    vi.waitFor(async () => {
      const document = await getFirestore().doc(`seen/${id}`).get();
      expect(document.exists).toBe(true);
      return document.data();
    }, patience);

  test('tells each emulator that answers', () => {
    expect(steps.filter((step) => step.includes(' answers on '))).toHaveLength(8);
  });

  test('a Storage rule reads the ticket in Firestore: a living one opens, a dead one or none does not', async () => {
    const inAnHour = Timestamp.fromMillis(Date.now() + 3_600_000);
    await getFirestore().doc('tickets/living').set({ until: inAnHour });
    await getFirestore()
      .doc('tickets/dead')
      .set({ until: Timestamp.fromMillis(0) });
    const bucket = getStorage().bucket();
    for (const id of ['living', 'dead', 'none']) await bucket.file(`files/${id}`).save('content');
    const status = async (id: string) =>
      (await fetch(`http://${host}:${ports.storage}/v0/b/${bucket.name}/o/files%2F${id}?alt=media`)).status;
    expect({ living: await status('living'), dead: await status('dead'), none: await status('none') }).toEqual({
      living: 200,
      dead: 403,
      none: 403,
    });
  });

  test('a hundred Storage verdicts asked at once are all given', async () => {
    const url = `http://${host}:${ports.storage}/v0/b/${projectId}.appspot.com/o/files%2Fliving?alt=media`;
    const answers = await Promise.all(Array.from({ length: 100 }, async () => (await fetch(url)).status));
    expect(new Set(answers)).toEqual(new Set([200]));
  });

  test('an object that must not be there yet is written by one of those who come at once, and kept', async () => {
    const file = getStorage().bucket().file('first');
    const save = (content: string) =>
      file.save(content, { resumable: false, preconditionOpts: { ifGenerationMatch: 0 } });
    const settled = await Promise.allSettled(['one', 'two', 'three'].map(save));
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const copying = getStorage()
      .bucket()
      .file('files/living')
      .copy(file, { preconditionOpts: { ifGenerationMatch: 0 } });
    await expect(copying).rejects.toMatchObject({ code: 412 });
    const winner = ['one', 'two', 'three'][settled.findIndex(({ status }) => status === 'fulfilled')];
    expect(String((await file.download())[0])).toBe(winner);
  });

  test('a created document reaches its function', async () => {
    await getFirestore().doc('open/one').set({});
    await trace('open-one');
  });

  test('a stored object reaches its function', async () => {
    await getStorage().bucket().file('dropped').save('content');
    expect(await trace('stored')).toEqual({ name: expect.any(String), bucket: `${projectId}.appspot.com` });
  });

  test('a published message reaches its function', async () => {
    const topic = `http://${host}:${ports.pubsub}/v1/projects/${projectId}/topics/told:publish`;
    const data = Buffer.from('{"word":"hello"}').toString('base64');
    await fetch(topic, { method: 'POST', headers: json, body: JSON.stringify({ messages: [{ data }] }) });
    expect(await trace('told')).toEqual({ word: 'hello' });
  });

  test('a schedule runs when asked, also after the triggers were loaded anew', async () => {
    await runSchedule('europe-west4', 'daily');
    await trace('daily');
    await getFirestore().doc('seen/daily').delete();
    await suite.disableBackgroundTriggers();
    await suite.enableBackgroundTriggers();
    await runSchedule('europe-west4', 'daily');
    await trace('daily');
  });

  test('a schedule that does not exist is told', async () => {
    await expect(runSchedule('europe-west4', 'never')).rejects.toThrow('europe-west4-never');
  });

  const processOf = (answer: string) => /"process":(\d+)/.exec(answer)?.[1];
  const call = async (name: string) => {
    const init = { method: 'POST', headers: json, body: '{"data":null}' };
    return (await fetch(`http://${host}:${ports.hosting}/api/${name}`, init)).text();
  };

  test('fifty calls at once through Hosting share one process of the function', async () => {
    const answers = new Set(await Promise.all(Array.from({ length: 50 }, () => call('worker'))));
    expect(answers.size).toBe(1);
    expect([...answers].join()).toMatch(/^{"result":{"process":\d+,"given":"by the launcher","secret":null}}$/);
  });

  test('functions that ask for the same secrets answer from one process, where nobody finds another secret', async () => {
    expect(await call('neighbour')).toBe(await call('worker'));
    const confidant = await call('confidant');
    expect(await call('confidante')).toBe(confidant);
    expect(confidant).toContain('"secret":"whispered"');
    expect(processOf(confidant)).not.toBe(processOf(await call('worker')));
  });

  test('documents can be written without their triggers', async () => {
    await suite.disableBackgroundTriggers();
    await getFirestore().doc('open/silent').set({});
    await suite.enableBackgroundTriggers();
    await getFirestore().doc('open/heard').set({});
    await trace('open-heard');
    expect((await getFirestore().doc('seen/open-silent').get()).exists).toBe(false);
  });

  test('exports what it holds', async () => {
    const folder = join(scratch.root, 'saved');
    await suite.exportTo(folder);
    expect(await readdir(folder)).toEqual(
      expect.arrayContaining(['auth_export', 'firestore_export', 'storage_export', 'firebase-export-metadata.json']),
    );
  });

  test('a second suite on the same ports is refused with the port, the emulator and a way out', async () => {
    const second = startEmulators({ projectId: 'demo-second', ports, root: scratch.root, userInterface: false });
    await expect(second).rejects.toThrow(
      new RegExp(`Port ${ports.firestore} is taken: the firestore emulator .*\n.*--port-offset`, 's'),
    );
  });

  test('another suite that starts beside it, and is interrupted, leaves no process behind and takes nothing away', async () => {
    const file = getStorage().bucket().file('kept');
    await file.save('content');
    await leavesNothing('SIGINT', { ports: shiftPorts(ports, 1000), root: scratch.root, projectId: 'demo-second' });
    expect(String((await file.download())[0])).toBe('content');
    await file.save('again');
  });

  test('leaves no process behind when it stops', async () => {
    const members = descendants(process.pid).filter((id) => !present.includes(id));
    expect(members.length).toBeGreaterThan(5);
    await suite.stop();
    await vi.waitFor(() => expect(members.filter(isAlive)).toEqual([]), patience);
  });
});

test('a launcher that is killed leaves no process behind', async () => {
  const scratch = await createScratchProject();
  await leavesNothing('SIGKILL', { ports, root: scratch.root, projectId });
  await scratch.remove();
});

interface Launched {
  readonly ports: Ports;
  readonly root: string;
  readonly projectId: string;
}

/** Launches a suite from a process of its own, and ends that process from outside. */
async function leavesNothing(signal: 'SIGINT' | 'SIGKILL', { ports, root, projectId }: Launched): Promise<void> {
  const script = `
    import { startEmulators } from '${import.meta.resolve('./launch.ts')}';
    await startEmulators({ projectId: process.argv[3], root: process.argv[1], only: ['firestore', 'storage'],
      ports: JSON.parse(process.argv[2]), userInterface: false });
    console.log('ready');
  `;
  const values = ['--input-type=module', '--eval', script, root, JSON.stringify(ports), projectId];
  const launcher = spawn(process.execPath, values, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(launcher.stdout, 'data');
  expect(String(line)).toContain('ready');
  const tree = descendants(launcher.pid ?? 0);
  // The keeper, firebase-tools, Firestore, the Storage rules' runtime.
  expect(tree.length).toBeGreaterThanOrEqual(4);
  launcher.kill(signal);
  await vi.waitFor(() => expect(tree.filter(isAlive)).toEqual([]), patience);
}
