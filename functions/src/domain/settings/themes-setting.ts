import type { Instant } from '../calendar.ts';
import { offeredThemes, type Subtheme, type Theme } from '../programme/theme-list.ts';

/** How the list of themes may change: words, additions, what is retired and taken up again; nothing goes, since missions, notes and cards name it. */

export const LONGEST_THEME = 200;
export const LONGEST_DETAIL = 500;
/** Of themes, and of sub-themes in each. */
export const MOST_THEMES = 40;
/** Of all themes together: nobody names more. */
export const MOST_SUBTHEMES = MOST_THEMES * MOST_THEMES;
/**
 * Characters of all names and details together, where those of the source have 3 451: the settings are one document, which holds a megabyte with what
 * each was called before, and where the list was changed it leaves with each page.
 */
const LONGEST_LIST = 200_000;

/** What to type instead, as the end of a sentence; null when the list may be kept. */
export function themesFault(themes: readonly Theme[]): string | null {
  const subthemes = themes.flatMap((theme) => theme.subthemes);
  const rules: readonly (readonly [boolean, string])[] = [
    [[...themes, ...subthemes].every(isWorded), `donnez à chacune un nom, de ${LONGEST_THEME} caractères au plus`],
    [subthemes.every(isDetailed), `écrivez des précisions de ${LONGEST_DETAIL} caractères au plus`],
    [offeredThemes(themes).length > 0, 'gardez au moins une sous-thématique proposée'],
    [themes.every(isNumbered), 'numérotez chaque sous-thématique après sa thématique'],
    [
      areDifferent(themes.map(({ id }) => id)) && areDifferent(subthemes.map(({ id }) => id)),
      'ne donnez pas deux fois un numéro',
    ],
    [areDifferent(themes.map(({ label }) => label)), 'donnez des noms différents aux thématiques, même retirées'],
    [areDifferent(offeredLabels(themes)), 'donnez des noms différents à celles qui sont proposées'],
    [
      themes.length <= MOST_THEMES && themes.every((theme) => theme.subthemes.length <= MOST_THEMES),
      `gardez ${MOST_THEMES} thématiques, et ${MOST_THEMES} sous-thématiques dans chacune, au plus`,
    ],
    [
      lengthOf(themes) <= LONGEST_LIST,
      `raccourcissez les noms et les précisions : ${LONGEST_LIST.toLocaleString('fr-FR')} caractères au plus pour toute la liste`,
    ],
  ];
  return rules.find(([holds]) => !holds)?.[1] ?? null;
}

function isWorded({ label }: Pick<Theme, 'label'>): boolean {
  return label.trim() !== '' && label.length <= LONGEST_THEME;
}

function isDetailed({ detail = '' }: Subtheme): boolean {
  return detail.length <= LONGEST_DETAIL;
}

function lengthOf(themes: readonly Theme[]): number {
  return themes
    .flatMap(({ label, subthemes }) => [label, ...subthemes.flatMap((one) => [one.label, one.detail ?? ''])])
    .reduce((total, words) => total + words.length, 0);
}

function isNumbered({ id, subthemes }: Theme): boolean {
  return /^\d{1,2}$/.test(id) && subthemes.every((subtheme) => new RegExp(`^${id}\\.\\d{1,2}$`).test(subtheme.id));
}

function areDifferent(words: readonly string[]): boolean {
  return new Set(words.map((word) => word.trim().toLocaleLowerCase('fr'))).size === words.length;
}

/** Of the sub-themes: a theme may be called as one of its own. */
function offeredLabels(themes: readonly Theme[]): string[] {
  return offeredThemes(themes).flatMap(({ subthemes }) => subthemes.map(({ label }) => label));
}

/** What the next list lacks of the one in force: nothing may go. */
export function missingFrom(next: readonly Theme[], inForce: readonly Theme[]): string[] {
  const kept = new Set(next.flatMap(({ id, subthemes }) => [id, ...subthemes.map((subtheme) => subtheme.id)]));
  return inForce
    .flatMap((theme) => [theme, ...theme.subthemes])
    .filter(({ id }) => !kept.has(id))
    .map(({ id, label }) => `${id} « ${label} »`);
}

/** The list as it is kept: whatever is called otherwise than in force remembers what it was called, until now. */
export function withFormerLabels(next: readonly Theme[], inForce: readonly Theme[], now: Instant): Theme[] {
  const before = new Map(inForce.flatMap((theme) => [theme, ...theme.subthemes]).map((one) => [one.id, one]));
  const formerOf = ({ id, label }: Pick<Theme, 'id' | 'label'>): Pick<Theme, 'former'> => {
    const was = before.get(id);
    const former = was?.former ?? [];
    const all = was === undefined || was.label === label ? former : [...former, { label: was.label, until: now }];
    return all.length === 0 ? {} : { former: all };
  };
  return next.map(({ id, label, subthemes }) => ({
    ...{ id, label: label.trim() },
    ...formerOf({ id, label: label.trim() }),
    subthemes: subthemes.map((subtheme): Subtheme => {
      const { detail = '', retired } = subtheme;
      const words = { id: subtheme.id, label: subtheme.label.trim() };
      return {
        ...words,
        ...(detail.trim() === '' ? {} : { detail: detail.trim() }),
        ...(retired === true ? { retired } : {}),
        ...formerOf(words),
      };
    }),
  }));
}

/** By what they say: former words are ours, not their author's. */
export function themesText(themes: readonly Theme[]): string {
  const subthemeText = ({ id, label, detail = '', retired = false }: Subtheme) => [id, label, detail, retired];
  return JSON.stringify(themes.map(({ id, label, subthemes }) => [id, label, subthemes.map(subthemeText)]));
}

/** What changes between two lists, each as it was and as it becomes. */
export interface ThemeChange {
  readonly before: string;
  readonly after: string;
}

/** What differs between two lists of themes, number by number. */
export function themeChanges(inForce: readonly Theme[], next: readonly Theme[]): ThemeChange[] {
  const before = new Map(inForce.flatMap(wordsByNumber));
  return next.flatMap(wordsByNumber).flatMap(([id, after]) => {
    const was = before.get(id) ?? 'absente';
    return was === after ? [] : [{ before: `${id} ${was}`, after: `${id} ${after}` }];
  });
}

function wordsByNumber({ id, label, subthemes }: Theme): (readonly [string, string])[] {
  return [[id, `« ${label} »`], ...subthemes.map((subtheme) => [subtheme.id, subthemeWords(subtheme)] as const)];
}

function subthemeWords({ label, detail = '', retired = false }: Subtheme): string {
  return `« ${label} »${detail === '' ? '' : ` ${detail}`}${retired ? ', retirée' : ''}`;
}

/** « 12 thématiques, 37 sous-thématiques » */
export function themesWords(themes: readonly Theme[]): string {
  const offered = offeredThemes(themes);
  const subthemes = offered.flatMap((theme) => theme.subthemes);
  return `${counted(offered.length, 'thématique')}, ${counted(subthemes.length, 'sous-thématique')}`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count < 2 ? '' : 's'}`;
}
