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
  ...money,
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
  promotions: one('items', 'Les montants, promotion par promotion'),
  'promotions[].label': one('text', 'Une promotion', 'Promotion 2'),
  'promotions[].laureates': one('number', 'Combien de manufactures elle a', '24'),
  'promotions[].awardedCents': one('cents', 'Attribué à une promotion', '360 000,00 €'),
  'promotions[].committedCents': one('cents', 'Engagé d’une promotion, pas encore réglé', '72 000,00 €'),
  'promotions[].settledCents': one('cents', 'Réglé d’une promotion', '90 000,00 €'),
  'promotions[].remainingCents': one('cents', 'Ce qu’il reste à une promotion', '198 000,00 €'),
  counts: one('items', 'Ce que le mois a compté'),
  ...counted('counts', 'Un événement compté', 'Missions demandées'),
  states: one('items', 'Où en sont les missions le dernier jour'),
  ...counted('states', 'Un état des missions', 'Validation attendue'),
  ...ended,
  ...awaited,
  ...origin,
};
