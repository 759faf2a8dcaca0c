import { CheckboxGroup } from '../common/field/ChoiceFields.tsx';
import { CardPreview } from './CardPreview.tsx';
import type { StepContentProps } from './step-content.ts';

const publishable = [
  { value: 'email', label: 'Mon adresse électronique' },
  { value: 'phone', label: 'Mon téléphone' },
] as const;

/** What the directory shows, chosen and seen in one place. */
export function CardStep({ value, set }: StepContentProps) {
  return (
    <div class="stack stack-loose">
      <CheckboxGroup
        id="publishes"
        label="Que montre l’annuaire de votre contact ?"
        hint="Votre structure, son site, vos compétences, filières, thématiques, régions et disponibilité y figurent toujours. Tout le reste n’est lu que par l’équipe France Tiers-Lieux."
        optional
        choices={publishable}
        values={publishable.map((one) => one.value).filter((one) => value.publishes[one])}
        onInput={(chosen) => set({ publishes: { email: chosen.includes('email'), phone: chosen.includes('phone') } })}
      />
      <CardPreview registration={value} />
    </div>
  );
}
