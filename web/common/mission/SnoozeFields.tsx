import { addDays, type Day } from '@sur-mesure/functions/domain/calendar';
import { lastSnooze, snoozeChoices } from '@sur-mesure/functions/domain/missions/reminding';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { RadioField } from '../field/ChoiceFields.tsx';
import type { FieldProps } from '../field/FieldFrame.tsx';
import { DateField } from '../field/TextField.tsx';
import { dayInFull } from '../words/dates.ts';
import { today } from '../words/today.ts';
import { OTHER_DAY, USUAL_DAYS } from './typed-action.ts';

interface SnoozeFieldsProps {
  readonly view: Pick<MissionView, 'mission' | 'settings'>;
  readonly field: (name: string) => Pick<FieldProps, 'id' | 'error'>;
  readonly until: string;
  readonly otherDay: Day;
  readonly onInput: (typed: { readonly until: string; readonly otherDay: Day }) => void;
}

/** When to be reminded: a few days in one press, a day of one's own, or the usual ones again. */
export function SnoozeFields({ view: { mission, settings }, field, until, otherDay, onInput }: SnoozeFieldsProps) {
  const now = today();
  const days = snoozeChoices(mission, settings, now);
  const last = lastSnooze(mission, settings, now) ?? now;
  const choices = [
    ...days.map((day) => ({ value: day, label: `Le ${dayInFull(day)}` })),
    { value: OTHER_DAY, label: 'Un autre jour' },
    ...(mission.remindersFrom === null ? [] : [{ value: USUAL_DAYS, label: 'Reprendre les rappels habituels' }]),
  ];
  return (
    <>
      <RadioField
        {...field('until')}
        label="Quand envoyer le prochain rappel ?"
        choices={choices}
        value={until}
        onInput={(chosen) => onInput({ until: chosen, otherDay })}
      />
      {until === OTHER_DAY && (
        <DateField
          {...field('other-day')}
          label="Quel jour ?"
          hint={`Jusqu’au ${dayInFull(last)}, veille de l’échéance.`}
          min={addDays(now, 1)}
          max={last}
          value={otherDay}
          onInput={(day) => onInput({ until, otherDay: day })}
        />
      )}
    </>
  );
}
