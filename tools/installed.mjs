import { existsSync } from 'node:fs';

/**
 * Before each command of package.json: without its packages, a command would fail on the first import that it can't resolve, or on its own
 * `.ts` ending, since the Node that runs TypeScript comes with them. Hence JavaScript that Node 20 reads, and no import of a package.
 */
if (!existsSync(new URL('../node_modules/.package-lock.json', import.meta.url))) {
  console.error(
    'The packages of Sur mesure are not installed: run `npm ci` in this folder, then the same command again.',
  );
  process.exitCode = 1;
}
