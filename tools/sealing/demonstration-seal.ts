import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failedAs } from '../../functions/src/store/failures.ts';
import { textOfOptional } from '../optional-file.ts';
import { makeCertificate } from './certificates.ts';

/** Values of the functions' secrets, as `readSigner` reads them. */
export interface SealSecrets {
  readonly SEAL_CERTIFICATE: string;
  readonly SEAL_KEY: string;
}

const years = 10;
const yearMs = 365.25 * 24 * 3_600_000;

/**
 * The seal of this machine: made once, kept in `folder` (`.emulators/`, which git ignores), so that what was sealed yesterday is still known today. One
 * file, put in place whole by whoever comes first: two suites may start at the same time.
 */
export async function demonstrationSeal(folder: string, nowMs: number): Promise<SealSecrets> {
  const file = join(folder, 'seal.pem');
  const known = await textOfOptional(file);
  if (known !== null) return secretsIn(known);
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, newSeal(nowMs), { mode: 0o600 });
  await link(draft, file).catch((error: unknown) => {
    // Another suite was first: its seal is the one to read.
    if (!failedAs(error, 'fileExists')) throw error;
  });
  await rm(draft);
  return secretsIn(await readFile(file, 'utf8'));
}

/** RSA, so that the same document sealed again is the same bytes. Valid for years before too: demonstrations tell of months gone by. */
function newSeal(nowMs: number): string {
  const { certificate, key } = makeCertificate({
    commonName: 'Sur mesure, cette machine',
    fromMs: nowMs - yearMs * years,
    toMs: nowMs + yearMs * years,
  });
  return `${certificate}${key.export({ type: 'pkcs8', format: 'pem' })}`;
}

function secretsIn(text: string): SealSecrets {
  const start = text.indexOf('-----BEGIN PRIVATE KEY-----');
  return { SEAL_CERTIFICATE: text.slice(0, start), SEAL_KEY: text.slice(start) };
}
