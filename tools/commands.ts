import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { delimiter, join } from 'node:path';

export const root = join(import.meta.dirname, '..');
const binaries = join(root, 'node_modules', '.bin');

/** Runs one of the project's own tools in the foreground, with all that it starts as urgent as `priority` says, or as this process; resolves to its exit code. */
export function run(
  command: string,
  values: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  priority?: number,
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
    if (child.pid !== undefined && priority !== undefined) setPriority(child.pid, priority);
  });
}

/**
 * Runs any command in the foreground, as `npm run` finds it: the project's own tools. Resolves to its exit code; one that is stopped by a signal, or
 * does not exist, is a failure.
 */
export function foreground([command = '', ...values]: readonly string[]): Promise<number> {
  const path = `${process.env.PATH ?? ''}${delimiter}${binaries}`;
  return new Promise((resolve) => {
    const child = spawn(command, values, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } });
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
