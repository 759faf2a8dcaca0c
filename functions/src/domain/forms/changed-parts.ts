import { type Form, type Question, questionsOf } from './form.ts';

/** What can differ between two versions of a form. */
export const changedPartKinds = {
  title: 'Titre du formulaire',
  sections: 'Parties',
  added: 'Question ajoutée',
  removed: 'Question retirée',
  order: 'Ordre des questions',
  section: 'Partie',
  label: 'Libellé',
  help: 'Aide',
  kind: 'Réponse',
  required: 'Réponse obligatoire',
} as const satisfies Record<string, string>;
export type ChangedPartKind = keyof typeof changedPartKinds;

/** One difference, in words, as the history keeps it. */
export interface ChangedPart {
  readonly kind: ChangedPartKind;
  /** The label of the question in the later version, or in the earlier one for what is removed; empty for what is of no question. */
  readonly about: string;
  /** Empty for what was not there. */
  readonly before: string;
  /** Empty for what is no more. */
  readonly after: string;
}

const kindWords = { text: 'Une ligne', long: 'Texte libre' } as const;
const NO_HELP = 'Aucune';

/** What a version says otherwise than another, the form first, then its questions in the order of the later one. */
export function changedParts(before: Form, after: Form): ChangedPart[] {
  const [earlier, later] = [placesOf(before), placesOf(after)];
  const whole = (kind: ChangedPartKind, was: string, is: string): ChangedPart[] =>
    was === is ? [] : [{ kind, about: '', before: was, after: is }];
  const removed = [...earlier.values()].filter(({ question }) => !later.has(question.id));
  return [
    ...whole('title', before.title, after.title),
    ...whole('sections', titlesOf(before).join(' ; '), titlesOf(after).join(' ; ')),
    ...whole('order', orderOf(before, later), orderOf(after, earlier, later)),
    ...[...later.values()].flatMap((place) => {
      const was = earlier.get(place.question.id);
      return was === undefined ? [added(place)] : questionParts(was, place, { before, after });
    }),
    ...removed.map(
      ({ question, section }): ChangedPart => ({
        ...{ kind: 'removed', about: question.label, before: section, after: '' },
      }),
    ),
  ];
}

interface Place {
  readonly question: Question;
  readonly section: string;
}

function placesOf({ sections }: Form): Map<string, Place> {
  const places = sections.flatMap(({ title, questions }) =>
    questions.map((question) => [question.id, { question, section: title }] as const),
  );
  return new Map(places);
}

function titlesOf({ sections }: Form): string[] {
  return sections.map(({ title }) => title);
}

/** The questions that both versions ask, in the order of the first, by the labels of `named`, the later one. */
function orderOf(form: Form, other: ReadonlyMap<string, Place>, named = other): string {
  return questionsOf(form)
    .filter(({ id }) => other.has(id))
    .map(({ id, label }) => named.get(id)?.question.label ?? label)
    .join(' ; ');
}

function added({ question, section }: Place): ChangedPart {
  return { kind: 'added', about: question.label, before: '', after: section };
}

function questionParts(was: Place, is: Place, forms: { readonly before: Form; readonly after: Form }): ChangedPart[] {
  const about = is.question.label;
  const part = (kind: ChangedPartKind, before: string, after: string): ChangedPart[] =>
    before === after ? [] : [{ kind, about, before, after }];
  // A section that only changed its name is said once, for all its questions.
  const renamed = !titlesOf(forms.after).includes(was.section) || !titlesOf(forms.before).includes(is.section);
  return [
    ...(renamed ? [] : part('section', was.section, is.section)),
    ...part('label', was.question.label, is.question.label),
    ...part('help', was.question.help ?? NO_HELP, is.question.help ?? NO_HELP),
    ...part('kind', answerWords(was.question), answerWords(is.question)),
    ...part('required', yesNo(was.question.required), yesNo(is.question.required)),
  ];
}

/** « Une ligne », « Texte libre », « Choix : oui ; non ». */
export function answerWords({ kind, choices = [] }: Pick<Question, 'kind' | 'choices'>): string {
  return kind === 'choice' ? `Choix : ${choices.join(' ; ')}` : kindWords[kind];
}

function yesNo(value: boolean): string {
  return value ? 'Oui' : 'Non';
}
