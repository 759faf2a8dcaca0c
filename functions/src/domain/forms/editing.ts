import { contentOf } from './change.ts';
import type { AskedQuestion, FormContent } from './faults.ts';
import { type Form, type QuestionKind, questionsOf } from './form.ts';

/** A question being edited: `key` names it on the page, where a new one has no id yet. */
export interface EditedQuestion extends AskedQuestion {
  readonly key: string;
}

export interface EditedSection {
  readonly key: string;
  readonly title: string;
  readonly questions: readonly EditedQuestion[];
}

/** The next version of a form while it is written. */
export interface EditedForm {
  /** The version in force that its author has read. */
  readonly basedOn: number;
  /** The version whose questions they began from. */
  readonly startedFrom: number;
  readonly title: string;
  readonly sections: readonly EditedSection[];
  /** How many things were added: each is named after its rank, once. */
  readonly added: number;
}

/** Up or down by one. */
export type Step = -1 | 1;

const newQuestion = { id: null, label: '', help: '', kind: 'long', choices: [], required: true } as const;

/** The version to come, as `form` says it, over the one in force. */
export function startEditing(form: Form, inForce: Pick<Form, 'version'>): EditedForm {
  const { title, sections } = contentOf(form);
  return {
    ...{ basedOn: inForce.version, startedFrom: form.version, title, added: 0 },
    sections: sections.map((section, index) => ({
      ...{ key: `section-${index}`, title: section.title },
      questions: section.questions.map((question, place) => ({
        ...question,
        key: question.id ?? `question-${index}-${place}`,
      })),
    })),
  };
}

/** What is published. */
export function editedContent({ title, sections }: EditedForm): FormContent {
  return {
    title,
    sections: sections.map((section) => ({
      title: section.title,
      questions: section.questions.map(({ key: _key, ...question }) => question),
    })),
  };
}

export function addSection(form: EditedForm): EditedForm {
  const added = form.added + 1;
  const section = { key: `new-${added}`, title: '', questions: [] };
  return addQuestion({ ...form, added, sections: [...form.sections, section] }, section.key);
}

export function addQuestion(form: EditedForm, sectionKey: string): EditedForm {
  const added = form.added + 1;
  const question: EditedQuestion = { ...newQuestion, key: `new-${added}` };
  return inSection({ ...form, added }, sectionKey, (section) => ({
    ...section,
    questions: [...section.questions, question],
  }));
}

export function retitle(form: EditedForm, sectionKey: string, title: string): EditedForm {
  return inSection(form, sectionKey, (section) => ({ ...section, title }));
}

export function changeQuestion(
  form: EditedForm,
  questionKey: string,
  change: Partial<Omit<AskedQuestion, 'id'>>,
): EditedForm {
  const sections = form.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) =>
      question.key === questionKey ? { ...question, ...change } : question,
    ),
  }));
  return { ...form, sections };
}

export function removeQuestion(form: EditedForm, questionKey: string): EditedForm {
  const sections = form.sections.map((section) => ({
    ...section,
    questions: section.questions.filter(({ key }) => key !== questionKey),
  }));
  return { ...form, sections };
}

export function removeSection(form: EditedForm, sectionKey: string): EditedForm {
  return { ...form, sections: form.sections.filter(({ key }) => key !== sectionKey) };
}

/** Null when it is first or last already. */
export function moveSection(form: EditedForm, sectionKey: string, step: Step): EditedForm | null {
  const sections = moved(
    form.sections,
    form.sections.findIndex(({ key }) => key === sectionKey),
    step,
  );
  return sections && { ...form, sections };
}

/** Past the end of its section, a question goes to the next one. Null when it is the first or the last of the form. */
export function moveQuestion(form: EditedForm, questionKey: string, step: Step): EditedForm | null {
  const index = form.sections.findIndex(({ questions }) => questions.some(({ key }) => key === questionKey));
  const section = form.sections[index];
  const place = section?.questions.findIndex(({ key }) => key === questionKey) ?? -1;
  const question = section?.questions[place];
  if (section === undefined || question === undefined) return null;
  const inside = moved(section.questions, place, step);
  if (inside !== null) return inSection(form, section.key, () => ({ ...section, questions: inside }));
  const other = form.sections[index + step];
  if (other === undefined) return null;
  return inSection(removeQuestion(form, questionKey), other.key, (next) => ({
    ...next,
    questions: step === 1 ? [question, ...next.questions] : [...next.questions, question],
  }));
}

/** « Question 2 sur 5 de la partie « Résultats » », for whoever does not see it move. */
export function placeWords({ sections }: EditedForm, questionKey: string): string {
  for (const { title, questions } of sections) {
    const place = questions.findIndex(({ key }) => key === questionKey);
    if (place !== -1) return `question ${place + 1} sur ${questions.length} de la partie « ${title} »`;
  }
  return '';
}

/** Kinds that a question may take: old answers must still be read as what they are. */
export function kindsFor(question: Pick<AskedQuestion, 'id' | 'kind'>): readonly QuestionKind[] {
  if (question.id === null) return ['long', 'text', 'choice'];
  return question.kind === 'choice' ? ['choice'] : ['long', 'text'];
}

/** Ids of the questions in force that the next version does not ask. */
export function removedQuestions(inForce: Form, { sections }: EditedForm) {
  const kept = new Set(sections.flatMap(({ questions }) => questions.map(({ id }) => id)));
  return questionsOf(inForce).filter(({ id }) => !kept.has(id));
}

function inSection(
  form: EditedForm,
  sectionKey: string,
  change: (section: EditedSection) => EditedSection,
): EditedForm {
  const sections = form.sections.map((section) => (section.key === sectionKey ? change(section) : section));
  return { ...form, sections };
}

function moved<Item>(items: readonly Item[], index: number, step: Step): readonly Item[] | null {
  const target = index + step;
  const item = items[index];
  if (item === undefined || target < 0 || target >= items.length) return null;
  const others = items.filter((_one, place) => place !== index);
  return [...others.slice(0, target), item, ...others.slice(target)];
}
