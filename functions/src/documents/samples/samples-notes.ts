import type { DevisSummaryContext } from '../contexts.ts';
import type { FeedbackContext, ScopingNoteContext } from '../contexts-notes.ts';
import { day, devis, expert, issue, issuedAtMs, laureate, mission } from './sample-parts.ts';

const { lines, exclVatCents, vatRows, inclVatCents, ...named } = devis;

/** A mission of two manufactures, as its expert and staff read it. */
export const devisSummary: DevisSummaryContext = {
  ...issue,
  mission,
  laureates: [
    laureate,
    { name: 'Le Fournil des Possibles', siret: '90765432100013', territory: 'Ambert, Puy-de-Dôme' },
  ],
  expert,
  submittedAtMs: issuedAtMs - 2 * day,
  devis: named,
  amounts: {
    whole: { lines, exclVatCents, vatRows, inclVatCents },
    parts: [
      {
        laureate: laureate.name,
        state: 'à valider',
        amountCents: 180_000,
        base: 'montant hors taxes (la TVA est récupérée)',
        fundedCents: 150_000,
        subsidyCents: 150_000,
        ownCents: 30_000,
        estimated: true,
      },
      {
        laureate: 'Le Fournil des Possibles',
        state: 'engagée',
        amountCents: 120_000,
        base: 'montant toutes taxes comprises',
        fundedCents: 120_000,
        subsidyCents: 120_000,
        ownCents: 0,
        estimated: false,
      },
    ],
  },
  warnings: [
    'Hors de la note de cadrage : Appui au pilotage de la structure.',
    'À 20 %, la TVA de 2 500,00 € est de 500,00 € ; le devis dit 510,00 €.',
  ],
};

export const scopingNote: ScopingNoteContext = {
  ...issue,
  version: 3,
  laureate,
  handedInAtMs: issuedAtMs - 60 * day,
  byName: 'Jeanne Lefèvre',
  inForce: true,
  standing: {
    accepted: {
      atMs: issuedAtMs - 52 * day,
      byName: 'Inès Garnier',
      message: 'Merci de ces précisions : commencez par le modèle économique, le reste en dépend.',
    },
  },
  needs: [
    {
      priority: 'D’abord',
      theme: 'Stratégie économique et développement des activités',
      subtheme: 'Stratégie de développement de ressources',
      need: "Nos tarifs datent de l'ouverture. Ils couvrent l'énergie et le loyer, pas l'entretien des machines ni le temps passé à former les nouveaux venus.\n\nNous voulons savoir, machine par machine, ce que coûte une heure, et ce que chacun peut payer.",
      expected: 'Une grille de tarifs votée par les adhérents avant l’été, et un tableau qui la tient à jour.',
      estimatedCents: 450_000,
    },
    {
      priority: 'Ensuite',
      theme: 'Gouvernance du projet et structuration de communs',
      subtheme:
        'Mise en oeuvre de modalités de gouvernance partagée et des processus de décision & outils d’implication',
      need: 'Trente adhérents, six salariés, une commune : chacun décide un peu de tout.',
      expected: 'Qui décide de quoi, écrit sur une page.',
      estimatedCents: 300_000,
    },
    {
      priority: 'Si possible',
      theme: 'Stratégie de communication externe et de commercialisation des produits manufacturés',
      subtheme: 'Stratégie de marque',
      need: 'Les petites séries tissées ici partent sans nom. Les marques qui les vendent aimeraient dire d’où elles viennent.',
      expected: 'Un nom, une étiquette, une règle d’usage.',
      estimatedCents: null,
    },
  ],
  estimatedCents: 750_000,
  sections: [
    {
      title: 'Votre projet',
      questions: [
        {
          label: 'Où en est votre projet ?',
          answer:
            "L'atelier de tissage est ouvert depuis dix-huit mois ; la teinture attend son autorisation. Douze postes de travail sont occupés les jours de semaine, quatre le samedi.",
        },
        {
          label: 'Quels objectifs l’accompagnement doit-il vous aider à atteindre ?',
          answer: 'Équilibrer les comptes de l’atelier en 2026, sans subvention de fonctionnement.',
        },
        { label: 'Quel calendrier envisagez-vous ?', answer: '' },
      ],
    },
  ],
  recommendations: [
    {
      source: 'Comité d’attribution',
      day: '2023-04-05',
      subthemes: ['Stratégie de développement de ressources'],
      text: 'Le comité recommande de revoir le modèle de location avant tout achat de machine.',
    },
    {
      source: 'Expertes et experts formateurs',
      day: '2023-01-18',
      subthemes: [],
      text: 'Appui juridique utile si la commune entre au capital.',
    },
  ],
};

export const feedback: FeedbackContext = {
  ...issue,
  version: 1,
  mission,
  laureate,
  expert,
  givenAtMs: issuedAtMs + 110 * day,
  sections: [
    {
      title: 'Votre avis',
      chosen: [
        { label: 'Dans l’ensemble, la mission a été…', answer: 'Très satisfaisant' },
        { label: 'L’écoute de l’expert a été…', answer: 'Satisfaisant' },
        { label: 'L’utilité pour votre projet a été…', answer: 'Très satisfaisant' },
      ],
      written: [
        {
          label: 'Ce que vous souhaitez ajouter',
          answer:
            "Les ateliers du soir ont fait venir des artisans que nous ne voyions plus. Le rapport aurait gagné à arriver avant l'assemblée générale, où nous avons voté les tarifs sur la foi d'une présentation.\n\nNous referions appel à cette équipe, en demandant un point d'étape écrit à mi-parcours.",
        },
      ],
    },
  ],
};
