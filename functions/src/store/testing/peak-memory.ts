import { readFileSync } from 'node:fs';

/**
 * The most memory this process ever held, in kB.
 *
 * On Linux the figure of `process.resourceUsage()` starts with what the program held that started this one, and would judge a test runner; the
 * kernel's mark (`VmHWM`) begins anew with each program. Elsewhere that mark isn't there, and the other figure is this process's own.
 */
export function peakKilobytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  const mark = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  if (mark === undefined) throw new Error('The kernel says nothing of the most memory this process held.');
  return Number(mark);
}
