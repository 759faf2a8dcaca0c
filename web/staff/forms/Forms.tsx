import { type FormName, formNames } from '@sur-mesure/functions/domain/forms/form';
import type { FormsView } from '@sur-mesure/functions/domain/forms/views';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { DateText } from '../../common/words/DateText.tsx';
import { counted } from '../../common/words/typography.ts';
import { FormPage } from './FormPage.tsx';
import './forms.css';

interface FormsProps {
  /** The word in the address; anything but a form's name shows the list. */
  readonly form: string | null;
  readonly uid: string;
}

/** What the programme asks, form by form: staff change it, observers read it. */
export function Forms({ form, uid }: FormsProps) {
  const name = formNames.find((one) => one === form);
  return name === undefined ? <FormList /> : <FormPage key={name} name={name} uid={uid} />;
}

/** Who answers each form, and where. */
const askedOf = {
  registration: 'Aux experts, quand ils s’inscrivent',
  scopingNote: 'Aux lauréats, avant leur première mission',
  diagnostic: 'Aux experts, avec leur devis',
  report: 'Aux experts, à la fin d’une mission',
  feedback: 'Aux lauréats, après une mission ; l’équipe seule lit leurs réponses',
} as const satisfies Record<FormName, string>;

function FormList() {
  const loading = useView({ name: 'forms' });
  return (
    <Loaded loading={loading}>
      {({ forms }) => (
        <div class="stack">
          <p class="lead">
            Les mêmes questions font la page, ses vérifications et le PDF. Une version publiée ne change plus : ce qui a
            été répondu se lit toujours avec ses propres questions.
          </p>
          <ul class="stack plain-list">
            {forms.map((row) => (
              <FormRow key={row.form.name} row={row} />
            ))}
          </ul>
        </div>
      )}
    </Loaded>
  );
}

function FormRow({ row: { form, lastChange } }: { readonly row: FormsView['forms'][number] }) {
  const count = form.sections.flatMap(({ questions }) => questions).length;
  return (
    <li class="card stack stack-tight">
      <h2>
        <a href={formAddress(form.name)}>{form.title}</a>
      </h2>
      <p>{askedOf[form.name]}.</p>
      <p class="small muted">
        Version {form.version}, {counted(count, 'question')}
        {lastChange !== null && (
          <>
            , publiée par {lastChange.by.name} le <DateText instant={lastChange.at} />
          </>
        )}
      </p>
    </li>
  );
}

function formAddress(name: FormName): string {
  return `/equipe?vue=formulaires&formulaire=${name}`;
}
