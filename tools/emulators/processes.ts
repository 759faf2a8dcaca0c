import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Every process started by this one, directly or not, that is still alive. */
export function descendants(ancestor: number): number[] {
  const parents = process.platform === 'linux' ? parentsFromProc() : parentsFromPs();
  const found: number[] = [];
  for (let level = [ancestor]; level.length > 0; ) {
    level = [...parents].filter(([, parent]) => level.includes(parent)).map(([child]) => child);
    found.push(...level);
  }
  return found;
}

/** Linux images for tests often lack `ps`. The second field of `stat` may hold spaces: the parent follows its last ")". */
function parentsFromProc(): Map<number, number> {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const parent = parentFromStat(entry);
    if (parent !== undefined) parents.set(Number(entry), parent);
  }
  return parents;
}

function parentFromStat(entry: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : Number(parent);
  } catch {
    return undefined; // It ended since the folder was listed.
  }
}

function parentsFromPs(): Map<number, number> {
  if (process.platform === 'win32') return new Map(); // There, `taskkill /T` finds the tree itself.
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  return new Map(
    lines.map((line) => line.trim().split(/\s+/).map(Number)).map(([child = 0, parent = 0]) => [child, parent]),
  );
}

/** What a process was started with; empty when it is gone, or where nothing says it. */
export function commandLineOf(id: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return process.platform === 'win32' ? '' : execFileSync('ps', ['-p', `${id}`, '-o', 'args='], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** Ends a process at once; a negative id means its whole group. One that is gone already is fine. */
export function kill(id: number): void {
  try {
    if (process.platform === 'win32')
      execFileSync('taskkill', ['/PID', `${Math.abs(id)}`, '/T', '/F'], { stdio: 'ignore' });
    else process.kill(id, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

export function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}
