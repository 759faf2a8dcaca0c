import { settingKeys, settingRow, valueFault, valueWords } from './rows.ts';
import type { SettingKey, SettingValue, SettingValues } from './values.ts';

type Ordered = { [Key in SettingKey]: SettingValues[Key] extends string | number ? Key : never }[SettingKey];

/** The first of each pair is never above the second: a date never after it, a limit never larger. */
export const settingsInOrder = [
  ['dates.opening', 'dates.lastRequest'],
  ['dates.lastRequest', 'dates.lastValidation'],
  ['dates.lastValidation', 'dates.endOfServices'],
  ['dates.endOfServices', 'dates.lastReport'],
  ['dates.lastReport', 'dates.lastSettlement'],
  ['largestBindingFile', 'largestFile'],
  ['uploadsPerHour', 'staffUploadsPerHour'],
] as const satisfies readonly (readonly [Ordered, Ordered])[];

export interface SettingFault {
  readonly key: SettingKey;
  readonly message: string;
}
type Values = { readonly [Key in SettingKey]: SettingValue | undefined };

/** Everything to correct, bounds first, in the order of the table; with none, these are the values of settings. */
export function settingFaults(values: Values): SettingFault[] {
  const outside = settingKeys.flatMap((key) => {
    const message = valueFault(key, values[key]);
    return message === null ? [] : [{ key, message }];
  });
  return outside.length > 0 ? outside : settingsInOrder.flatMap((pair) => disorder(values, pair));
}

export function areSettings(values: Values): values is SettingValues {
  return settingFaults(values).length === 0;
}

function disorder(values: Values, [before, after]: (typeof settingsInOrder)[number]): SettingFault[] {
  const [first, second] = [values[before], values[after]];
  if (first === undefined || second === undefined || !isAbove(first, second)) return [];
  const verb = settingRow(before).kind === 'day' ? 'vient après' : 'dépasse';
  const named = (key: SettingKey, value: SettingValue) => `« ${settingRow(key).label} » (${valueWords(key, value)})`;
  const message = `${named(before, first)} ${verb} ${named(after, second)} : changez l’un ou l’autre.`;
  return [{ key: before, message }];
}

function isAbove(one: SettingValue, other: SettingValue): boolean {
  if (typeof one === 'number' && typeof other === 'number') return one > other;
  return typeof one === 'string' && typeof other === 'string' && one > other;
}
