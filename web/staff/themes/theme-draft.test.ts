import { builtInThemes } from '@sur-mesure/functions/domain/programme/built-in-themes';
import { subthemeNamed } from '@sur-mesure/functions/domain/programme/theme-list';
import { describe, expect, it } from 'vitest';
import {
  askedThemes,
  isInForce,
  mayBeRemoved,
  themesErrors,
  withNewSubtheme,
  withNewTheme,
  withoutNew,
  withSubtheme,
  withTheme,
} from './theme-draft.ts';

const fieldsOf = (themes: typeof builtInThemes, reason = 'Parce que.') =>
  themesErrors(themes, builtInThemes, reason).map(({ fieldId }) => fieldId);

describe('A draft of the themes', () => {
  it('gives a new sub-theme the next number of its theme, and a new theme the next one of all', () => {
    const more = withNewTheme(withNewSubtheme(builtInThemes, '7'));
    expect(more.find(({ id }) => id === '7')?.subthemes.at(-1)).toEqual({ id: '7.4', label: '' });
    expect(more.at(-1)).toEqual({ id: '13', label: '', subthemes: [{ id: '13.1', label: '' }] });
    expect(
      withNewSubtheme(withSubtheme(builtInThemes, '7.3', { retired: true }), '7')
        .flatMap(({ subthemes }) => subthemes)
        .some(({ id }) => id === '7.4'),
    ).toBe(true);
  });

  it('loses what was added in it, and never what is in force', () => {
    const more = withNewSubtheme(builtInThemes, '7');
    expect(withoutNew(more, '7.4', builtInThemes)).toEqual(builtInThemes);
    expect(withoutNew(more, '7.1', builtInThemes)).toEqual(more);
    expect([isInForce(builtInThemes, '7.1'), isInForce(builtInThemes, '7.4')]).toEqual([true, false]);
  });

  it('lets go of a new line that is not the only one of its theme, which would come back with the theme', () => {
    const [lone] = withNewTheme(builtInThemes).filter(({ id }) => id === '13');
    const [pair] = withNewSubtheme(withNewTheme(builtInThemes), '13').filter(({ id }) => id === '13');
    const [known] = builtInThemes.filter(({ id }) => id === '7');
    expect(lone && mayBeRemoved(lone, '13.1', builtInThemes)).toBe(false);
    expect(pair && ['13.1', '13.2'].map((id) => mayBeRemoved(pair, id, builtInThemes))).toEqual([true, true]);
    expect(known && mayBeRemoved(known, '7.1', builtInThemes)).toBe(false);
  });

  it('is to be corrected where it has no words, no change, or no reason', () => {
    expect(fieldsOf(builtInThemes)).toEqual(['themes-list']);
    expect(fieldsOf(withNewSubtheme(builtInThemes, '7'))).toEqual(['label-7.4']);
    expect(fieldsOf(withTheme(builtInThemes, '7', 'Dire'), ' ')).toEqual(['themes-reason']);
    expect(fieldsOf(withSubtheme(builtInThemes, '7.1', { label: 'Stratégie de communication externe' }))).toEqual([
      'themes-list',
    ]);
    expect(fieldsOf(withSubtheme(builtInThemes, '7.1', { label: 'Marque' }))).toEqual([]);
  });

  it('sends words alone', () => {
    const former = [{ label: 'Image', until: 9 }];
    const sent = askedThemes(withSubtheme(builtInThemes, '7.1', { former, retired: true }));
    expect(subthemeNamed(sent, '7.1')).toEqual({ id: '7.1', label: 'Stratégie de marque', retired: true });
    expect(askedThemes(builtInThemes)).toEqual(builtInThemes);
  });
});
