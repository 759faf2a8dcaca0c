/**
 * Forms are data: the same questions drive the page, the validation and the PDF. A change of words is a new version; what was answered records
 * the version it was answered in.
 */
export interface Question {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly kind: 'text' | 'long' | 'choice';
  readonly choices?: readonly string[];
  readonly required: boolean;
}

export interface Section {
  readonly title: string;
  readonly questions: readonly Question[];
}

export interface Form {
  readonly name: FormName;
  readonly version: number;
  readonly title: string;
  readonly sections: readonly Section[];
}

export type FormName = 'registration' | 'scopingNote' | 'diagnostic' | 'report' | 'feedback';

/** Question id → what was typed. */
export type Answers = Readonly<Record<string, string>>;

export const LONGEST_ANSWER = 10_000;

const long = (id: string, label: string, help?: string, required = true): Question => ({
  id,
  label,
  kind: 'long',
  required,
  ...(help === undefined ? {} : { help }),
});
const text = (id: string, label: string, required = true): Question => ({ id, label, kind: 'text', required });
const choice = (id: string, label: string, choices: readonly string[]): Question => ({
  id,
  label,
  kind: 'choice',
  choices,
  required: true,
});

const satisfaction = ['Très satisfaisant', 'Satisfaisant', 'Peu satisfaisant', 'Pas satisfaisant'];

export const forms = {
  registration: {
    name: 'registration',
    version: 1,
    title: 'Inscription à l’annuaire des experts',
    sections: [
      {
        title: 'Votre expérience',
        questions: [
          long(
            'skills',
            'Vos compétences',
            'Ce que vous savez faire, en quelques phrases : ce texte figure sur votre fiche.',
          ),
          long('thirdPlaces', 'Votre connaissance des tiers-lieux'),
          long('productivePlaces', 'Votre connaissance des tiers-lieux productifs'),
          text('sectors', 'Vos filières d’expertise (bois, textile, métal…)', false),
          long('references', 'Vos missions passées : structure, année, objet'),
        ],
      },
    ],
  },
  scopingNote: {
    name: 'scopingNote',
    version: 2,
    title: 'Note de cadrage',
    sections: [
      {
        // Needs are told by sub-theme, each with its priority: asking them again made two lists that could differ.
        title: 'Votre projet',
        questions: [
          long('project', 'Où en est votre projet ?'),
          long('goals', 'Quels objectifs l’accompagnement doit-il vous aider à atteindre ?'),
          long('calendar', 'Quel calendrier envisagez-vous ?', undefined, false),
        ],
      },
    ],
  },
  diagnostic: {
    name: 'diagnostic',
    version: 1,
    title: 'Diagnostic préalable de mission',
    sections: [
      {
        title: 'Contexte et besoin',
        questions: [
          long('context', 'Contexte de la structure'),
          long('need', 'Besoin identifié avec le lauréat'),
          long('findings', 'Constats et points de vigilance'),
        ],
      },
      {
        title: 'Mission proposée',
        questions: [
          long('goals', 'Objectifs de la mission'),
          long('method', 'Méthode et étapes', 'Une étape par ligne.'),
          long('deliverables', 'Livrables'),
          long('conditions', 'Conditions de réussite', undefined, false),
        ],
      },
    ],
  },
  report: {
    name: 'report',
    version: 1,
    title: 'Rapport de mission',
    sections: [
      {
        title: 'Déroulement',
        questions: [
          long('course', 'Déroulement de la mission'),
          long('gaps', 'Écarts avec le diagnostic préalable', undefined, false),
        ],
      },
      {
        title: 'Résultats',
        questions: [
          long('results', 'Résultats obtenus'),
          long('deliverables', 'Livrables remis'),
          long('recommendations', 'Recommandations pour la suite'),
        ],
      },
    ],
  },
  feedback: {
    name: 'feedback',
    version: 1,
    title: 'Bilan de satisfaction',
    sections: [
      {
        title: 'Votre avis',
        questions: [
          choice('overall', 'Dans l’ensemble, la mission a été…', satisfaction),
          choice('listening', 'L’écoute de l’expert a été…', satisfaction),
          choice('usefulness', 'L’utilité pour votre projet a été…', satisfaction),
          long('comment', 'Ce que vous souhaitez ajouter', undefined, false),
        ],
      },
    ],
  },
} as const satisfies Record<FormName, Form>;

/** Versions that nobody answers any more: what was answered in them is read and printed with their questions. */
const formerForms: readonly Form[] = [
  {
    name: 'scopingNote',
    version: 1,
    title: 'Note de cadrage',
    sections: [
      {
        title: 'Votre projet et vos besoins',
        questions: [
          long('project', 'Où en est votre projet ?'),
          long('goals', 'Quels objectifs l’accompagnement doit-il vous aider à atteindre ?'),
          long('needs', 'Quels sont vos besoins, par ordre de priorité ?'),
          long('calendar', 'Quel calendrier envisagez-vous ?', undefined, false),
        ],
      },
    ],
  },
];

/** The form as it was when it was answered. */
export function formOf(name: FormName, version: number): Form {
  return formerForms.find((form) => form.name === name && form.version === version) ?? forms[name];
}

/** Of answers given in another version, or kept in a draft of it, those that the form in force still asks for. */
export function answersAskedBy(form: Form, answers: Answers): Answers {
  const asked = new Set(form.sections.flatMap(({ questions }) => questions.map(({ id }) => id)));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)));
}

export interface AnswerError {
  readonly questionId: string;
  readonly message: string;
}

/** Checks answers against a form's questions; unknown ids, too long texts and missing answers are errors, listed all at once. */
export function answerErrors(form: Form, answers: Answers): AnswerError[] {
  const questions = form.sections.flatMap((section) => section.questions);
  const known = new Set(questions.map((question) => question.id));
  const unknown = Object.keys(answers)
    .filter((id) => !known.has(id))
    .map((questionId) => ({ questionId, message: 'Cette question n’existe pas dans le formulaire.' }));
  return [...unknown, ...questions.flatMap((question) => questionErrors(question, answers[question.id] ?? ''))];
}

function questionErrors(question: Question, answer: string): AnswerError[] {
  const error = (message: string) => [{ questionId: question.id, message }];
  if (question.required && answer.trim() === '') return error(`Répondez à « ${question.label} ».`);
  if (answer.length > LONGEST_ANSWER) return error(`« ${question.label} » dépasse ${LONGEST_ANSWER} caractères.`);
  if (question.choices && answer !== '' && !question.choices.includes(answer)) {
    return error(`Choisissez une des réponses proposées à « ${question.label} ».`);
  }
  return [];
}
