import type { ComponentProps } from 'preact';
import { TextField } from '../common/field/TextField.tsx';
import type { StepContentProps } from './step-content.ts';

type TextFieldProps = ComponentProps<typeof TextField>;
interface IdentityField extends Omit<TextFieldProps, 'id' | 'value' | 'onInput' | 'error'> {
  readonly id: 'name' | 'email' | 'phone' | 'company' | 'siret' | 'website';
}

const identity: readonly IdentityField[] = [
  { id: 'name', label: 'Vos prénom et nom', autocomplete: 'name', width: 'medium', maxLength: 200 },
  {
    id: 'email',
    label: 'Adresse électronique',
    hint: 'Les demandes de mission et vos liens de connexion y arrivent.',
    type: 'email',
    autocomplete: 'email',
    width: 'medium',
    maxLength: 254,
  },
  { id: 'phone', label: 'Téléphone', type: 'tel', autocomplete: 'tel', width: 'short', maxLength: 30 },
  {
    id: 'company',
    label: 'Nom de la structure',
    hint: 'Celui qui figure dans l’annuaire et sur vos devis.',
    autocomplete: 'organization',
    width: 'medium',
    maxLength: 200,
  },
  {
    id: 'siret',
    label: 'SIRET',
    hint: '14 chiffres, sur votre avis de situation.',
    inputMode: 'numeric',
    width: 'short',
    maxLength: 20,
  },
  { id: 'website', label: 'Site internet', optional: true, autocomplete: 'url', width: 'medium', maxLength: 300 },
];

export function IdentityStep({ value, errorOf, remarkOf, set, emailIsKept }: StepContentProps) {
  return (
    <div class="stack">
      {identity.map((field) =>
        field.id === 'email' && emailIsKept ? (
          <KeptEmail key={field.id} email={value.email} />
        ) : (
          <TextField
            key={field.id}
            {...field}
            remark={remarkOf(field.id)}
            error={errorOf(field.id)}
            value={value[field.id]}
            onInput={(typed) => set({ [field.id]: typed })}
          />
        ),
      )}
    </div>
  );
}

function KeptEmail({ email }: { readonly email: string }) {
  return (
    <div class="stack stack-tight">
      <p>
        Adresse électronique : <strong>{email}</strong>
      </p>
      <p class="small muted">
        C’est celle de votre compte : elle ne change pas ici. Écrivez à l’équipe France Tiers-Lieux pour en changer.
      </p>
    </div>
  );
}
