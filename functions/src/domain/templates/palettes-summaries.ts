import type { Palette } from './fields.ts';
import { one, origin } from './palette-parts.ts';

/** What staff receive of a week or a month, as fields. Every list may be empty, the rows of the money excepted. */

const period = {
  'period.from': one('day', 'Premier jour', 'lundi 24 février 2025'),
  'period.to': one('day', 'Dernier jour, compris', 'dimanche 2 mars 2025'),
} as const satisfies Palette;

const awaited = {
  awaited: one('items', 'Qui est attendu'),
  'awaited[].whom': one('text', 'Qui', 'Les manufactures'),
  'awaited[].rows': one('items', 'Ce qui en est attendu'),
  'awaited[].rows[].what': one('text', 'Une chose attendue', 'Confirmer le service'),
  'awaited[].rows[].who': one('text', 'Qui elle concerne', 'La Filature du Haut-Pays, avec Atelier Commun'),
  'awaited[].rows[].days': one('number', 'Depuis combien de jours, zéro pour aujourd’hui', '12'),
} as const satisfies Palette;

const waiting = (list: string, what: string, example: string) => ({
  [list]: one('items', what),
  [`${list}[].what`]: one('text', 'Où elle en est', example),
  [`${list}[].who`]: one('text', 'Qui elle concerne', 'La Filature du Haut-Pays, avec Atelier Commun'),
  [`${list}[].days`]: one('number', 'Depuis combien de jours, zéro pour aujourd’hui', '12'),
});

const attention: Palette = {
  atMs: one('instant', 'Quand ce qui attend a été relevé', 'lundi 3 mars 2025 à 07:00'),
  ...waiting('blocked', 'Les missions bloquées : suspendues, ou dont l’échéance est passée', 'Suspendue'),
  ...waiting('lateReports', 'Les rapports en retard', 'Rapport attendu avant le vendredi 14 février 2025'),
  lowSubsidies: one('items', 'Les subventions dont il reste moins d’un dixième'),
  'lowSubsidies[].laureate': one('text', 'Le lauréat d’une subvention presque épuisée', 'Le Fournil des Possibles'),
  'lowSubsidies[].awardedCents': one('cents', 'Ce qui lui est attribué', '10 000,00 €'),
  'lowSubsidies[].remainingCents': one('cents', 'Ce qu’il lui reste', '420,00 €'),
  opened: one('items', 'Les accès ouverts dans la période'),
  'opened[].day': one('day', 'Quand un accès s’est ouvert', 'lundi 24 février 2025'),
  'opened[].person': one('text', 'À qui', 'Hugo Lemaire (Atelier Commun)'),
  'opened[].laureates': one('words', 'Sur les dossiers de quels lauréats', 'Le Fournil des Possibles'),
  'opened[].laureates[]': one('text', 'Un de ces lauréats', 'Le Fournil des Possibles'),
  ending: one('items', 'Les accès qui prennent fin, dans la période ou la suivante'),
  'ending[].day': one('day', 'Quand un accès prend fin', 'vendredi 7 mars 2025'),
  'ending[].person': one('text', 'De qui', 'Hugo Lemaire (Atelier Commun)'),
  'ending[].laureate': one('text', 'Au dossier de quel lauréat', 'Le Fournil des Possibles'),
  'ending[].cut': one('flag', 'Si l’équipe l’a coupé, ce jour-là'),
  uncovered: one('items', 'Les sous-thématiques demandées que ne couvre aucun expert publié'),
  'uncovered[].theme': one('text', 'Une thématique', 'Stratégie foncière'),
  'uncovered[].subtheme': one('text', 'Une sous-thématique sans expert', 'AMO sur la stratégie immobilière'),
  'uncovered[].laureates': one('number', 'Combien de notes de cadrage la demandent', '3'),
  'uncovered[].missions': one('number', 'Combien de missions en cours la demandent', '1'),
};

const spent = (list: string) => ({
  [`${list}[].committedCents`]: one('cents', 'Engagé, pas encore réglé', '72 000,00 €'),
  [`${list}[].settledCents`]: one('cents', 'Réglé', '90 000,00 €'),
  [`${list}[].paidCents`]: one('cents', 'Payé', '80 000,00 €'),
});

const group = (list: string, title: string, what: string, label: string) => ({
  [list]: one('items', title),
  [`${list}[].label`]: one('text', what, label),
  [`${list}[].laureates`]: one('number', 'Combien de manufactures', '24'),
  [`${list}[].awardedCents`]: one('cents', 'Attribué', '360 000,00 €'),
  ...spent(list),
  [`${list}[].remainingCents`]: one('cents', 'Ce qu’il reste', '198 000,00 €'),
});

const divided: Palette = {
  themes: one('items', 'Les montants, thématique par thématique'),
  'themes[].label': one('text', 'Une thématique', 'Stratégie foncière'),
  'themes[].missions': one('number', 'Combien de missions y comptent, en tout ou partie', '12'),
  ...spent('themes'),
  ...group('regions', 'Les montants, région par région', 'Une région', 'Bretagne'),
  ...group('promotions', 'Les montants, promotion par promotion', 'Une promotion', 'Promotion 2'),
  ...group('territories', 'Les montants, par sorte de territoire', 'Une sorte de territoire', 'Territoire rural'),
};

const moneyRow = (row: string, what: string, label: string) => ({
  [`${row}.label`]: one('text', `Ce qu’est ${what}`, label),
  [`${row}.beforeCents`]: one('cents', `Avant la période, ${what}`, '234 125,50 €'),
  [`${row}.changeCents`]: one('cents', `Ce que la période en change, ${what}`, '-1 200,00 €'),
  [`${row}.afterCents`]: one('cents', `À la fin de la période, ${what}`, '232 925,50 €'),
});

const money = {
  'money.rows': one('items', 'Les montants de toutes les subventions'),
  ...moneyRow('money.rows[]', 'un montant', 'Engagé, pas encore réglé'),
  ...moneyRow('money.remaining', 'le reste', 'Reste disponible'),
} as const satisfies Palette;

const ended = {
  ended: one('items', 'Les missions achevées'),
  'ended[].day': one('day', 'Quand une mission s’est achevée', 'vendredi 28 février 2025'),
  'ended[].laureates': one('words', 'Ses lauréats', 'Le Fournil des Possibles'),
  'ended[].laureates[]': one('text', 'Un de ses lauréats', 'Le Fournil des Possibles'),
  'ended[].expert': one('text', 'Son expert', 'Numérique des Berges'),
  'ended[].how': one('text', 'Comment elle s’est achevée', 'Terminée avant son terme'),
  'ended[].finalCents': one('cents', 'Ce qui a été réglé', '1 150,00 €'),
} as const satisfies Palette;

export const weeklySummary: Palette = {
  ...period,
  ...awaited,
  ...attention,
  ...money,
  ...divided,
  ...ended,
  happened: one('items', 'Ce qui s’est passé'),
  'happened[].atMs': one('instant', 'Quand', 'lundi 24 février 2025 à 10:12'),
  'happened[].what': one('text', 'Un événement', 'Mission demandée'),
  'happened[].who': one('text', 'Qui il concerne', 'L’Établi du Vercors, avec Numérique des Berges'),
  ...origin,
};

const counted = (list: string, what: string, label: string) => ({
  [`${list}[].label`]: one('text', what, label),
  [`${list}[].count`]: one('number', 'Combien', '7'),
});

export const monthlySummary: Palette = {
  ...period,
  ...money,
  ...divided,
  counts: one('items', 'Ce que le mois a compté'),
  ...counted('counts', 'Un événement compté', 'Missions demandées'),
  states: one('items', 'Où en sont les missions en cours'),
  ...counted('states', 'Un état des missions', 'Validation attendue'),
  ...ended,
  ...awaited,
  ...attention,
  ...origin,
};
