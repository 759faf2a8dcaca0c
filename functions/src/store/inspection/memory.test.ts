import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const run = promisify(execFile);
const program = fileURLToPath(new URL('./testing/inspect-large.ts', import.meta.url));
const measured = z.object({
  verdict: z.object({ contentType: z.string() }),
  size: z.number(),
  peakKilobytes: z.number(),
});

/** The limit for the whole function. A process that only starts holds 60 MB, one with the function's other imports 90 MB. */
const MOST_KILOBYTES = 256_000;

describe('a file of 20 MB is verified in less than 256 MB, its making included', () => {
  it.each(['scanned', 'encrypted', 'drawing', 'workbook'])(
    '%s',
    async (name) => {
      const { stdout } = await run(process.execPath, ['--no-warnings', program, name]);
      const { size, peakKilobytes } = measured.parse(JSON.parse(stdout));
      expect(size).toBeGreaterThan(18_000_000);
      expect(peakKilobytes).toBeLessThan(MOST_KILOBYTES);
    },
    60_000,
  );
});
