import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFile } from './functions.ts';
import { writeFunctionsPackage } from './functions-package.ts';

/**
 * `node tools/build/functions-lock.ts`: writes the lockfile of the deployed folder anew, after a version changed in functions/package.json. Kept in
 * git and not made at each build, so that what is deployed was reviewed and does not depend on the day.
 */
const folder = await mkdtemp(join(tmpdir(), 'sur-mesure-lock-'));
try {
  await writeFunctionsPackage(folder);
  // So that what did not change keeps its version; the first time, there is none.
  if (existsSync(lockFile)) await cp(lockFile, join(folder, 'package-lock.json'));
  const options = [
    '--package-lock-only',
    '--ignore-scripts',
    '--omit-lockfile-registry-resolved',
    '--no-audit',
    '--no-fund',
  ];
  execFileSync('npm', ['install', ...options], { cwd: folder, stdio: 'inherit' });
  await cp(join(folder, 'package-lock.json'), lockFile);
} finally {
  await rm(folder, { recursive: true, force: true });
}
