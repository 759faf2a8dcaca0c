import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { EmulatorsUnavailable } from './failure.ts';

const execute = promisify(execFile);

const oldestJava = 17;

/** The major version in what `java -version` prints: "17.0.15" → 17, "1.8.0_392" → 8, "21-ea" → 21. */
export function javaMajor(printed: string): number | undefined {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(printed) ?? [];
  if (first === undefined) return undefined;
  return first === '1' && second !== undefined ? Number(second) : Number(first);
}

/** What is wrong with this Java, in words that say what to do; undefined when nothing is. */
export function javaProblem(printed: string | undefined): string | undefined {
  const remedy = `Install Java ${oldestJava} or newer (https://adoptium.net) and put it in the PATH.`;
  if (printed === undefined)
    return `Java is missing, and the Firestore, Storage and Pub/Sub emulators need it. ${remedy}`;
  const major = javaMajor(printed);
  if (major === undefined) return `"java -version" does not tell its version: ${printed.trim()}. ${remedy}`;
  return major < oldestJava ? `Java ${major} is too old for the emulators. ${remedy}` : undefined;
}

/** @throws EmulatorsUnavailable when Java is missing or too old. */
export async function requireJava(): Promise<void> {
  const problem = javaProblem(await printedBy('java', ['-version']));
  if (problem !== undefined) throw new EmulatorsUnavailable(problem);
}

/** What a command prints (both streams), undefined when it is not there or fails. */
export async function printedBy(command: string, commandLine: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await execute(command, commandLine, { shell: process.platform === 'win32' });
    return stdout + stderr;
  } catch {
    return undefined;
  }
}
