import { SubthemeField } from '../common/field/SubthemeField.tsx';
import type { StepContentProps } from './step-content.ts';

export function DomainStep({ value, errorOf, remarkOf, set }: StepContentProps) {
  return (
    <SubthemeField
      id="subthemes"
      label="Sur quoi pouvez-vous accompagner une manufacture ?"
      hint="Ouvrez une thématique, puis cochez les sous-thématiques que vous pratiquez."
      remark={remarkOf('subthemes')}
      error={errorOf('subthemes')}
      values={value.subthemes}
      onInput={(subthemes) => set({ subthemes })}
    />
  );
}
