import type { Instant } from '../calendar.ts';
import { type Refusal, refuse } from '../refusal.ts';

/**
 * What missions, notes and cards are about: a list that staff change, in the settings. An id never changes meaning and never goes: a sub-theme that
 * the programme gives up is retired, so that what names it can still be read.
 */
export interface Theme {
  readonly id: string;
  readonly label: string;
  /** What it was called before, the oldest first. */
  readonly former?: readonly FormerLabel[] | undefined;
  readonly subthemes: readonly Subtheme[];
}

export interface Subtheme {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  /** Offered no more; what names it stays. */
  readonly retired?: boolean | undefined;
  readonly former?: readonly FormerLabel[] | undefined;
}

export interface FormerLabel {
  readonly label: string;
  /** The words were these before that instant. */
  readonly until: Instant;
}

/** Those that may be chosen today: without what is retired, and without a theme that has nothing else. */
export function offeredThemes(themes: readonly Theme[]): Theme[] {
  return themes
    .map((theme) => ({ ...theme, subthemes: theme.subthemes.filter(({ retired }) => retired !== true) }))
    .filter(({ subthemes }) => subthemes.length > 0);
}

/** Those that may be chosen beside what is already: one that is retired stays where it was chosen. */
export function themesFor(themes: readonly Theme[], chosen: readonly string[]): Theme[] {
  return themes
    .map((theme) => ({
      ...theme,
      subthemes: theme.subthemes.filter(({ id, retired }) => retired !== true || chosen.includes(id)),
    }))
    .filter(({ subthemes }) => subthemes.length > 0);
}

export function subthemeNamed(themes: readonly Theme[], id: string): Subtheme | undefined {
  return themes.flatMap(({ subthemes }) => subthemes).find((subtheme) => subtheme.id === id);
}

/** Whether every one is of the programme, retired ones included: what was written with them is still read. */
export function areSubthemes(themes: readonly Theme[], ids: readonly string[]): boolean {
  return ids.every((id) => subthemeNamed(themes, id) !== undefined);
}

/** The first of these that the programme gave up, if any: nothing new is asked for on it. */
export function retiredAmong(themes: readonly Theme[], ids: readonly string[]): Subtheme | undefined {
  return ids.map((id) => subthemeNamed(themes, id)).find((subtheme) => subtheme?.retired === true);
}

/** Null for none. */
export function retiredRefusal(retired: Subtheme | undefined): Refusal | null {
  if (retired === undefined) return null;
  return refuse(
    'subtheme-retired',
    `« ${retired.label} » n’est plus proposée par le programme. Rien n’a été envoyé : choisissez-en une autre, ou appelez l’équipe France Tiers-Lieux.`,
  );
}

/** The theme that a sub-theme is part of. */
export function themeOf(themes: readonly Theme[], subthemeId: string): Theme | undefined {
  return themes.find(({ subthemes }) => subthemes.some(({ id }) => id === subthemeId));
}

/** The same by number alone: a sub-theme is numbered after its theme, in every list (`settings/themes-setting.ts`). */
export function themeIdOf(subthemeId: string): string {
  return subthemeId.split('.')[0] ?? subthemeId;
}

/** Whether a word of an address may name a sub-theme: by its shape, where the list in force has not come yet. */
export function maybeSubtheme(word: string): boolean {
  return /^\d{1,2}\.\d{1,2}$/.test(word);
}

/** What a sub-theme is called; `at`: what it was called then, for what was written in those words. */
export function subthemeLabel(themes: readonly Theme[], id: string, at?: Instant): string {
  const subtheme = subthemeNamed(themes, id);
  if (subtheme === undefined) return id;
  return labelAt(subtheme, at);
}

/** What the theme of a sub-theme is called, likewise; nothing for one that there never was. */
export function themeLabel(themes: readonly Theme[], subthemeId: string, at?: Instant): string {
  const theme = themeOf(themes, subthemeId);
  return theme === undefined ? '' : labelAt(theme, at);
}

function labelAt({ label, former = [] }: Pick<Subtheme, 'label' | 'former'>, at: Instant | undefined): string {
  return (at === undefined ? undefined : former.find(({ until }) => at < until)?.label) ?? label;
}
