import type { FormName, Question, QuestionKind } from './form.ts';
import { protection } from './protected.ts';

/** A question as staff wrote it: without an id while it is new, its help empty when there is none. */
export interface AskedQuestion {
  readonly id: string | null;
  readonly label: string;
  readonly help: string;
  readonly kind: QuestionKind;
  readonly choices: readonly string[];
  readonly required: boolean;
}

export interface AskedSection {
  readonly title: string;
  readonly questions: readonly AskedQuestion[];
}

/** The words of the next version. */
export interface FormContent {
  readonly title: string;
  readonly sections: readonly AskedSection[];
}

export const LONGEST_TITLE = 200;
export const LONGEST_LABEL = 300;
export const LONGEST_HELP = 1_000;
export const MOST_SECTIONS = 20;
export const MOST_QUESTIONS = 60;
export const MOST_CHOICES = 20;

export type FormFaultCode =
  | 'form-untitled'
  | 'sections-missing'
  | 'section-untitled'
  | 'section-twice'
  | 'section-empty'
  | 'too-many-questions'
  | 'label-missing'
  | 'choices-missing'
  | 'choice-twice'
  | 'question-twice'
  | 'question-unknown'
  | 'kind-changed'
  | 'question-protected';

export interface FormFault {
  readonly code: FormFaultCode;
  /** Where: a section by its number, and one of its questions; null for the whole form. Both count from 0. */
  readonly section: number | null;
  readonly question: number | null;
  readonly message: string;
}

/** What the next version rests on: the questions that exist, by id, and those in force, which some may not leave. */
export interface KnownQuestions {
  readonly name: FormName;
  readonly known: ReadonlyMap<string, Question>;
  readonly inForce: readonly Question[];
}

/** Everything that stops a version from being published, in the order of the page. */
export function formFaults(content: FormContent, before: KnownQuestions): FormFault[] {
  const { title, sections } = content;
  const fault = (code: FormFaultCode, message: string): FormFault => ({ code, section: null, question: null, message });
  const count = sections.flatMap(({ questions }) => questions).length;
  return [
    ...(title.trim() === '' ? [fault('form-untitled', 'Écrivez le titre du formulaire.')] : []),
    ...(sections.length === 0 ? [fault('sections-missing', 'Ajoutez au moins une partie.')] : []),
    ...(count > MOST_QUESTIONS || sections.length > MOST_SECTIONS
      ? [
          fault(
            'too-many-questions',
            `Un formulaire a ${MOST_QUESTIONS} questions et ${MOST_SECTIONS} parties au plus.`,
          ),
        ]
      : []),
    ...sections.flatMap((_section, index) => sectionFaults(content, index, before.known)),
    ...removedFaults(content, before),
  ];
}

function sectionFaults({ sections }: FormContent, index: number, known: ReadonlyMap<string, Question>): FormFault[] {
  const section = sections[index];
  if (section === undefined) return [];
  const title = section.title.trim();
  const fault = (code: FormFaultCode, message: string): FormFault => ({
    code,
    section: index,
    question: null,
    message,
  });
  const earlier = sections.slice(0, index);
  const ids = earlier.flatMap(({ questions }) => questions.map(({ id }) => id));
  return [
    ...(title === '' ? [fault('section-untitled', `Écrivez le titre de la partie ${index + 1}.`)] : []),
    ...(title !== '' && earlier.some((other) => other.title.trim() === title)
      ? [fault('section-twice', `Deux parties s’appellent « ${title} » : changez le titre de l’une.`)]
      : []),
    ...(section.questions.length === 0
      ? [fault('section-empty', `La partie « ${title} » n’a pas de question : ajoutez-en une, ou retirez la partie.`)]
      : []),
    ...section.questions.flatMap((question, place) => {
      const twice =
        question.id !== null &&
        [...ids, ...section.questions.slice(0, place).map(({ id }) => id)].includes(question.id);
      return questionFaults(question, known, twice).map((found) => ({ ...found, section: index, question: place }));
    }),
  ];
}

type Found = Pick<FormFault, 'code' | 'message'>;

function questionFaults(question: AskedQuestion, known: ReadonlyMap<string, Question>, twice: boolean): Found[] {
  const { id, label, kind, choices } = question;
  const named = label.trim() === '' ? 'une question' : `« ${label.trim()} »`;
  const before = id === null ? undefined : known.get(id);
  const faults: (Found | false)[] = [
    label.trim() === '' && { code: 'label-missing', message: 'Écrivez le libellé de chaque question.' },
    twice && { code: 'question-twice', message: `La question ${named} est deux fois dans le formulaire.` },
    id !== null &&
      before === undefined && {
        code: 'question-unknown',
        message: `La question ${named} n’est dans aucune des versions lues : ajoutez-la comme une question nouvelle.`,
      },
    before !== undefined &&
      isChoice(before.kind) !== isChoice(kind) && {
        code: 'kind-changed',
        message: `${named} : on ne passe pas d’un texte à un choix, les anciennes réponses ne se liraient plus. Retirez la question et ajoutez-en une autre.`,
      },
    ...choiceFaults(named, kind, choices),
  ];
  return faults.filter((fault) => fault !== false);
}

function choiceFaults(named: string, kind: QuestionKind, choices: readonly string[]): (Found | false)[] {
  if (!isChoice(kind)) return [];
  const written = choices.map((choice) => choice.trim()).filter((choice) => choice !== '');
  return [
    written.length < 2 && { code: 'choices-missing', message: `${named} : écrivez au moins deux réponses possibles.` },
    new Set(written).size < written.length && {
      code: 'choice-twice',
      message: `${named} : une des réponses possibles est écrite deux fois.`,
    },
  ];
}

function removedFaults({ sections }: FormContent, { name, inForce }: KnownQuestions): FormFault[] {
  const kept = new Set(sections.flatMap(({ questions }) => questions.map(({ id }) => id)));
  return inForce.flatMap(({ id, label }): FormFault[] => {
    const why = kept.has(id) ? null : protection(name, id);
    if (why === null) return [];
    const message = `« ${label} » ne peut pas être retirée : ${why}.`;
    return [{ code: 'question-protected', section: null, question: null, message }];
  });
}

function isChoice(kind: QuestionKind): boolean {
  return kind === 'choice';
}
