import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..', '..');

/** Builds the pages: `production` to dist/web, `emulator` (with one-click sign-in) to dist/web-emulator, which is never deployed. */
export async function buildWeb(mode: 'production' | 'emulator'): Promise<void> {
  await build({ root: join(root, 'web'), configFile: join(root, 'web', 'vite.config.ts'), mode, logLevel: 'warn' });
}
