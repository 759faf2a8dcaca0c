import type { Firestore } from 'firebase-admin/firestore';
import { type Actor, authorOf } from '../../domain/actor.ts';
import type { BesideView } from '../../domain/beside-view.ts';
import { builtInThemes } from '../../domain/programme/built-in-themes.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import type { Theme } from '../../domain/programme/theme-list.ts';
import { isSame } from '../../domain/settings/change.ts';
import type { ViewName } from '../../domain/views.ts';
import { settingsInForce } from '../collections/settings.ts';
import { unreachedReader } from './unreached.ts';

/** What each view brings besides, from the settings (1 read): what there is nothing to say of is left out. */
export async function besideView(firestore: Firestore, actor: Actor, name: ViewName): Promise<BesideView> {
  const settings = await settingsInForce(firestore);
  const unreached = unreachedReader(actor, settings);
  const word = wordOn(name, settings);
  return {
    ...(actor.kind === 'anonymous' ? {} : { readBy: authorOf(actor) }),
    ...(unreached === null ? {} : { unreached }),
    ...(isOfSource(settings.themes) ? {} : { themes: settings.themes }),
    ...(word === undefined || word.trim() === '' ? {} : { word }),
    ...(homes.includes(name) ? { dates: { programmeName: settings.programmeName, dates: settings.dates } } : {}),
  };
}

/** Of each audience; an observer's is the team's. */
const homes: readonly ViewName[] = ['laureate', 'expert', 'staff'];

/** Each home has its own, and other pages none. */
function wordOn(name: ViewName, { texts }: ProgrammeSettings): string | undefined {
  const words: Partial<Record<ViewName, string>> = { laureate: texts.laureates, expert: texts.experts };
  return words[name];
}

/** The list that every page has. Called back to its first words, one still had others meanwhile. */
function isOfSource(themes: readonly Theme[]): boolean {
  const hasFormer = ({ former }: Pick<Theme, 'former'>) => former !== undefined;
  return isSame(themes, builtInThemes) && !themes.some((theme) => [theme, ...theme.subthemes].some(hasFormer));
}
