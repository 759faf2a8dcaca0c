import { isLive } from '../missions/states.ts';
import type { SummaryFacts } from './facts.ts';
import type { UncoveredSubtheme } from './summary.ts';

/**
 * The sub-themes that an active laureate's note in force or a live mission names, and that no published card has: whom the programme must look for.
 * By sub-theme, since an expert of one part of a theme is no expert of the others.
 */
export function uncoveredSubthemes({
  laureates,
  missions,
  cards,
  settings,
}: Pick<SummaryFacts, 'laureates' | 'missions' | 'cards' | 'settings'>): UncoveredSubtheme[] {
  const covered = new Set(cards.flatMap(({ subthemes }) => subthemes));
  const notes = laureates
    .filter(({ status }) => status === 'active')
    .map(({ note }) => new Set(note === null ? [] : note.subthemes));
  const live = missions.filter(({ state }) => isLive(state)).map(({ subthemes }) => new Set(subthemes));
  const naming = (lists: readonly ReadonlySet<string>[], id: string) => lists.filter((list) => list.has(id)).length;
  return settings.themes.flatMap((theme) =>
    theme.subthemes
      .filter(({ id }) => !covered.has(id))
      .map(({ id, label }) => ({
        ...{ theme: theme.label, subtheme: label },
        ...{ laureates: naming(notes, id), missions: naming(live, id) },
      }))
      .filter((row) => row.laureates > 0 || row.missions > 0),
  );
}
