import { CheckboxGroup } from '../common/field/ChoiceFields.tsx';
import { CardPreview } from './CardPreview.tsx';
import type { StepContentProps } from './step-content.ts';

const publishable = [
  { value: 'email', label: 'Mon adresse électronique' },
  { value: 'phone', label: 'Mon téléphone' },
  {
    value: 'references',
    label: 'Mes missions passées',
    hint: 'Structure, année et objet, comme vous les avez écrits.',
  },
] as const;

/** What the directory shows, chosen and seen in one place. */
export function CardStep({ value, set }: StepContentProps) {
  return (
    <div class="stack stack-loose">
      <CheckboxGroup
        id="publishes"
        label="Que montre votre fiche dans l’annuaire ?"
        hint="Votre structure, son site, vos compétences, filières, thématiques, régions et disponibilité y figurent toujours. Tout le reste n’est lu que par l’équipe France Tiers-Lieux."
        optional
        choices={publishable}
        values={publishable.map((one) => one.value).filter((one) => value.publishes[one] === true)}
        onInput={(chosen) => {
          const [email, phone] = [chosen.includes('email'), chosen.includes('phone')];
          set({ publishes: { email, phone, references: chosen.includes('references') } });
        }}
      />
      <CardPreview registration={value} />
    </div>
  );
}
