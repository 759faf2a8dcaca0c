import { spawn } from 'node:child_process';
import { getPriority, setPriority } from 'node:os';
import { delimiter, join } from 'node:path';

export const root = join(import.meta.dirname, '..');
const binaries = join(root, 'node_modules', '.bin');

export interface Running {
  readonly environment?: Readonly<Record<string, string>>;
  /** As of `os.setPriority`, for it and what it starts; never more urgent than this process. */
  readonly priority?: number;
  /** Several that run at once: what they print is passed on, for each would redraw its own part of a terminal over the others'. */
  readonly isOneOfMany?: boolean;
}

/** Runs one of the project's own tools in the foreground; resolves to its exit code. */
export function run(command: string, values: readonly string[], options: Running = {}): Promise<number> {
  const { environment, priority, isOneOfMany = false } = options;
  const path = `${binaries}${delimiter}${process.env.PATH ?? ''}`;
  return new Promise((resolve, reject) => {
    const child = spawn(join(binaries, command), [...values], {
      cwd: root,
      stdio: ['inherit', isOneOfMany ? 'pipe' : 'inherit', 'inherit'],
      env: { ...process.env, PATH: path, ...environment },
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
    child.stdout?.pipe(process.stdout, { end: false });
    if (child.pid !== undefined && priority !== undefined) setPriority(child.pid, Math.max(priority, getPriority()));
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
