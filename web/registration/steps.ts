import { availabilityWords } from '@sur-mesure/functions/domain/experts/availability';
import type { Registration } from '@sur-mesure/functions/domain/experts/registration';
import type { Form, Section } from '@sur-mesure/functions/domain/forms/form';
import type { FieldError } from '../common/notice/Notice.tsx';
import { subthemeLabel } from '../common/themes/themes.ts';
import { today } from '../common/words/today.ts';
import { registrationErrors, saidAvailability } from './registration.ts';

/** One subject, one page. `name` is its word in the address. */
export type Step =
  | {
      readonly kind: 'identity' | 'domains' | 'places' | 'card' | 'check';
      readonly name: string;
      readonly title: string;
    }
  /** A section of the form that staff publish: as many as it has. */
  | { readonly kind: 'questions'; readonly name: string; readonly title: string; readonly section: Section };

const identity = { kind: 'identity', name: 'vous', title: 'Vous et votre structure' } as const satisfies Step;
const after = [
  { kind: 'domains', name: 'domaines', title: 'Vos domaines' },
  { kind: 'places', name: 'territoires', title: 'Où et quand' },
  { kind: 'card', name: 'fiche', title: 'Votre fiche' },
  { kind: 'check', name: 'relecture', title: 'Relire et envoyer' },
] as const satisfies readonly Step[];

/** The pages, in order; the first alone while the form has not come. */
export function stepsOf(form: Form | undefined): readonly Step[] {
  if (form === undefined) return [identity];
  const questions = form.sections.map(
    (section, index): Step => ({ kind: 'questions', name: `questions-${index + 1}`, title: section.title, section }),
  );
  return [identity, ...questions, ...after];
}

/** What one page asks, as the summary of the last one says it. */
export interface Row {
  readonly fieldId: string;
  readonly label: string;
  readonly value: string;
}

export function rowsOf(step: Step, registration: Registration): readonly Row[] {
  switch (step.kind) {
    case 'identity':
      return identityRows(registration);
    case 'questions':
      return step.section.questions.map(({ id, label }) => ({
        fieldId: id,
        label,
        value: registration.answers[id] ?? '',
      }));
    case 'domains':
      return [
        {
          fieldId: 'subthemes',
          label: 'Sous-thématiques',
          value: lines(registration.subthemes.map((id) => subthemeLabel(id))),
        },
      ];
    case 'places':
      return [
        { fieldId: 'regions', label: 'Régions', value: lines(registration.regions) },
        {
          fieldId: 'availability',
          label: 'Disponibilité',
          value: availabilityWords(saidAvailability(registration), today()) ?? 'Rien n’en est dit',
        },
      ];
    case 'card':
      return [{ fieldId: 'publishes', label: 'Contact montré dans l’annuaire', value: publishedWords(registration) }];
    default:
      return [];
  }
}

function identityRows({ name, email, phone, company, siret, website }: Registration): readonly Row[] {
  return [
    { fieldId: 'name', label: 'Prénom et nom', value: name },
    { fieldId: 'email', label: 'Adresse électronique', value: email },
    { fieldId: 'phone', label: 'Téléphone', value: phone },
    { fieldId: 'company', label: 'Nom de la structure', value: company },
    { fieldId: 'siret', label: 'SIRET', value: siret },
    { fieldId: 'website', label: 'Site internet', value: website },
  ];
}

const lines = (values: readonly string[]) => values.join('\n');

function publishedWords({ publishes, email, phone }: Registration): string {
  const shown = [...(publishes.email ? [email] : []), ...(publishes.phone ? [phone] : [])];
  return shown.length === 0 ? 'Aucun : les manufactures passent par leur espace' : lines(shown);
}

/** What a page must hold before the next one; the declaration is asked on the last. */
const fieldsOf = (step: Step, registration: Registration): readonly string[] => [
  ...rowsOf(step, registration).map(({ fieldId }) => fieldId),
  ...(step.kind === 'places' ? ['availability-day'] : []),
];

/** What is missing or wrong on one page; on the last one, everywhere, each line leading to its own. */
export function stepErrors(step: Step, registration: Registration, form: Form | undefined): FieldError[] {
  const all = registrationErrors(registration, form);
  if (step.kind === 'check') return all;
  const own = fieldsOf(step, registration);
  return all.filter(({ fieldId }) => own.includes(fieldId));
}

/** How many remarks of staff one page answers. */
export function remarksOn(step: Step, registration: Registration, remarks: Readonly<Record<string, string>>): number {
  return rowsOf(step, registration).filter(({ fieldId }) => remarks[fieldId] !== undefined).length;
}

/** Where somebody who comes back goes on: the first page on which something is missing, the last one when nothing is. */
export function whereToGoOn(form: Form, registration: Registration): Step {
  const steps = stepsOf(form);
  const unfinished = steps.find((step) => step.kind !== 'check' && stepErrors(step, registration, form).length > 0);
  return unfinished ?? steps.at(-1) ?? identity;
}

/** What a registration says, by the labels of its fields: to tell two of them apart. `form`: undefined while it has not come. */
export function toldRegistration(form: Form | undefined, registration: Registration): Readonly<Record<string, string>> {
  const steps: readonly Step[] = form === undefined ? [identity, ...after] : stepsOf(form);
  const rows = steps.flatMap((step) => rowsOf(step, registration));
  return Object.fromEntries(rows.map(({ label, value }) => [label, value]));
}
