import { expect, it } from 'vitest';
import { MOST_SUBTHEMES } from '../domain/settings/themes-setting.ts';
import { viewInput } from './inputs-views.ts';

it('as many sub-themes may be named as staff may put in force, and no more', () => {
  const named = (count: number) => ({
    ...{ name: 'expertsForNeed', laureateId: 'lac', words: '', chosenIds: [], page: 0 },
    subthemes: Array.from({ length: count }, (_, index) => `13.${index}`),
  });
  expect(viewInput.safeParse(named(38)).success).toBe(true);
  expect(viewInput.safeParse(named(MOST_SUBTHEMES)).success).toBe(true);
  expect(viewInput.safeParse(named(MOST_SUBTHEMES + 1)).success).toBe(false);
});
