import { appendFile, cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SealSecrets } from '../sealing/demonstration-seal.ts';
import { localLinkKeys } from './link-keys.ts';
import { MARK, sharedEntry } from './shared-process.ts';

const root = join(import.meta.dirname, '..', '..');

/** What the deployed functions are asked for by name; see `functions/src/entrypoints/environment.ts`. */
export interface FunctionsParameters {
  readonly seal: SealSecrets;
  readonly origin: string;
  readonly smtpPort: number;
}

/** The pages of one suite, in a folder of its own: a build for another suite empties the common one while people read. */
export async function copyPages(projectId: string): Promise<string> {
  const folder = join(root, '.emulators', projectId, 'pages');
  await rm(folder, { recursive: true, force: true });
  await cp(join(root, 'dist', 'web-emulator'), folder, { recursive: true });
  return folder;
}

/**
 * The generated functions with the parameters of one suite, in a folder of its own: two suites run side by side, and the folder that is deployed
 * never holds a local address. Stays inside the repository, whose packages it finds.
 */
export async function copyFunctions(
  projectId: string,
  { origin, smtpPort, seal }: FunctionsParameters,
): Promise<string> {
  const folder = join(root, '.emulators', projectId, 'functions');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(join(root, 'dist', 'functions'), folder, { recursive: true });
  await appendFile(join(folder, 'index.mjs'), sharedEntry);
  await writeFile(join(folder, MARK), '');
  const parameters = {
    ORIGIN: origin,
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: `${smtpPort}`,
    SMTP_SECURITY: 'none',
    SMTP_USER: '',
    SCANNER_URL: '',
    TIME_STAMP_URL: '',
    TIME_STAMP_CERTIFICATE: '',
    MAIL_FROM: 'surmesure@tierslieux.example',
    MAIL_FROM_NAME: 'France Tiers-Lieux',
    // The inbox of this machine takes all; schedules, which send what waits, run only when a test asks.
    MAILS_A_MINUTE: '100000',
  };
  await writeFile(join(folder, '.env.local'), lines(parameters));
  const secrets = { SMTP_PASSWORD: 'unused', LINK_KEYS: localLinkKeys.join(' '), ...seal };
  await writeFile(join(folder, '.secret.local'), lines(secrets));
  return folder;
}

function lines(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${value.replaceAll('\n', '\\n')}"\n`)
    .join('');
}
