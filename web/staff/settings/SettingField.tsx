import {
  countUnits,
  fourEyesModes,
  isDayList,
  isFourEyes,
  isNumberList,
  isPeriod,
  LONGEST_WORDS,
} from '@sur-mesure/functions/domain/settings/kinds';
import type { SettingRow } from '@sur-mesure/functions/domain/settings/rows';
import { settingEffects } from '@sur-mesure/functions/domain/settings/sections';
import type { SettingKey, SettingValue } from '@sur-mesure/functions/domain/settings/values';
import type { FourEyes } from '@sur-mesure/functions/domain/subsidy/adjustment';
import type { QuietPeriod } from '@sur-mesure/functions/domain/working-days';
import { useState } from 'preact/hooks';
import { AmountField } from '../../common/field/AmountField.tsx';
import { RadioField } from '../../common/field/ChoiceFields.tsx';
import type { FieldProps } from '../../common/field/FieldFrame.tsx';
import { DateField, TextAreaField, TextField } from '../../common/field/TextField.tsx';
import { amounts, datedDays, megabytes, steps, wholeNumber, yearDay } from './typed-settings.ts';
import { WrittenField } from './WrittenField.tsx';

interface SettingFieldProps {
  readonly id: SettingKey;
  readonly row: SettingRow;
  readonly error: string | undefined;
  /** In force, or as typed; undefined while it can't be read. */
  readonly value: SettingValue | undefined;
  readonly onInput: (value: SettingValue | undefined) => void;
}

const inputTypes = { line: 'text', email: 'email', phone: 'tel' } as const;

/** One setting of the table, as its kind is typed. */
export function SettingField({ id, row, error, value, onInput }: SettingFieldProps) {
  const field = { id, label: row.label, hint: `${row.help} ${settingEffects[row.effect]}`, error };
  switch (row.kind) {
    case 'count':
      return (
        <WrittenField
          {...field}
          written={wholeNumber}
          {...{ value: numberIn(value), onInput }}
          unit={countUnits[row.unit][1]}
        />
      );
    case 'size':
      return <WrittenField {...field} written={megabytes} {...{ value: numberIn(value), onInput }} unit="Mo" />;
    case 'amounts':
      return (
        <WrittenField
          {...field}
          hint={`${field.hint} En euros, séparés par des points-virgules.`}
          written={amounts}
          width="full"
          {...{ value: isNumberList(value) ? value : undefined, onInput }}
        />
      );
    case 'steps':
      return (
        <WrittenField
          {...field}
          hint={`${field.hint} Séparés par des points-virgules.`}
          written={steps}
          unit={countUnits[row.unit][1]}
          {...{ value: isNumberList(value) ? value : undefined, onInput }}
        />
      );
    case 'days':
      return (
        <WrittenField
          {...field}
          hint={`${field.hint} Comme 15/05/2026, séparés par des points-virgules.`}
          written={datedDays}
          width="full"
          {...{ value: isDayList(value) ? value : undefined, onInput }}
        />
      );
    case 'day':
      return <DateField {...field} value={textIn(value)} onInput={onInput} />;
    case 'text':
      if (row.written === 'words')
        return (
          <TextAreaField
            {...field}
            optional
            rows={3}
            maxLength={LONGEST_WORDS}
            value={textIn(value)}
            onInput={onInput}
          />
        );
      return <TextField {...field} type={inputTypes[row.written]} value={textIn(value)} onInput={onInput} />;
    case 'yesNo':
      return (
        <RadioField
          {...field}
          choices={yesNo}
          value={value === true ? 'yes' : 'no'}
          onInput={(chosen) => onInput(chosen === 'yes')}
        />
      );
    case 'themes':
      return (
        <div class="stack stack-tight">
          <p class="field-label">{row.label}</p>
          <p class="small muted">{row.help}</p>
          <p>
            <a href="/equipe?vue=thematiques">Voir et modifier les thématiques</a>
          </p>
        </div>
      );
    case 'fourEyes':
      return <FourEyesField field={field} value={value} onInput={onInput} />;
    case 'quietPeriod':
      return <PeriodField field={field} value={value} onInput={onInput} />;
    default:
      return row satisfies never;
  }
}

const yesNo = [
  { value: 'yes', label: 'Oui' },
  { value: 'no', label: 'Non' },
] as const;

interface ComposedProps extends Pick<SettingFieldProps, 'value' | 'onInput'> {
  readonly field: FieldProps;
}

const modes = (['always', 'above', 'never'] as const).map((value) => ({ value, label: fourEyesModes[value] }));

/** Who answers « au-dessus d’un montant » is asked which. */
function FourEyesField({ field, value, onInput }: ComposedProps) {
  const [mode, setMode] = useState<FourEyes['mode'] | undefined>(isFourEyes(value) ? value.mode : undefined);
  const cents = isFourEyes(value) && value.mode === 'above' ? value.cents : undefined;
  /** Said where it is to be typed. */
  const amountMissing = mode === 'above' && cents === undefined;
  return (
    <>
      <RadioField
        {...field}
        error={amountMissing ? undefined : field.error}
        choices={modes}
        value={mode}
        onInput={(chosen) => {
          setMode(chosen);
          onInput(chosen === 'above' ? undefined : { mode: chosen });
        }}
      />
      {mode === 'above' && (
        <AmountField
          id={`${field.id}-amount`}
          label="Au-dessus de quel montant ?"
          error={amountMissing ? field.error : undefined}
          cents={cents}
          onInput={(typed) => onInput(typed === undefined ? undefined : { mode: 'above', cents: typed })}
        />
      )}
    </>
  );
}

const rests = [
  { value: 'never', label: 'Aucune' },
  { value: 'yearly', label: 'Chaque année, entre deux jours' },
] as const;

function PeriodField({ field, value, onInput }: ComposedProps) {
  const [rest, setRest] = useState<'never' | 'yearly'>(value === null ? 'never' : 'yearly');
  const [days, setDays] = useState<Partial<QuietPeriod>>(isPeriod(value) ? value : {});
  const tell = ({ from, to }: Partial<QuietPeriod>) =>
    onInput(from === undefined || to === undefined ? undefined : { from, to });
  const change = (name: keyof QuietPeriod, day: string | undefined) => {
    const { [name]: _before, ...other } = days;
    const next = day === undefined ? other : { ...other, [name]: day };
    setDays(next);
    tell(next);
  };
  const ends = [
    { name: 'from', label: 'Premier jour' },
    { name: 'to', label: 'Dernier jour' },
  ] as const;
  /** Said at the first day that can’t be read. */
  const missing = rest === 'yearly' ? ends.find(({ name }) => days[name] === undefined)?.name : undefined;
  return (
    <>
      <RadioField
        {...field}
        error={missing === undefined ? field.error : undefined}
        choices={rests}
        value={rest}
        onInput={(chosen) => {
          setRest(chosen);
          if (chosen === 'never') onInput(null);
          else tell(days);
        }}
      />
      {rest === 'yearly' &&
        ends.map(({ name, label }) => (
          <WrittenField
            key={name}
            id={`${field.id}-${name}`}
            label={label}
            hint="Jour et mois, comme 01/08"
            error={name === missing ? field.error : undefined}
            written={yearDay}
            value={days[name]}
            onInput={(day) => change(name, day)}
          />
        ))}
    </>
  );
}

function numberIn(value: SettingValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function textIn(value: SettingValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
