import { builtInThemes } from '@sur-mesure/functions/domain/programme/built-in-themes';
import { subthemeNamed } from '@sur-mesure/functions/domain/programme/theme-list';
import { expect, it } from 'vitest';
import { rebased } from './rebased-themes.ts';
import { withNewSubtheme, withNewTheme, withSubtheme, withTheme } from './theme-draft.ts';

const named = (themes: typeof builtInThemes, id: string) => themes.find((theme) => theme.id === id)?.label;

it('what is typed stays over what a colleague put in force, whose words are kept where nothing was typed', () => {
  const typed = withSubtheme(withTheme(builtInThemes, '7', 'Dire'), '7.1', { label: 'Marque', retired: true });
  const now = withSubtheme(withTheme(builtInThemes, '8', 'Vendre'), '7.1', { detail: 'Précisé ailleurs' });
  const both = rebased(typed, builtInThemes, now);
  expect([named(both, '7'), named(both, '8')]).toEqual(['Dire', 'Vendre']);
  expect(subthemeNamed(both, '7.1')).toMatchObject({ label: 'Marque', detail: 'Précisé ailleurs', retired: true });
});

it('what both added is under two numbers', () => {
  const typed = withSubtheme(withNewSubtheme(builtInThemes, '7'), '7.4', { label: 'Ici' });
  const now = withSubtheme(withNewSubtheme(builtInThemes, '7'), '7.4', { label: 'Ailleurs' });
  const both = rebased(typed, builtInThemes, now);
  expect([subthemeNamed(both, '7.4')?.label, subthemeNamed(both, '7.5')?.label]).toEqual(['Ailleurs', 'Ici']);
  const mine = withNewSubtheme(withTheme(withNewTheme(builtInThemes), '13', 'Ici'), '13');
  const theirs = withTheme(withNewTheme(builtInThemes), '13', 'Ailleurs');
  const themes = rebased(withSubtheme(mine, '13.2', { label: 'Seconde' }), builtInThemes, theirs);
  expect([named(themes, '13'), named(themes, '14')]).toEqual(['Ailleurs', 'Ici']);
  expect(themes.at(-1)?.subthemes).toEqual([
    { id: '14.1', label: '' },
    { id: '14.2', label: 'Seconde' },
  ]);
});

it('nothing moves when the same themes are read again', () => {
  const typed = withNewTheme(withNewSubtheme(withTheme(builtInThemes, '7', 'Dire'), '7'));
  expect(rebased(typed, builtInThemes, structuredClone(builtInThemes))).toEqual(typed);
});
