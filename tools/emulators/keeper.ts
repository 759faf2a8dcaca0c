/**
 * Runs firebase-tools and answers for its end. The suite is a tree (Node, two or three Java processes in groups of their
 * own, a worker per function) that outlives a parent killed without warning; so the launcher starts this small process,
 * out of reach of the terminal's Ctrl-C, and holds a pipe to its stdin. When the pipe closes, whatever the reason (a stop,
 * Ctrl-C, a crash, kill -9), the suite is asked to end, is given time to export, and what remains of it is killed.
 *
 * Started as: node keeper.ts <log file> <milliseconds of grace> <hub's address> <program> <argument>...
 */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { descendants, kill } from './processes.ts';

const [logFile = '', graceMs = '', hubUrl = '', program = '', ...commandLine] = process.argv.slice(2);
const log = createWriteStream(logFile);
// The Storage emulator keeps its files in one place for every suite of the machine, and empties it when it starts and
// stops: another suite's files too. A short name, because sockets go there and their paths may not exceed 104 bytes.
const temporary = mkdtempSync(join(tmpdir(), 'em-'));
const suite = spawn(program, commandLine, {
  stdio: ['ignore', 'pipe', 'pipe'],
  detached: true,
  env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
});

for (const stream of [suite.stdout, suite.stderr]) {
  stream.on('data', (chunk: Buffer) => {
    log.write(chunk);
    process.stdout.write(chunk);
    if (chunk.includes('Stopping Pub/Sub Emulator')) void killPubsub();
  });
}
// Nobody reads any more once the launcher is gone: that must not stop the stopping.
process.stdout.on('error', () => undefined);

// Java leaves the tree when firebase-tools dies first, so what belongs to it is noted while it can be. Only the last
// note is kept: an id noted long ago may be somebody else's by now.
let members: number[] = [];
const census = setInterval(noteMembers, 2000);

suite.once('error', (failure) => {
  log.write(`${failure.message}\n`);
  finish(1);
});
suite.once('exit', (code) => finish(code ?? 1));
process.stdin.once('end', stop).once('error', stop).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

function noteMembers(): void {
  if (suite.pid !== undefined) members = descendants(suite.pid);
}

let stopping = false;

function stop(): void {
  if (stopping) return;
  stopping = true;
  noteMembers();
  suite.kill('SIGINT');
  setTimeout(() => finish(1), Number(graceMs));
}

/**
 * firebase-tools gives Pub/Sub four seconds to end, then kills every Pub/Sub emulator of the machine, another suite's
 * too. Ours has nothing to save: it ends now.
 */
async function killPubsub(): Promise<void> {
  // When the hub does not answer, it has stopped already, and Pub/Sub before it.
  const running: unknown = await fetch(`${hubUrl}/emulators`).then(
    (response) => response.json(),
    () => undefined,
  );
  const id = member(member(running, 'pubsub'), 'pid');
  if (typeof id === 'number' && id > 0) kill(id);
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function finish(code: number): void {
  clearInterval(census);
  if (suite.pid !== undefined) kill(-suite.pid);
  members.forEach(kill);
  rmSync(temporary, { recursive: true, force: true });
  log.end(() => process.exit(code));
}
