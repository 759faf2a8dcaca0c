import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { apiGuide, PAGE } from './api-guide.ts';

it('docs/api.md is what the tables print: run `node tools/api-guide.ts` after changing them', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(apiGuide());
});
