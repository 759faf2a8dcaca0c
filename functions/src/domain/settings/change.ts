import type { SignedInActor } from '../actor.ts';
import { formatInstant, type Instant } from '../calendar.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { areSettings, settingFaults } from './order.ts';
import { settingKeys, settingRow, valueWords } from './rows.ts';
import { type ChangedValues, type SettingKey, type SettingValue, settingsOf, valuesOf } from './values.ts';

export const LONGEST_REASON = 2_000;

/** One saving of the settings, written with the version it makes and never changed. Values are in words: those of the day, on the page of the day. */
export interface SettingsChange {
  /** The version that it made. */
  readonly version: number;
  readonly at: Instant;
  readonly by: { readonly uid: string; readonly name: string };
  readonly reason: string;
  readonly changed: readonly ChangedSetting[];
}

export interface ChangedSetting {
  readonly key: SettingKey;
  readonly before: string;
  readonly after: string;
}

export interface SettingsAsked {
  /** The version that its author had read: over another one, nothing is saved. */
  readonly basedOn: number;
  readonly reason: string;
  readonly values: ChangedValues;
}

export interface SettingsFacts {
  readonly inForce: ProgrammeSettings;
  /** What made the version in force; null for one that was put in place otherwise. */
  readonly lastChange: SettingsChange | null;
  /** The version that its author had read; null when there is none of that number. */
  readonly read: ProgrammeSettings | null;
  readonly actor: SignedInActor;
  readonly now: Instant;
}

const reasonMissing = refuse(
  'reason-missing',
  'Écrivez pourquoi vous changez ces réglages : la raison reste dans l’historique. Rien n’a été enregistré.',
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
  const reason = asked.reason.trim();
  if (reason === '') return reasonMissing;
  const after = withChanged(inForce, asked.values);
  if (!areSettings(after)) return outOfBounds(after);
  const changed = changesOf(inForce, asked.values);
  if (changed.length === 0) return unchanged;
  const version = inForce.version + 1;
  const change = { version, at: now, by: { uid: actor.uid, name: actor.name }, reason, changed };
  return { settings: settingsOf(after, version), change };
}

/** What differs from the settings, in words, in the order of the table. */
export function changesOf(settings: ProgrammeSettings, values: ChangedValues): ChangedSetting[] {
  const before = valuesOf(settings);
  return settingKeys.flatMap((key) => {
    const value = values[key];
    if (value === undefined || isSame(before[key], value)) return [];
    return [{ key, before: valueWords(key, before[key]), after: valueWords(key, value) }];
  });
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
  const inside = (value: SettingValue) =>
    typeof value === 'object' && value !== null ? Object.entries(value).sort() : value;
  return JSON.stringify(inside(one)) === JSON.stringify(inside(other));
}

function outOfBounds(values: ReturnType<typeof withChanged>): Refusal {
  const sentences = settingFaults(values).map(({ message }) => message);
  return refuse('settings-out-of-bounds', `${sentences.join(' ')} Rien n’a été enregistré.`);
}

/** Both values of what was typed and has moved meanwhile, so that its author sees what a second press would replace. */
function stale({ inForce, lastChange, read }: SettingsFacts, { values }: SettingsAsked): Refusal {
  const who =
    lastChange === null
      ? 'Les réglages ont changé'
      : `${lastChange.by.name} a changé les réglages le ${formatInstant(lastChange.at)},`;
  const [before, now] = [read === null ? null : valuesOf(read), valuesOf(inForce)];
  const both = changesOf(inForce, values)
    .filter(({ key }) => before === null || !isSame(before[key], now[key]))
    .map(
      ({ key, before: present, after }) => `« ${settingRow(key).label} » : ${present} désormais, ${after} pour vous.`,
    );
  const sentences = [
    `${who} pendant que vous écriviez : rien n’est enregistré, et ce que vous avez écrit est resté sur votre page.`,
    ...(both.length === 0 ? ['Aucun de ceux que vous changez n’a bougé.'] : both),
    'Relisez, puis enregistrez de nouveau.',
  ];
  return refuse('settings-stale', sentences.join(' '));
}
