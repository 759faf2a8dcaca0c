import type { Firestore } from 'firebase-admin/firestore';
import { builtInThemes } from '../../domain/programme/built-in-themes.ts';
import type { Theme } from '../../domain/programme/theme-list.ts';
import { isSame } from '../../domain/settings/change.ts';
import { settingsInForce } from '../collections/settings.ts';

/** The list in force where it is not the source's, which every page has; null otherwise (1 read). */
export async function changedThemes(firestore: Firestore): Promise<readonly Theme[] | null> {
  const { themes } = await settingsInForce(firestore);
  return isSame(themes, builtInThemes) && themes.every((theme) => !hasFormer(theme)) ? null : themes;
}

/** Called back to its first words, it still had others meanwhile. */
function hasFormer({ former, subthemes }: Theme): boolean {
  return former !== undefined || subthemes.some((subtheme) => subtheme.former !== undefined);
}
