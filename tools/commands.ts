import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

export const root = join(import.meta.dirname, '..');
const binaries = join(root, 'node_modules', '.bin');

/** Runs one of the project's own tools in the foreground; resolves to its exit code. */
export function run(
  command: string,
  values: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<number> {
  const path = `${binaries}${delimiter}${process.env.PATH ?? ''}`;
  return new Promise((resolve, reject) => {
    const child = spawn(join(binaries, command), [...values], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PATH: path, ...environment },
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
