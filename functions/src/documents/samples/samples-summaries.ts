import type {
  GroupMoney,
  Money,
  MonthlySummaryContext,
  ThemeMoney,
  WeeklySummaryContext,
} from '../contexts-summaries.ts';
import { day, issuedAtMs } from './sample-parts.ts';

const origin = {
  programme: 'Manufactures de proximité',
  originalAddress: 'https://surmesure.example.fr/laureat',
} as const;

const filature = 'La Filature du Haut-Pays, avec Atelier Commun, SCOP';
const fournil = 'Le Fournil des Possibles, avec La Fonderie des Idées, études et conseil aux tiers-lieux';
const bois = 'L’Établi du Vercors, avec Numérique des Berges';

const money = (rows: readonly [label: string, before: number, change: number][]): Money => {
  const all = rows.map(([label, beforeCents, changeCents]) => ({
    label,
    beforeCents,
    changeCents,
    afterCents: beforeCents + changeCents,
  }));
  const remaining = all.at(-1);
  if (!remaining) throw new Error('the money of a summary has rows');
  return { rows: all.slice(0, -1), remaining };
};

const group = (label: string, laureates: number, awardedCents: number): GroupMoney => ({
  label,
  laureates,
  awardedCents,
  committedCents: awardedCents / 5,
  settledCents: awardedCents / 4,
  paidCents: awardedCents / 8,
  remainingCents: awardedCents - awardedCents / 5 - awardedCents / 4,
});

const theme = (label: string, missions: number, cents: number): ThemeMoney => ({
  ...{ label, missions, committedCents: cents, settledCents: cents * 2, paidCents: cents / 2 },
});

const divided = {
  themes: [
    theme('Stratégie foncière', 12, 4_200_000),
    theme('Gouvernance du projet et structuration de communs', 8, 2_950_050),
    theme('Stratégie économique et développement des activités', 31, 9_800_000),
  ],
  regions: [
    group('Auvergne-Rhône-Alpes', 12, 18_000_000),
    group('Bretagne', 9, 12_000_000),
    group('Hauts-de-France', 25, 36_000_000),
  ],
  promotions: [
    group('Promotion 1', 21, 28_000_000),
    group('Promotion 2', 24, 36_000_000),
    group('Promotion 3', 1, 2_000_000),
  ],
  territories: [
    group('Territoire rural', 30, 41_000_000),
    group('Petite ou moyenne ville', 10, 16_000_000),
    group('Quartier prioritaire de la politique de la ville', 6, 9_000_000),
  ],
} as const;

const attention = {
  atMs: issuedAtMs,
  blocked: [
    { what: 'Suspendue', who: 'La Halle aux Cuirs, avec Ateliers Mobiles', days: 34 },
    { what: 'En attente de la validation du lauréat, échéance dépassée', who: filature, days: 0 },
  ],
  lateReports: [{ what: 'Rapport attendu avant le vendredi 14 février 2025', who: fournil, days: 18 }],
  lowSubsidies: [{ laureate: 'Le Fournil des Possibles', awardedCents: 1_000_000, remainingCents: 42_000 }],
  opened: [{ day: '2025-02-25', person: 'Hugo Lemaire (Numérique des Berges)', laureates: ['L’Établi du Vercors'] }],
  ending: [
    {
      ...{ day: '2025-02-26', person: 'Noé Martin (Ateliers Mobiles)', laureate: 'La Halle aux Cuirs' },
      cut: true,
    },
    {
      ...{ day: '2025-03-07', person: 'Ousmane Diarra (Atelier Commun, SCOP)', laureate: 'La Filature du Haut-Pays' },
      cut: false,
    },
  ],
  uncovered: [
    {
      theme: 'Stratégie foncière',
      subtheme: 'Appui à la rédaction de documents juridiques',
      ...{ laureates: 3, missions: 1 },
    },
  ],
} as const;

/** Before anything has happened. */
const none = {
  ...{ blocked: [], lateReports: [], lowSubsidies: [], opened: [], ending: [], uncovered: [] },
  ...{ themes: [], regions: [], promotions: [], territories: [] },
} as const;

export const weeklySummary: WeeklySummaryContext = {
  ...origin,
  ...attention,
  ...divided,
  period: { from: '2025-02-24', to: '2025-03-02' },
  happened: [
    { atMs: issuedAtMs - 8 * day, what: 'Mission demandée', who: bois },
    { atMs: issuedAtMs - 7 * day, what: 'Dossier ouvert : aucun intérêt déclaré', who: bois },
    { atMs: issuedAtMs - 6 * day, what: 'Diagnostic et devis remis, version 1', who: filature },
    { atMs: issuedAtMs - 5 * day, what: 'Renvoyés pour correction', who: filature },
    { atMs: issuedAtMs - 4 * day, what: 'Service confirmé', who: fournil },
    { atMs: issuedAtMs - 4 * day, what: 'Bilan de satisfaction remis', who: fournil },
    { atMs: issuedAtMs - 3 * day, what: 'Inscription d’un expert à examiner', who: 'Les Ateliers de l’Ourcq' },
  ],
  awaited: [
    {
      whom: 'L’équipe France Tiers-Lieux',
      rows: [
        { what: 'Examiner une inscription', who: 'Les Ateliers de l’Ourcq', days: 3 },
        { what: 'Arbitrer un rapport renvoyé deux fois', who: fournil, days: 1 },
      ],
    },
    {
      whom: 'Les manufactures',
      rows: [
        { what: 'Valider, renvoyer ou refuser le devis', who: filature, days: 12 },
        { what: 'Confirmer le service', who: 'La Halle aux Cuirs, avec Ateliers Mobiles', days: 1 },
      ],
    },
    { whom: 'Les experts', rows: [{ what: 'Remettre le diagnostic et le devis', who: bois, days: 0 }] },
  ],
  money: money([
    ['Attribué', 132_000_000, 0],
    ['Engagé, pas encore réglé', 23_412_550, -120_000],
    ['Réglé', 41_208_000, 115_000],
    ['Dont payé à ce jour', 38_000_000, 280_000],
    ['Reste disponible', 67_379_450, 5_000],
  ]),
  ended: [
    {
      day: '2025-02-28',
      laureates: ['Le Fournil des Possibles'],
      expert: 'La Fonderie des Idées, études et conseil aux tiers-lieux',
      how: 'Achevée',
      finalCents: 115_000,
    },
  ],
};

export const monthlySummary: MonthlySummaryContext = {
  ...origin,
  ...attention,
  ...divided,
  period: { from: '2025-02-01', to: '2025-02-28' },
  counts: [
    { label: 'Missions demandées', count: 7 },
    { label: 'Diagnostics et devis remis', count: 9 },
    { label: 'Devis validés', count: 5 },
    { label: 'Rapports remis', count: 4 },
    { label: 'Services confirmés', count: 3 },
    { label: 'Bilans de satisfaction remis', count: 2 },
    { label: 'Experts publiés dans l’annuaire', count: 1 },
  ],
  states: [
    { label: 'Réponse de l’expert attendue', count: 3 },
    { label: 'Diagnostic attendu', count: 8 },
    { label: 'Validation attendue', count: 6 },
    { label: 'Mission en cours', count: 21 },
    { label: 'Confirmation attendue', count: 2 },
    { label: 'Suspendue', count: 1 },
  ],
  awaited: weeklySummary.awaited,
  money: money([
    ['Attribué', 130_500_000, 1_500_000],
    ['Engagé, pas encore réglé', 21_912_550, 1_380_000],
    ['Réglé', 40_108_000, 1_215_000],
    ['Dont payé à ce jour', 36_500_000, 1_780_000],
    ['Reste disponible', 68_479_450, -1_095_000],
  ]),
  ended: [
    ...weeklySummary.ended,
    {
      day: '2025-02-14',
      laureates: ['La Halle aux Cuirs', 'La Filature du Haut-Pays', 'L’Établi du Vercors'],
      expert: 'Ateliers Mobiles',
      how: 'Terminée avant son terme',
      finalCents: 480_000,
    },
  ],
};

const nothing: Money = money([
  ['Attribué', 0, 0],
  ['Engagé, pas encore réglé', 0, 0],
  ['Réglé', 0, 0],
  ['Dont payé à ce jour', 0, 0],
  ['Reste disponible', 0, 0],
]);

export const emptyWeek: WeeklySummaryContext = {
  ...weeklySummary,
  ...none,
  happened: [],
  awaited: [],
  money: nothing,
  ended: [],
};
export const emptyMonth: MonthlySummaryContext = {
  ...monthlySummary,
  ...none,
  ...{ counts: [], states: [], awaited: [], ended: [] },
  money: nothing,
};
