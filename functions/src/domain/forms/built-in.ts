import type { Form, FormName, Question } from './form.ts';

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

/**
 * The first versions of each form, in force until staff publish another (`change.ts`). They are not stored and never edited: answers name them. A change
 * of words is a new version, which staff make.
 */
export const builtInForms = {
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

/** Versions that nobody answers any more. */
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

/** A version that the code holds; null for one that staff published, which is stored. */
export function builtInForm(name: FormName, version: number): Form | null {
  const all: readonly Form[] = [...formerForms, ...Object.values(builtInForms)];
  return all.find((form) => form.name === name && form.version === version) ?? null;
}
