import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The command itself, beside the started suite: what it writes out is among what it checks. */
const command = [join(import.meta.dirname, 'simulate.ts')];
const figures = ['--laureates', '6', '--experts', '8', '--missions', '14', '--days', '65', '--seed', '7'];
// What is played over HTTP starts a suite of its own: `kill.emulator.test` plays it in this one.
const small = [...figures, '--sample', '0'];

let folder: string;
let said: string;
let report: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sur-mesure-simulation-'));
  const answered = await promisify(execFile)(process.execPath, [...command, ...small, '--to', folder]).catch(
    (failure: { readonly stdout: string; readonly stderr: string }) => failure,
  );
  said = `${answered.stdout}\n${answered.stderr}`;
  report = await readFile(join(folder, 'report.md'), 'utf8').catch(() => '');
}, 240_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('some weeks of a programme to which everything happens', () => {
  it('break no invariant', () => {
    expect(said).not.toContain('BROKEN');
    expect(report).toContain('**Every invariant holds.**');
  });

  it('are lived: people act, mails leave, and faults of each kind are met', () => {
    expect(Number(/(\d+) steps/.exec(said)?.[1])).toBeGreaterThan(30);
    expect(Number(/(\d+) mails/.exec(said)?.[1])).toBeGreaterThan(100);
    for (const fault of ['comes twice', 'refused for a time', 'process dies', 'hostile file'])
      expect(report).toMatch(new RegExp(`\\| [^|]*${fault}[^|]* \\| [1-9]`));
  });
});
