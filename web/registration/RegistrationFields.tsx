import type { Remarks } from '@sur-mesure/functions/domain/experts/profile';
import type { Registration } from '@sur-mesure/functions/domain/experts/registration';
import { regions } from '@sur-mesure/functions/domain/programme/territories';
import type { Views } from '@sur-mesure/functions/domain/views';
import type { ComponentProps } from 'preact';
import { CheckboxField, CheckboxGroup } from '../common/field/ChoiceFields.tsx';
import { SubthemeField } from '../common/field/SubthemeField.tsx';
import { TextField } from '../common/field/TextField.tsx';
import { FormQuestions } from '../common/form/FormQuestions.tsx';
import { Loaded, type Loading } from '../common/loading/Loaded.tsx';
import type { FieldError } from '../common/notice/Notice.tsx';
import { QUESTIONS } from './registration.ts';
import './registration.css';

interface RegistrationFieldsProps {
  readonly value: Registration;
  readonly emailIsKept: boolean;
  /** What comes with the page: the fields are there before it. */
  readonly questions: Loading<Views['registrationForm']>;
  readonly errors: readonly FieldError[];
  /** Field → what staff asked about it, when the registration was sent back. */
  readonly remarks?: Remarks | undefined;
  readonly onChange: (value: Registration) => void;
}

/** What each part of the page is given. */
interface PartProps {
  readonly value: Registration;
  readonly errorOf: (fieldId: string) => string | undefined;
  readonly remarkOf: (fieldId: string) => string | undefined;
  readonly set: (changes: Partial<Registration>) => void;
}

/** The whole form, the declaration last. */
export function RegistrationFields(props: RegistrationFieldsProps) {
  const { value, emailIsKept, questions, errors, remarks = {}, onChange } = props;
  const part: PartProps = {
    value,
    errorOf: (fieldId) => errors.find((error) => error.fieldId === fieldId)?.message,
    remarkOf: (fieldId) => remarks[fieldId],
    set: (changes) => onChange({ ...value, ...changes }),
  };
  return (
    <>
      <Identity {...part} emailIsKept={emailIsKept} />
      <Published {...part} />
      <Fields {...part} />
      <div id={QUESTIONS} tabIndex={-1}>
        <Loaded loading={questions} lines={12}>
          {({ form }) => (
            <FormQuestions
              form={form}
              answers={value.answers}
              remarks={remarks}
              errors={errors.map(({ fieldId, message }) => ({ questionId: fieldId, message }))}
              onInput={(answers) => part.set({ answers })}
            />
          )}
        </Loaded>
      </div>
      <Declaration {...part} />
    </>
  );
}

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

function Identity({ value, errorOf, remarkOf, set, emailIsKept }: PartProps & { readonly emailIsKept: boolean }) {
  return (
    <section class="stack">
      <h2>Vous et votre structure</h2>
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
    </section>
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

const publishable = [
  { value: 'email', label: 'Mon adresse électronique' },
  { value: 'phone', label: 'Mon téléphone' },
  {
    value: 'references',
    label: 'Mes missions passées',
    hint: 'Structure, année et objet, comme vous les avez écrits.',
  },
] as const;

function Published({ value, set }: PartProps) {
  return (
    <CheckboxGroup
      id="publishes"
      label="Que montre votre fiche dans l’annuaire ?"
      hint="Votre structure, son site, vos compétences, filières, thématiques et régions y figurent toujours. Tout le reste n’est lu que par l’équipe France Tiers-Lieux."
      optional
      choices={publishable}
      values={publishable.map((one) => one.value).filter((one) => value.publishes[one] === true)}
      onInput={(chosen) => {
        const [email, phone] = [chosen.includes('email'), chosen.includes('phone')];
        set({ publishes: { email, phone, references: chosen.includes('references') } });
      }}
    />
  );
}

const regionChoices = regions.map((region) => ({ value: region, label: region }));

function Fields({ value, errorOf, remarkOf, set }: PartProps) {
  return (
    <section class="stack">
      <h2>Vos domaines</h2>
      <SubthemeField
        id="subthemes"
        label="Sur quoi pouvez-vous accompagner une manufacture ?"
        hint="Ouvrez une thématique, puis cochez les sous-thématiques que vous pratiquez."
        remark={remarkOf('subthemes')}
        error={errorOf('subthemes')}
        values={value.subthemes}
        onInput={(subthemes) => set({ subthemes })}
      />
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
    </section>
  );
}

function Declaration({ value, errorOf, set }: PartProps) {
  return (
    <section class="stack">
      <h2>Absence d’intérêt</h2>
      <p>
        Pour que chaque manufacture choisisse librement, on n’accompagne pas une structure à laquelle un lien nous
        attache : en être membre, y travailler ou en détenir des parts, par exemple.
      </p>
      <CheckboxField
        id="declaresNoInterest"
        label="Je déclare ne détenir aucun intérêt dans aucune manufacture de proximité labellisée."
        error={errorOf('declaresNoInterest')}
        checked={value.declaresNoInterest}
        onInput={(declaresNoInterest) => set({ declaresNoInterest })}
      />
    </section>
  );
}
