import { regions } from '@sur-mesure/functions/domain/programme/territories';
import { CheckboxGroup } from '../common/field/ChoiceFields.tsx';
import { AvailabilityField } from './AvailabilityField.tsx';
import type { StepContentProps } from './step-content.ts';
import './registration.css';

const regionChoices = regions.map((region) => ({ value: region, label: region }));

export function PlaceStep({ value, errorOf, remarkOf, set }: StepContentProps) {
  return (
    <div class="stack stack-loose">
      <div class="region-choices">
        <CheckboxGroup
          id="regions"
          label="Où intervenez-vous ?"
          remark={remarkOf('regions')}
          error={errorOf('regions')}
          choices={regionChoices}
          values={regions.filter((region) => value.regions.includes(region))}
          onInput={(chosen) => set({ regions: chosen })}
        />
      </div>
      <AvailabilityField
        value={value.availability ?? null}
        errorOf={errorOf}
        remark={remarkOf('availability')}
        onInput={(availability) => set({ availability })}
      />
    </div>
  );
}
