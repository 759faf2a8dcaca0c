import type { Subtheme, Theme } from '@sur-mesure/functions/domain/programme/theme-list';
import {
  LONGEST_DETAIL,
  LONGEST_THEME,
  themeChanges,
  themesFault,
} from '@sur-mesure/functions/domain/settings/themes-setting';
import type { FieldError } from '../../common/notice/Notice.tsx';
import { reasonError } from '../versions/reason.ts';

export const REASON_FIELD = 'themes-reason';
export const LIST_FIELD = 'themes-list';

export const labelField = (id: string) => `label-${id}`;
export const detailField = (id: string) => `detail-${id}`;

/** With other words for a theme or a sub-theme, or a sub-theme retired or taken up again. */
export function withTheme(themes: readonly Theme[], id: string, label: string): Theme[] {
  return themes.map((theme) => (theme.id === id ? { ...theme, label } : theme));
}

export function withSubtheme(themes: readonly Theme[], id: string, changed: Partial<Omit<Subtheme, 'id'>>): Theme[] {
  return themes.map((theme) => ({
    ...theme,
    subthemes: theme.subthemes.map((subtheme) => (subtheme.id === id ? { ...subtheme, ...changed } : subtheme)),
  }));
}

/** One more in a theme, under the next number: those that are retired keep theirs. */
export function withNewSubtheme(themes: readonly Theme[], themeId: string): Theme[] {
  return themes.map((theme) =>
    theme.id === themeId ? { ...theme, subthemes: [...theme.subthemes, newSubtheme(theme)] } : theme,
  );
}

export function withNewTheme(themes: readonly Theme[]): Theme[] {
  const theme = { id: String(nextNumber(themes.map(({ id }) => Number(id)))), label: '', subthemes: [] };
  return [...themes, { ...theme, subthemes: [newSubtheme(theme)] }];
}

function newSubtheme({ id, subthemes }: Pick<Theme, 'id' | 'subthemes'>): Subtheme {
  return { id: `${id}.${nextNumber(subthemes.map((subtheme) => Number(subtheme.id.split('.')[1])))}`, label: '' };
}

function nextNumber(numbers: readonly number[]): number {
  return Math.max(0, ...numbers) + 1;
}

/** What was added here and is not wanted after all; what is in force stays. */
export function withoutNew(themes: readonly Theme[], id: string, inForce: readonly Theme[]): Theme[] {
  if (isInForce(inForce, id)) return [...themes];
  return themes
    .filter((theme) => theme.id !== id)
    .map((theme) => ({ ...theme, subthemes: theme.subthemes.filter((subtheme) => subtheme.id !== id) }));
}

/** The only line of a new theme goes with the theme, which is not kept without one. */
export function mayBeRemoved({ subthemes }: Pick<Theme, 'subthemes'>, id: string, inForce: readonly Theme[]): boolean {
  return subthemes.length > 1 && !isInForce(inForce, id);
}

export function isInForce(inForce: readonly Theme[], id: string): boolean {
  return inForce.some((theme) => theme.id === id || theme.subthemes.some((subtheme) => subtheme.id === id));
}

/** What is sent: words alone, since what they were before is the server's to write. */
export function askedThemes(themes: readonly Theme[]): Theme[] {
  return themes.map(({ id, label, subthemes }) => ({
    ...{ id, label },
    subthemes: subthemes.map(({ id: own, label: words, detail, retired }) => ({
      ...{ id: own, label: words },
      ...(detail === undefined ? {} : { detail }),
      ...(retired === true ? { retired } : {}),
    })),
  }));
}

/** What is to be corrected before the change is read again. */
export function themesErrors(themes: readonly Theme[], inForce: readonly Theme[], reason: string): FieldError[] {
  const errors = themes.flatMap((theme) => [theme, ...theme.subthemes].flatMap(wordErrors));
  const fault = themesFault(themes);
  if (errors.length === 0 && fault !== null) errors.push({ fieldId: LIST_FIELD, message: `Thématiques : ${fault}.` });
  if (themeChanges(inForce, themes).length === 0)
    errors.push({ fieldId: LIST_FIELD, message: 'Aucune thématique n’est changée pour l’instant.' });
  const message = reasonError(reason);
  if (message !== undefined) errors.push({ fieldId: REASON_FIELD, message });
  return errors;
}

function wordErrors({ id, label, ...rest }: Theme | Subtheme): FieldError[] {
  const detail = 'detail' in rest ? (rest.detail ?? '') : '';
  return [
    ...(label.trim() === '' ? [{ fieldId: labelField(id), message: `Donnez un nom à ${id}.` }] : []),
    ...(label.length > LONGEST_THEME
      ? [{ fieldId: labelField(id), message: `Le nom de ${id} dépasse ${LONGEST_THEME} caractères.` }]
      : []),
    ...(detail.length > LONGEST_DETAIL
      ? [{ fieldId: detailField(id), message: `La précision de ${id} dépasse ${LONGEST_DETAIL} caractères.` }]
      : []),
  ];
}
