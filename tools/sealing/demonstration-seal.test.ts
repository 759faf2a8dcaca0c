import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isDemonstration } from '../../functions/src/sealing/certificate.ts';
import { readSigner } from '../../functions/src/sealing/signer.ts';
import { demonstrationSeal } from './demonstration-seal.ts';

const nowMs = Date.UTC(2026, 10, 29);

it('A machine makes its own seal once, however many ask at the same time, readable by its owner alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sur-mesure-seal-'));
  const asked = await Promise.all([1, 2, 3].map(() => demonstrationSeal(folder, nowMs)));
  const later = await demonstrationSeal(folder, nowMs + 86_400_000);
  const files = await readdir(folder);
  const { mode } = await stat(join(folder, 'seal.pem'));
  await rm(folder, { recursive: true });
  for (const one of asked) expect(one).toEqual(later);
  expect(files).toEqual(['seal.pem']);
  if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o600);
  expect(isDemonstration(readSigner({ ...later }).certificate)).toBe(true);
});
