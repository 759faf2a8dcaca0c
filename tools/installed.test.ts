import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const checkout = mkdtempSync(join(tmpdir(), 'sur-mesure-'));
afterAll(() => rmSync(checkout, { recursive: true }));

describe('a command in a fresh checkout', () => {
  const packages = join(checkout, 'node_modules');
  mkdirSync(join(checkout, 'tools'));
  cpSync(join(import.meta.dirname, 'installed.mjs'), join(checkout, 'tools', 'installed.mjs'));
  const run = () => spawnSync(process.execPath, [join(checkout, 'tools', 'installed.mjs')], { encoding: 'utf8' });

  it('says in one line that the packages are missing, and what to do', () => {
    const { status, stderr } = run();
    expect(status).toBe(1);
    expect(stderr).toMatch(/^The packages .* not installed: run `npm ci` .*\n$/);
  });

  it('goes on once they are there', () => {
    mkdirSync(packages);
    writeFileSync(join(packages, '.package-lock.json'), '{}');
    expect(run()).toMatchObject({ status: 0, stderr: '' });
  });
});
