import { hasWords } from '@sur-mesure/functions/domain/lists/words';
import { listOf, type Palette, snippetOf, type TemplateField } from '@sur-mesure/functions/domain/templates/fields';
import { type TemplateChange, versionName } from '@sur-mesure/functions/domain/templates/versions';

/** « Version 3 », as a title. */
export function versionTitle(version: number): string {
  const name = versionName(version);
  return `${name.charAt(0).toLocaleUpperCase('fr')}${name.slice(1)}`;
}

/** « Inès Garnier a publié la version 2 ; avant, modèle livré avec le service. » */
export function changeSentence({ by, what, version, before }: TemplateChange): string {
  const done =
    what === 'publish' ? `a publié la ${versionName(version)}` : `a remis en vigueur : ${versionName(version)}`;
  return `${by.name} ${done} ; avant, ${versionName(before)}.`;
}

export interface PaletteRow extends TemplateField {
  readonly path: string;
  readonly snippet: string;
  /** « {{#each files}} », for what is written inside of a list. */
  readonly inside: string | null;
}

/** The fields that have these words, in the order of the palette. */
export function paletteRows(palette: Palette, words: string): PaletteRow[] {
  return Object.entries(palette)
    .filter(([path, { label, example }]) => hasWords(`${label} ${path} ${example}`, words))
    .map(([path, field]) => ({ ...field, path, snippet: snippetOf(path, field), inside: insideOf(path) }));
}

function insideOf(path: string): string | null {
  const list = listOf(path);
  return list === '' ? null : `{{#each ${list.slice(0, -2)}}}`;
}
