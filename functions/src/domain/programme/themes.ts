import { builtInThemes } from './built-in-themes.ts';
import { subthemeLabel as labelIn, type Subtheme, type Theme, themeOf as themeIn } from './theme-list.ts';

/** The list of the source, for what is not given the one in force (`settings.themes`). */
export const themes: readonly Theme[] = builtInThemes;

export const subthemes: ReadonlyMap<string, Subtheme> = new Map(
  themes.flatMap((theme) => theme.subthemes.map((subtheme) => [subtheme.id, subtheme] as const)),
);

export function themeOf(subthemeId: string): Theme | undefined {
  return themeIn(builtInThemes, subthemeId);
}

export function subthemeLabel(id: string): string {
  return labelIn(builtInThemes, id);
}
