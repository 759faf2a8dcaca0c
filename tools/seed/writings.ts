import type { Answers } from '../../functions/src/domain/forms/form.ts';
import { builtInThemes } from '../../functions/src/domain/programme/built-in-themes.ts';
import { subthemeLabel } from '../../functions/src/domain/programme/theme-list.ts';
import type { SubthemeNeeds } from '../../functions/src/domain/scoping-notes/note.ts';
import type { PlannedExpert, PlannedLaureate } from './organisations.ts';
import { type Subject, subjectOf } from './subjects.ts';

/** What people of the demonstration write in the programme's forms. */

export function registrationAnswers({ subthemes }: PlannedExpert): Answers {
  const { skills, result } = subjectOf(subthemes[0] ?? '');
  return {
    skills,
    thirdPlaces: 'Huit ans d’accompagnement de tiers-lieux, dont quatre comme membre du conseil de l’un d’eux.',
    productivePlaces:
      'Une douzaine d’ateliers partagés suivis sur place, du bois au textile, de cinq à quarante résidents.',
    sectors: 'Bois, textile, métal',
    references: `Les Halles de l’Arche, 2024 : ${result} La Fabrique du Lavoir, 2023 : diagnostic et plan d’action.`,
  };
}

export function noteAnswers({ name, department, noteSubthemes }: PlannedLaureate): Answers {
  const subjects = [...new Set(noteSubthemes.map(subjectOf))];
  return {
    project: `${name} réunit une quinzaine d’artisans (${department}) autour de machines partagées. L’équipe compte trois salariés ; l’équilibre est visé pour l’an prochain.`,
    goals: subjects.map(({ goal }) => goal).join('\n'),
    calendar: 'Une première mission au printemps, les autres à l’automne.',
  };
}

/** The needs of a note by sub-theme, the first chosen first. */
export function noteNeeds({ noteSubthemes }: PlannedLaureate): SubthemeNeeds {
  return Object.fromEntries(
    noteSubthemes.map((id, index) => {
      const { needs, deliverable } = subjectOf(id);
      const priority = index === 0 ? 1 : index === 1 ? 2 : 3;
      const estimatedCents = index === 0 ? 4_000_00 : null;
      return [id, { need: needs[0], priority, expected: deliverable, estimatedCents }];
    }),
  );
}

interface Diagnosed {
  readonly laureate: string;
  readonly need: string;
  /** Sent back once: what was asked is done, half a day at a distance. */
  readonly again: boolean;
}

export function diagnosticAnswers(subject: Subject, { laureate, need, again }: Diagnosed): Answers {
  const [first, second, third] = subject.steps;
  return {
    context: `${laureate} nous a reçus deux fois. Nous avons lu sa candidature, son rendu post-incubation et sa note de cadrage, puis échangé avec l’équipe et quatre résidents.`,
    need,
    findings: subject.finding,
    goals: subject.goal,
    method: [first, second, again ? `${third}, en visioconférence` : third].join('\n'),
    deliverables: subject.deliverable,
    conditions: 'Deux demi-journées par mois de la coordination, et l’accès aux chiffres de l’année.',
  };
}

export function reportAnswers(subject: Subject, partly: boolean): Answers {
  return {
    course: `La mission s’est tenue comme prévu, en trois temps : ${subject.steps.join(' ; ')}.`,
    gaps: partly ? 'La dernière journée n’a pas été nécessaire : elle n’est pas facturée.' : '',
    results: subject.result,
    deliverables: subject.deliverable,
    recommendations: 'Tenir un point chaque trimestre sur les indicateurs, et nous appeler si l’un d’eux recule.',
  };
}

const opinions: readonly Answers[] = [
  {
    overall: 'Très satisfaisant',
    listening: 'Très satisfaisant',
    usefulness: 'Satisfaisant',
    comment: 'Un regard extérieur qui a parlé aux artisans autant qu’au conseil.',
  },
  { overall: 'Satisfaisant', listening: 'Très satisfaisant', usefulness: 'Satisfaisant', comment: '' },
  { overall: 'Très satisfaisant', listening: 'Satisfaisant', usefulness: 'Très satisfaisant', comment: '' },
  {
    overall: 'Peu satisfaisant',
    listening: 'Satisfaisant',
    usefulness: 'Peu satisfaisant',
    comment: 'Un calendrier trop serré pour une équipe de bénévoles.',
  },
];

/** Laureates are not all of one opinion; `rank`: of whoever gives it. */
export function feedbackAnswers(rank: number): Answers {
  const [usual = {}] = opinions;
  return opinions[rank % opinions.length] ?? usual;
}

/** Markdown of the two pieces that a dossier holds from the start. */
export function dossierTexts(laureate: PlannedLaureate): Record<'application' | 'incubationReport', string> {
  const { name, department, region, siret } = laureate;
  const subjects = [...new Set(laureate.noteSubthemes.map(subjectOf))];
  const needs = laureate.noteSubthemes.map((id) => `- ${id} ${subthemeLabel(builtInThemes, id)}`).join('\n');
  return {
    application: `# Candidature à l’appel à manifestation d’intérêt

**${name}**, ${department}, ${region}. SIRET ${siret}.

## Le lieu

Un bâtiment de 900 m² repris en 2019 par une association d’artisans et d’habitants. Quinze résidents, trente adhérents réguliers, trois salariés.

## Ce que nous fabriquons

Petites séries, réparation et prototypes. Les machines sont partagées ; un responsable d’atelier forme chaque nouvel arrivant.

## Pourquoi nous candidatons

L’activité grandit plus vite que l’organisation. Le programme doit nous aider à durer sans perdre ce qui fait venir les gens.
`,
    incubationReport: `# Rendu post-incubation

**${name}**, promotion ${laureate.promotion}.

## Ce que l’incubation a changé

L’équipe a revu ses priorités, chiffré ses besoins et rencontré quatre autres lauréats. Deux axes ont avancé ; le troisième demande un appui extérieur.

## Constats des experts-formateurs

${subjects.map(({ finding }) => finding).join('\n\n') || 'Le projet est solide ; ses besoins seront précisés dans la note de cadrage.'}

## Besoins d’accompagnement

${needs || 'À préciser dans la note de cadrage.'}
`,
  };
}
