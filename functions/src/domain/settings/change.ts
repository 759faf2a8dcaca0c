import { authorOf } from '../actor.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import {
  type AskedVersion,
  changedMeanwhile,
  reasonOf,
  type VersionChange,
  type VersionFacts,
  whoDid,
} from '../versions/change.ts';
import { isThemeList } from './kinds.ts';
import { areSettings, settingFaults } from './order.ts';
import { settingKeys, settingRow, valueWords } from './rows.ts';
import { missingFrom, themeChanges, themesText, withFormerLabels } from './themes-setting.ts';
import { type ChangedValues, type SettingKey, type SettingValue, settingsOf, valuesOf } from './values.ts';

/** One saving of the settings. Values are in words: those of the day, on the page of the day. */
export interface SettingsChange extends VersionChange {
  readonly changed: readonly ChangedSetting[];
}

export interface ChangedSetting {
  readonly key: SettingKey;
  readonly before: string;
  readonly after: string;
}

export interface SettingsAsked extends AskedVersion {
  readonly values: ChangedValues;
}

export interface SettingsFacts extends VersionFacts<SettingsChange> {
  readonly inForce: ProgrammeSettings;
  /** The version that its author had read; null when there is none of that number. */
  readonly read: ProgrammeSettings | null;
}

/** Of one setting, before or after, as the history keeps it: whatever the list, a line stays far under what a document holds (1 MiB). */
export const LONGEST_CHANGE = 100_000;

const tooMuch = refuse(
  'change-too-long',
  'Vous changez trop de choses à la fois pour que l’historique les dise toutes. Rien n’a été enregistré : enregistrez-les en plusieurs fois.',
);

const unchanged = refuse(
  'settings-unchanged',
  'Ces valeurs sont déjà celles des réglages : il n’y a rien à enregistrer.',
);

/** The next version of the settings, and what the history keeps of it; or why nothing is saved. */
export function decideSettings(
  facts: SettingsFacts,
  asked: SettingsAsked,
): { readonly settings: ProgrammeSettings; readonly change: SettingsChange } | Refusal {
  const { inForce, actor, now } = facts;
  if (asked.basedOn !== inForce.version) return stale(facts, asked);
  const reason = reasonOf(asked, { what: 'ces réglages', done: 'enregistré' });
  if (isRefusal(reason)) return reason;
  const after = withChanged(inForce, asked.values);
  if (!areSettings(after)) return outOfBounds(after);
  const missing = missingFrom(after.themes, inForce.themes);
  if (missing.length > 0) return themesGone(missing);
  const changed = changesOf(inForce, asked.values);
  if (changed.length === 0) return unchanged;
  if (changed.some(({ before, after: next }) => Math.max(before.length, next.length) > LONGEST_CHANGE)) return tooMuch;
  const version = inForce.version + 1;
  const change = { version, at: now, by: authorOf(actor), reason, changed };
  const themes = withFormerLabels(after.themes, inForce.themes, now);
  return { settings: settingsOf({ ...after, themes }, version), change };
}

/** What differs from the settings, in words, in the order of the table. */
export function changesOf(settings: ProgrammeSettings, values: ChangedValues): ChangedSetting[] {
  const before = valuesOf(settings);
  return settingKeys.flatMap((key) => {
    const value = values[key];
    if (value === undefined || isSame(before[key], value)) return [];
    return [{ key, ...changeWords(key, before[key], value) }];
  });
}

/** Of a list of themes, what changes of it alone: nobody reads the rest again. */
function changeWords(key: SettingKey, before: SettingValue, after: SettingValue): Omit<ChangedSetting, 'key'> {
  if (key !== 'themes' || !isThemeList(before) || !isThemeList(after))
    return { before: valueWords(key, before), after: valueWords(key, after) };
  const changes = themeChanges(before, after);
  return {
    before: changes.map((change) => change.before).join(' ; '),
    after: changes.map((change) => change.after).join(' ; '),
  };
}

/** Values as they would be: what nobody changes stays. */
export function withChanged(
  settings: ProgrammeSettings,
  values: ChangedValues,
): { readonly [Key in SettingKey]: SettingValue | undefined } {
  return { ...valuesOf(settings), ...values };
}

/** By what they say: amounts and periods are compared inside. */
export function isSame(one: SettingValue, other: SettingValue): boolean {
  if (isThemeList(one) && isThemeList(other)) return themesText(one) === themesText(other);
  const inside = (value: SettingValue) =>
    typeof value === 'object' && value !== null ? Object.entries(value).sort() : value;
  return JSON.stringify(inside(one)) === JSON.stringify(inside(other));
}

function themesGone(missing: readonly string[]): Refusal {
  return refuse(
    'theme-gone',
    `Rien ne disparaît des thématiques, puisque des missions, des notes ou des fiches peuvent les nommer : ${missing.join(', ')}. Retirez-les plutôt. Rien n’a été enregistré.`,
  );
}

function outOfBounds(values: ReturnType<typeof withChanged>): Refusal {
  const sentences = settingFaults(values).map(({ message }) => message);
  return refuse('settings-out-of-bounds', `${sentences.join(' ')} Rien n’a été enregistré.`);
}

/** Both values of what was typed and has moved meanwhile, so that its author sees what a second press would replace. */
function stale({ inForce, lastChange, read }: SettingsFacts, { values }: SettingsAsked): Refusal {
  const who = lastChange === null ? 'Les réglages ont changé' : whoDid(lastChange, 'a changé les réglages');
  const [before, now] = [read === null ? null : valuesOf(read), valuesOf(inForce)];
  const both = changesOf(inForce, values)
    .filter(({ key }) => before === null || !isSame(before[key], now[key]))
    .map(
      ({ key, before: present, after }) => `« ${settingRow(key).label} » : ${present} désormais, ${after} pour vous.`,
    );
  const next = [
    ...(both.length === 0 ? ['Aucun de ceux que vous changez n’a bougé.'] : both),
    'Relisez, puis enregistrez de nouveau.',
  ];
  return changedMeanwhile('settings-stale', { who, done: 'enregistré', next: next.join(' ') });
}
