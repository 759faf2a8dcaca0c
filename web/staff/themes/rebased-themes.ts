import type { Subtheme, Theme } from '@sur-mesure/functions/domain/programme/theme-list';
import { withNewSubtheme, withNewTheme, withSubtheme, withTheme } from './theme-draft.ts';

/**
 * What is typed, over what a colleague put in force meanwhile: words that were changed here stay, the others are the colleague's, and what was added
 * here comes after what was added there, under the next number. `before`: what was in force when it was typed.
 */
export function rebased(typed: readonly Theme[], before: readonly Theme[], now: readonly Theme[]): Theme[] {
  const kept = typed.filter(({ id }) => named(before, id) !== undefined);
  const added = typed.filter(({ id }) => named(before, id) === undefined);
  const withKept = kept.reduce<Theme[]>((all, theme) => withTyped(all, theme, named(before, theme.id)), [...now]);
  return added.reduce<Theme[]>((all, theme) => {
    const more = withNewTheme(all);
    const id = more.at(-1)?.id ?? '';
    // Its first sub-theme comes with it.
    const whole = theme.subthemes.slice(1).reduce<Theme[]>((some) => withNewSubtheme(some, id), more);
    return withWords(withTheme(whole, id, theme.label), id, theme.subthemes);
  }, withKept);
}

function withTyped(all: Theme[], typed: Theme, before: Theme | undefined): Theme[] {
  const relabelled = typed.label === before?.label ? all : withTheme(all, typed.id, typed.label);
  const known = (id: string) => named(before?.subthemes ?? [], id);
  const changed = typed.subthemes.reduce<Theme[]>((some, subtheme) => {
    const was = known(subtheme.id);
    return was === undefined ? some : withSubtheme(some, subtheme.id, changesOf(subtheme, was));
  }, relabelled);
  const added = typed.subthemes.filter(({ id }) => known(id) === undefined);
  const longer = added.reduce<Theme[]>((some) => withNewSubtheme(some, typed.id), changed);
  return withWords(longer, typed.id, added);
}

/** The words of `added`, for the last sub-themes of a theme. */
function withWords(themes: Theme[], themeId: string, added: readonly Subtheme[]): Theme[] {
  if (added.length === 0) return themes;
  const places = named(themes, themeId)?.subthemes.slice(-added.length) ?? [];
  return added.reduce<Theme[]>((some, { id: _id, ...words }, index) => {
    const place = places[index];
    return place === undefined ? some : withSubtheme(some, place.id, words);
  }, themes);
}

function changesOf(typed: Subtheme, before: Subtheme): Partial<Omit<Subtheme, 'id'>> {
  return {
    ...(typed.label !== before.label && { label: typed.label }),
    ...(typed.detail !== before.detail && typed.detail !== undefined && { detail: typed.detail }),
    ...((typed.retired ?? false) !== (before.retired ?? false) && { retired: typed.retired ?? false }),
  };
}

function named<Named extends { readonly id: string }>(list: readonly Named[], id: string): Named | undefined {
  return list.find((one) => one.id === id);
}
