import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../domain/refusal.ts';
import { inspect } from './inspect.ts';
import type { Hostile } from './testing/hostile.ts';
import { hostileImages, hostileOffice } from './testing/hostile-files.ts';
import { hostileActions } from './testing/hostile-pdf-actions.ts';
import { hostileDocuments } from './testing/hostile-pdf-documents.ts';
import { threats } from './threats.ts';

const SLOWEST = 10_000;
const kinds: readonly (readonly [string, readonly Hostile[]])[] = [
  ['PDF: what it does', hostileActions],
  ['PDF: what it is', hostileDocuments],
  ['office document', hostileOffice],
  ['image', hostileImages],
];

describe.each(kinds)('hostile %s', (_kind, rows) => {
  it.each(rows)(
    '$name: refused with the reason and the way out, accepted without it',
    async ({ code, make }) => {
      const start = performance.now();
      const judged = await inspect(await make(true), false);
      expect(judged).toEqual({ refused: true, code, message: threats[code] });
      expect(performance.now() - start).toBeLessThan(SLOWEST);
      const twin = await inspect(await make(false), false);
      expect(isRefusal(twin) ? twin.code : 'accepted').toBe('accepted');
    },
    30_000,
  );
});

it('at least 25 PDFs are hostile, and each refusal is met', () => {
  expect(hostileActions.length + hostileDocuments.length).toBeGreaterThanOrEqual(25);
  const met = new Set<string>(kinds.flatMap(([, rows]) => rows.map(({ code }) => code)));
  expect(Object.keys(threats).filter((code) => !met.has(code))).toEqual(['file-not-pdf']);
});
