import type { Day } from '@sur-mesure/functions/domain/calendar';
import type { Cents } from '@sur-mesure/functions/domain/money';
import type { ProgrammeSettings } from '@sur-mesure/functions/domain/programme/settings';
import { isSame } from '@sur-mesure/functions/domain/settings/change';
import { dayAsTyped, MEGABYTE } from '@sur-mesure/functions/domain/settings/kinds';
import { settingFaults } from '@sur-mesure/functions/domain/settings/order';
import {
  type ChangedValues,
  type SettingKey,
  type SettingValue,
  valuesOf,
} from '@sur-mesure/functions/domain/settings/values';
import { amountAsTyped, parseAmount } from '../../common/field/amount.ts';
import type { FieldError } from '../../common/notice/Notice.tsx';
import { reasonError } from '../versions/reason.ts';

/** What was typed, by setting; undefined while it can't be read. What nobody touched is not in it, and follows the settings in force. */
export type TypedSettings = ReadonlyMap<SettingKey, SettingValue | undefined>;

export const REASON_FIELD = 'settings-reason';
export const ALL_FIELDS = 'settings-fields';

/** With one setting typed, or typed back to what it was. */
export function withTyped(
  typed: TypedSettings,
  settings: ProgrammeSettings,
  { key, value }: { readonly key: SettingKey; readonly value: SettingValue | undefined },
): TypedSettings {
  const next = new Map(typed);
  if (value !== undefined && isSame(value, valuesOf(settings)[key])) next.delete(key);
  else next.set(key, value);
  return next;
}

export function typedValues(typed: TypedSettings): ChangedValues {
  return Object.fromEntries(typed);
}

/** What is to be corrected before anything is read again. */
export function settingsErrors(typed: TypedSettings, settings: ProgrammeSettings, reason: string): FieldError[] {
  const faults = settingFaults({ ...valuesOf(settings), ...typedValues(typed) });
  const errors: FieldError[] = faults.map(({ key, message }) => ({ fieldId: key, message }));
  if (typed.size === 0) errors.push({ fieldId: ALL_FIELDS, message: 'Aucun réglage n’est changé pour l’instant.' });
  const message = reasonError(reason);
  if (message !== undefined) errors.push({ fieldId: REASON_FIELD, message });
  return errors;
}

/** How a value that is typed as text is shown, and read again: undefined when it can't be. */
export interface Written<Value> {
  readonly shown: (value: Value) => string;
  readonly read: (text: string) => Value | undefined;
  /** The keys of a phone: those of digits have neither « ; » nor « / ». */
  readonly keys: 'numeric' | 'text';
}

export const wholeNumber: Written<number> = {
  shown: String,
  keys: 'numeric',
  read: (text) => (/^\d{1,9}$/.test(bare(text)) ? Number(bare(text)) : undefined),
};

/** Bytes, typed in whole megabytes. */
export const megabytes: Written<number> = {
  shown: (bytes) => String(bytes / MEGABYTE),
  keys: 'numeric',
  read: (text) => {
    const count = wholeNumber.read(text);
    return count === undefined ? undefined : count * MEGABYTE;
  },
};

/** « 10 000,00 ; 15 000,00 » */
export const amounts: Written<readonly Cents[]> = {
  shown: (list) => list.map(amountAsTyped).join(' ; '),
  keys: 'text',
  read: (text) => {
    const list = text.split(';').map(parseAmount);
    const read = list.filter((cents) => typeof cents === 'number');
    return read.length === list.length ? read : undefined;
  },
};

/** « 3 ; 10 » */
export const steps: Written<readonly number[]> = {
  shown: (list) => list.join(' ; '),
  keys: 'text',
  read: (text) => {
    const list = text.split(';').map(wholeNumber.read);
    const read = list.filter((days) => days !== undefined);
    return read.length === list.length ? read : undefined;
  },
};

/** « 15/05/2026 ; 24/12/2026 », in any order, each once; nothing for none. */
export const datedDays: Written<readonly Day[]> = {
  keys: 'text',
  shown: (days) => days.map((day) => day.split('-').toReversed().join('/')).join(' ; '),
  read: (text) => {
    if (text.trim() === '') return [];
    const days = text.split(';').map((one) => /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(bare(one)) ?? []);
    if (days.some(([whole]) => whole === undefined)) return undefined;
    const dated = days.map(([, day = '', month = '', year = '']) => [
      year,
      month.padStart(2, '0'),
      day.padStart(2, '0'),
    ]);
    return [...new Set(dated.map((parts) => parts.join('-')))].toSorted();
  },
};

/** « 01/08 » for `08-01`. */
export const yearDay: Written<string> = {
  shown: dayAsTyped,
  keys: 'text',
  read: (text) => {
    const [, day, month] = /^(\d{1,2})\/(\d{1,2})$/.exec(bare(text)) ?? [];
    return day === undefined || month === undefined ? undefined : `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  },
};

function bare(text: string): string {
  return text.replace(/[\s\u00a0\u202f]/g, '');
}
