import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { signature, suspicious } from './fake-clamd.ts';
import { type Started, startListening } from './listening.ts';

/** Debian's clamd, when this machine has one: it lives outside of most people's PATH. */
export function installedClamd(): string | null {
  return ['clamd', '/usr/sbin/clamd'].find((command) => spawnSync(command, ['--version']).status === 0) ?? null;
}

/** A real clamd with the container's own settings, but for the port and the signatures: one, ours, of which it reads nothing else. */
export async function startClamd(command: string): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'sur-mesure-clamd-'));
  const port = await freePort();
  const digest = createHash('md5').update(suspicious).digest('hex');
  await writeFile(join(folder, 'essai.hdb'), `${digest}:${suspicious.byteLength}:${signature}\n`);
  const settings = (await readFile(new URL('../clamd.conf', import.meta.url), 'utf8'))
    .replace(/^TCPSocket .*$/m, `TCPSocket ${port}`)
    .replace(/^DatabaseDirectory .*$/m, `DatabaseDirectory ${folder}`);
  await writeFile(join(folder, 'clamd.conf'), settings);
  const clamd = spawn(command, [`--config-file=${join(folder, 'clamd.conf')}`]);
  await lineOf(clamd, /Self checking/);
  return {
    port,
    stop: async () => {
      await ended(clamd);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The server of the container, as a process in front of a clamd. */
export async function startServer(clamdPort: number): Promise<Started> {
  const server = spawn(process.execPath, [new URL('../server.ts', import.meta.url).pathname], {
    env: { ...process.env, PORT: '0', CLAMD_PORT: String(clamdPort) },
  });
  const [, port] = await lineOf(server, /Listening on (\d+)/);
  return { port: Number(port), stop: () => ended(server) };
}

/** Waits for a line of a process; fails with all it said when it ends without. */
async function lineOf(started: ChildProcess, wanted: RegExp): Promise<RegExpExecArray> {
  if (started.stdout === null || started.stderr === null) throw new Error('A process without its output.');
  const said: string[] = [];
  started.stderr.on('data', (part) => said.push(String(part)));
  for await (const line of createInterface({ input: started.stdout })) {
    said.push(line);
    const found = wanted.exec(line);
    if (found) return found;
  }
  throw new Error(`It ended without « ${wanted.source} »:\n${said.join('\n')}`);
}

function ended(started: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (started.exitCode !== null || started.signalCode !== null) return resolve();
    started.once('exit', () => resolve());
    started.kill('SIGTERM');
  });
}

/** A port where nobody listens. */
export async function freePort(): Promise<number> {
  const { port, stop } = await startListening(() => undefined);
  await stop();
  return port;
}
