import type { ProgrammeSettings } from '../programme/settings.ts';

type Group = 'contact' | 'dates' | 'texts' | 'waitingDays';
type Under<Name extends Group> = {
  readonly [Key in keyof ProgrammeSettings[Name] & string as `${Name}.${Key}`]: ProgrammeSettings[Name][Key];
};

/** Each setting by its own name (`dates.lastRequest`), so that one of a group is read, described and changed without the others. */
export interface SettingValues
  extends Omit<ProgrammeSettings, 'version' | Group>,
    Under<'contact'>,
    Under<'dates'>,
    Under<'texts'>,
    Under<'waitingDays'> {}
export type SettingKey = keyof SettingValues;
export type SettingValue = SettingValues[SettingKey];
/** What somebody asks to change: what is not named stays. */
export type ChangedValues = { readonly [Key in SettingKey]?: SettingValue | undefined };

export function valuesOf({
  version: _version,
  contact,
  dates,
  texts,
  waitingDays,
  ...alone
}: ProgrammeSettings): SettingValues {
  return {
    ...alone,
    'contact.name': contact.name,
    'contact.email': contact.email,
    'contact.phone': contact.phone,
    'dates.opening': dates.opening,
    'dates.lastRequest': dates.lastRequest,
    'dates.lastValidation': dates.lastValidation,
    'dates.endOfServices': dates.endOfServices,
    'dates.lastReport': dates.lastReport,
    'dates.lastSettlement': dates.lastSettlement,
    'texts.laureates': texts.laureates,
    'texts.experts': texts.experts,
    'waitingDays.awaiting_expert': waitingDays.awaiting_expert,
    'waitingDays.awaiting_diagnostic': waitingDays.awaiting_diagnostic,
    'waitingDays.awaiting_validation': waitingDays.awaiting_validation,
    'waitingDays.awaiting_correction': waitingDays.awaiting_correction,
    'waitingDays.awaiting_report': waitingDays.awaiting_report,
    'waitingDays.awaiting_confirmation': waitingDays.awaiting_confirmation,
  };
}

/** The settings that hold these values, as their `version`th version. */
export function settingsOf(values: SettingValues, version: number): ProgrammeSettings {
  const {
    'contact.name': name,
    'contact.email': email,
    'contact.phone': phone,
    'dates.opening': opening,
    'dates.lastRequest': lastRequest,
    'dates.lastValidation': lastValidation,
    'dates.endOfServices': endOfServices,
    'dates.lastReport': lastReport,
    'dates.lastSettlement': lastSettlement,
    'texts.laureates': laureates,
    'texts.experts': experts,
    'waitingDays.awaiting_expert': awaiting_expert,
    'waitingDays.awaiting_diagnostic': awaiting_diagnostic,
    'waitingDays.awaiting_validation': awaiting_validation,
    'waitingDays.awaiting_correction': awaiting_correction,
    'waitingDays.awaiting_report': awaiting_report,
    'waitingDays.awaiting_confirmation': awaiting_confirmation,
    ...alone
  } = values;
  return {
    ...alone,
    version,
    contact: { name, email, phone },
    dates: { opening, lastRequest, lastValidation, endOfServices, lastReport, lastSettlement },
    texts: { laureates, experts },
    waitingDays: {
      awaiting_expert,
      awaiting_diagnostic,
      awaiting_validation,
      awaiting_correction,
      awaiting_report,
      awaiting_confirmation,
    },
  };
}
