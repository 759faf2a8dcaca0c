import { join } from 'node:path';
import { build } from 'vite';
import { helpPages } from './help-pages.ts';
import { notices } from './notices.ts';

const root = join(import.meta.dirname, '..', '..');

/** Builds the pages: `production` to dist/web, `emulator` (with one-click sign-in) to dist/web-emulator, which is never deployed. */
export async function buildWeb(mode: 'production' | 'emulator'): Promise<void> {
  const configFile = join(root, 'web', 'vite.config.ts');
  await build({ root: join(root, 'web'), configFile, mode, logLevel: 'warn', plugins: [helpPages(), notices()] });
}
