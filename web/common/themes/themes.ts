import type { Instant } from '@sur-mesure/functions/domain/calendar';
import { builtInThemes } from '@sur-mesure/functions/domain/programme/built-in-themes';
import { subthemeLabel as labelIn, type Theme } from '@sur-mesure/functions/domain/programme/theme-list';
import { useEffect, useState } from 'preact/hooks';

/** The list that staff put in force, as the last view said it: each answer carries it where it is not the source's, so that no page asks for it. */
let inForce: readonly Theme[] = builtInThemes;
const listeners = new Set<(themes: readonly Theme[]) => void>();

export function tellThemes(themes: readonly Theme[] | undefined): void {
  inForce = themes ?? builtInThemes;
  for (const listener of listeners) listener(inForce);
}

/** For what is drawn or checked once a view has come. */
export function themesInForce(): readonly Theme[] {
  return inForce;
}

/** For what is drawn before: a form that needs no view shows the list of the source until one comes. */
export function useThemes(): readonly Theme[] {
  const [themes, setThemes] = useState(inForce);
  useEffect(() => {
    // What was told between the first drawing and now.
    setThemes(inForce);
    listeners.add(setThemes);
    return () => {
      listeners.delete(setThemes);
    };
  }, []);
  return themes;
}

/** What a sub-theme is called; `at`: what it was called when something was written in those words. */
export function subthemeLabel(id: string, at?: Instant): string {
  return labelIn(inForce, id, at);
}
