import { expect, it } from 'vitest';
import { subthemeLabel, subthemes, themes } from './themes.ts';

it('The programme has 12 themes and 37 sub-themes, each numbered after its theme', () => {
  expect(themes.length).toBe(12);
  expect(subthemes.size).toBe(37);
  for (const [index, theme] of themes.entries()) {
    expect(theme.id).toBe(String(index + 1));
    expect(theme.subthemes.map(({ id }) => id)).toEqual(theme.subthemes.map((_one, rank) => `${theme.id}.${rank + 1}`));
  }
});

it('A sub-theme is shown by its label; an unknown one by its number, so that nothing disappears', () => {
  expect(subthemeLabel('7.1')).toBe('Stratégie de marque');
  expect(subthemeLabel('13.1')).toBe('13.1');
});
