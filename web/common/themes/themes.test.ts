import { afterEach, expect, it } from 'vitest';
import { subthemeLabel, tellThemes, themesInForce } from './themes.ts';

afterEach(() => tellThemes(undefined));

it('Pages use the list that the last view brought, and the source’s when it brought none', () => {
  expect(subthemeLabel('7.1')).toBe('Stratégie de marque');
  const renamed = [
    { id: '7', label: 'Dire', subthemes: [{ id: '7.1', label: 'Marque', former: [{ label: 'Image', until: 9 }] }] },
  ];
  tellThemes(renamed);
  expect([themesInForce(), subthemeLabel('7.1'), subthemeLabel('7.1', 8)]).toEqual([renamed, 'Marque', 'Image']);
  tellThemes(undefined);
  expect(subthemeLabel('7.1')).toBe('Stratégie de marque');
});
