import { describe, expect, it } from 'vitest';
import { builtInThemes } from './built-in-themes.ts';
import { offeredThemes, retiredAmong, subthemeLabel, type Theme, themeLabel, themesFor } from './theme-list.ts';

it('The programme begins with 12 themes and 37 sub-themes, each numbered after its theme', () => {
  expect(builtInThemes.length).toBe(12);
  expect(builtInThemes.flatMap(({ subthemes }) => subthemes).length).toBe(37);
  for (const [index, theme] of builtInThemes.entries()) {
    expect(theme.id).toBe(String(index + 1));
    expect(theme.subthemes.map(({ id }) => id)).toEqual(theme.subthemes.map((_one, rank) => `${theme.id}.${rank + 1}`));
  }
});

const changed: readonly Theme[] = [
  {
    ...{ id: '1', label: 'Lieux' },
    subthemes: [
      {
        id: '1.1',
        label: 'Achat',
        former: [
          { label: 'Foncier', until: 100 },
          { label: 'Terrains', until: 200 },
        ],
      },
      { id: '1.2', label: 'Baux', retired: true },
    ],
  },
  { id: '2', label: 'Statuts', subthemes: [{ id: '2.1', label: 'Associations', retired: true }] },
];

describe('A sub-theme', () => {
  it('is shown by its label; an unknown one by its number, so that nothing disappears', () => {
    expect(subthemeLabel(changed, '1.1')).toBe('Achat');
    expect(subthemeLabel(changed, '13.1')).toBe('13.1');
  });

  it('is called, in what was written before it changed, as it was then', () => {
    const at = (instant: number) => subthemeLabel(changed, '1.1', instant);
    expect([at(99), at(100), at(199), at(200)]).toEqual(['Foncier', 'Terrains', 'Terrains', 'Achat']);
    expect(subthemeLabel(changed, '1.2', 0)).toBe('Baux');
  });

  it('has its theme called likewise', () => {
    const renamed = changed.map((theme) => ({ ...theme, former: [{ label: `${theme.label} d’avant`, until: 100 }] }));
    const labels = [99, 100, undefined].map((at) => themeLabel(renamed, '1.2', at));
    expect(labels).toEqual(['Lieux d’avant', 'Lieux', 'Lieux']);
    expect(themeLabel(renamed, '13.1', 99)).toBe('');
  });

  it('that is retired is offered no more, but where it was chosen', () => {
    const idsOf = (themes: readonly Theme[]) => themes.flatMap(({ subthemes }) => subthemes.map(({ id }) => id));
    expect(idsOf(offeredThemes(changed))).toEqual(['1.1']);
    expect(offeredThemes(changed).map(({ id }) => id)).toEqual(['1']);
    expect(idsOf(themesFor(changed, ['2.1']))).toEqual(['1.1', '2.1']);
    expect(retiredAmong(changed, ['1.1', '1.2'])?.id).toBe('1.2');
    expect(retiredAmong(changed, ['1.1'])).toBeUndefined();
  });
});
