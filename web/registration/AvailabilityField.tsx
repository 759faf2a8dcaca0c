import type { ExpertAvailability } from '@sur-mesure/functions/domain/experts/availability';
import { RadioField } from '../common/field/ChoiceFields.tsx';
import { DateField } from '../common/field/TextField.tsx';
import { today } from '../common/words/today.ts';

const choices = [
  { value: 'now', label: 'Dès maintenant' },
  { value: 'from', label: 'À partir d’une date' },
  { value: 'notNow', label: 'Pas pour le moment', hint: 'Votre fiche reste dans l’annuaire, et le dit.' },
  { value: 'unsaid', label: 'Je n’en dis rien' },
] as const;
type Choice = (typeof choices)[number]['value'];

interface AvailabilityFieldProps {
  /** A day that is not chosen yet is empty. */
  readonly value: ExpertAvailability | null;
  readonly errorOf: (fieldId: string) => string | undefined;
  readonly remark?: string | undefined;
  readonly onInput: (value: ExpertAvailability | null) => void;
}

/** When a company can begin: one choice, and a day where there is one. */
export function AvailabilityField({ value, errorOf, remark, onInput }: AvailabilityFieldProps) {
  const choose = (choice: Choice) => {
    if (choice === 'unsaid') onInput(null);
    else onInput(choice === 'from' ? { kind: 'from', day: '' } : { kind: choice });
  };
  return (
    <div class="stack">
      <RadioField
        id="availability"
        label="Quand pouvez-vous commencer une mission ?"
        hint="Les manufactures le lisent sur votre fiche. Vous le changez d’un geste depuis votre espace."
        remark={remark}
        choices={choices}
        value={value?.kind ?? 'unsaid'}
        onInput={choose}
      />
      {value?.kind === 'from' && (
        <DateField
          id="availability-day"
          label="À partir du"
          min={today()}
          error={errorOf('availability-day')}
          value={value.day}
          onInput={(day) => onInput({ kind: 'from', day })}
        />
      )}
    </div>
  );
}
