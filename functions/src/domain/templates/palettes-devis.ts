import type { Palette } from './fields.ts';
import { expert, issue, laureates, mission, namedDevis, one, only, wholeDevis } from './palette-parts.ts';

/** A devis on a page: all of it, or in a shared mission the part of the laureate that reads it. The two are never in one document. */

const own = ['amounts.own'];
const ownBase = ['amounts.own', 'amounts.own.base'];
const partBase = ['amounts.parts[].base'];

const ownPart = {
  'amounts.own': one('group', 'Si un lauréat lit sa part, et elle seule'),
  'amounts.own.laureate': only(own, one('text', 'Lauréat qui lit sa part', 'La Filature du Haut-Pays')),
  'amounts.own.state': only(own, one('text', 'Où en est sa part', 'à valider')),
  'amounts.own.amountCents': only(own, one('cents', 'Sa part du devis', '1 800,00 €')),
  'amounts.own.base': only(ownBase, one('text', 'Ce que la subvention peut payer', 'montant hors taxes')),
  'amounts.own.fundedCents': only(ownBase, one('cents', 'Ce qu’elle peut payer de sa part', '1 500,00 €')),
  'amounts.own.subsidyCents': only(own, one('cents', 'Ce que paie la subvention', '1 500,00 €')),
  'amounts.own.ownCents': only(own, one('cents', 'Ce qui reste à sa charge', '300,00 €')),
  'amounts.own.estimated': only(own, one('flag', 'Si sa part n’est pas validée, donc estimée')),
  'amounts.shared': one('flag', 'Si la mission est partagée et que seule une part se lit'),
} as const satisfies Palette;

const parts = {
  'amounts.parts': one('items', 'Les parts de tous les lauréats, où tout le devis se lit'),
  'amounts.parts[].laureate': one('text', 'Lauréat d’une part', 'La Filature du Haut-Pays'),
  'amounts.parts[].state': one('text', 'Où en est une part', 'à valider'),
  'amounts.parts[].amountCents': one('cents', 'Une part du devis', '1 800,00 €'),
  'amounts.parts[].base': only(partBase, one('text', 'Ce que la subvention peut payer', 'montant hors taxes')),
  'amounts.parts[].fundedCents': only(partBase, one('cents', 'Ce qu’elle peut payer d’une part', '1 500,00 €')),
  'amounts.parts[].subsidyCents': one('cents', 'Ce que la subvention paie d’une part', '1 500,00 €'),
  'amounts.parts[].ownCents': one('cents', 'Ce qui reste à la charge du lauréat d’une part', '300,00 €'),
  'amounts.parts[].estimated': one('flag', 'Si une part n’est pas validée, donc estimée'),
} as const satisfies Palette;

export const devisSummary: Palette = {
  ...mission,
  ...laureates,
  ...expert,
  submittedAtMs: one('instant', 'Quand le devis a été remis', 'dimanche 2 mars 2025 à 10:12'),
  ...namedDevis,
  'devis.expired': one('flag', 'Si la date de validité du devis est passée'),
  ...wholeDevis,
  ...parts,
  ...ownPart,
  warnings: one('items', 'Les points d’attention, s’il y en a'),
  'warnings[]': one('text', 'Un point d’attention', 'Hors de la note de cadrage : stratégie de marque.'),
  ...issue,
};
