import type { Palette } from './fields.ts';
import {
  answered,
  checkable,
  chronology,
  devis,
  expert,
  files,
  issue,
  laureate,
  laureates,
  mission,
  missionCore,
  one,
  only,
} from './palette-parts.ts';
import { devisSummary } from './palettes-devis.ts';
import { feedback, scopingNote } from './palettes-notes.ts';
import { monthlySummary, weeklySummary } from './palettes-summaries.ts';

/** The fields of each document that staff may print: those of its context (`documents/contexts.ts`), in words. */

const diagnostic = {
  ...mission,
  ...laureates,
  ...expert,
  scopingNoteVersion: one('number', 'Version de la note de cadrage', '3'),
  submittedAtMs: one('instant', 'Quand il a été remis', 'dimanche 2 mars 2025 à 10:12'),
  ...answered,
  ...devis,
  ...files,
  ...checkable,
} as const satisfies Palette;

const report = {
  ...mission,
  ...laureates,
  ...expert,
  submittedAtMs: one('instant', 'Quand il a été remis', 'jeudi 12 juin 2025 à 11:12'),
  ...answered,
  validatedCents: one('cents', 'Montant validé', '3 000,00 €'),
  finalCents: one('cents', 'Montant final', '2 800,00 €'),
  releasedCents: one('cents', 'Montant rendu à la subvention', '200,00 €'),
  ...chronology,
  ...checkable,
} as const satisfies Palette;

const share = {
  'share.laureate': one('text', 'Nom du lauréat qui paie cette part', 'La Filature du Haut-Pays'),
  'share.amountCents': one('cents', 'Part engagée sur la subvention', '2 500,00 €'),
  'share.remainingBeforeCents': one('cents', 'Subvention restante avant', '7 250,00 €'),
  'share.remainingAfterCents': one('cents', 'Subvention restante après', '4 750,00 €'),
  'share.ownChargeCents': one('cents', 'À la charge du lauréat, zéro si tout est couvert', '500,00 €'),
  'share.base': only(['share.base'], one('text', 'Ce que la subvention peut payer', 'montant hors taxes')),
  'share.fundedCents': only(['share.base'], one('cents', 'Ce qu’elle peut payer de cette part', '2 500,00 €')),
  'share.recoverableCents': only(['share.base'], one('cents', 'TVA récupérable, laissée hors de la part', '500,00 €')),
} as const satisfies Palette;

const decision = {
  proofId: one('text', 'Numéro de la preuve', 'SM-2025-0042-v2-validation'),
  recordHash: one('hash', 'Empreinte de l’enregistrement', '9f86 d081 884c…'),
  subject: one('text', 'Ce qui est validé', 'le diagnostic préalable et le devis'),
  decidedAtMs: one('instant', 'Quand la décision a été prise', 'mardi 4 mars 2025 à 10:12'),
  consent: one('text', 'La phrase acceptée, vide si un papier a été signé', 'Je valide le diagnostic…'),
  'signatory.name': one('text', 'Personne qui a décidé', 'Jeanne Lefèvre'),
  'signatory.function': one('text', 'Sa fonction', 'signataire'),
  'signatory.organisation': one('text', 'Sa structure', 'La Filature du Haut-Pays'),
  'signatory.siret': one('siret', 'SIRET de sa structure', '901 234 567 00018'),
  'signatory.email': one('text', 'Son adresse électronique', 'jeanne@exemple.fr'),
  'signatory.quality': one('text', 'En quelle qualité elle décide', 'personne habilitée à engager la structure'),
  authentication: one('items', 'Comment la personne a été reconnue'),
  'authentication[].atMs': one('instant', 'Quand', 'mardi 4 mars 2025 à 10:05'),
  'authentication[].label': one('text', 'Comment', 'Lien utilisé'),
} as const satisfies Palette;

const kept = {
  paper: one('group', 'Si le devis a été signé sur papier'),
  'paper.signedBy': only(['paper'], one('text', 'Personne qui a signé le papier', 'Jeanne Lefèvre')),
  'paper.signedOn': only(['paper'], one('day', 'Quand le papier a été signé', 'mardi 4 mars 2025')),
  'paper.reason': only(['paper'], one('text', 'La raison donnée, vide sans raison', 'Sans connexion ce jour-là.')),
  'paper.outside': only(['paper'], one('flag', 'Si cette mission est reprise d’avant ce service')),
  seal: one('group', 'Si le fichier porte un cachet électronique'),
  'seal.signedBy': only(['seal'], one('text', 'Nom du cachet', 'France Tiers-Lieux')),
  'seal.certificateSha256': only(['seal'], one('hash', 'Empreinte du certificat', '9f86 d081 884c…')),
  'seal.demonstration': only(['seal'], one('flag', 'Si ce certificat est de démonstration')),
} as const satisfies Palette;

const attestation = {
  ...decision,
  ...missionCore,
  ...laureate,
  ...expert,
  ...devis,
  'devis.expired': one('flag', 'Si la date de validité du devis était passée'),
  ...share,
  ...files,
  ...chronology,
  ...kept,
  ...checkable,
} as const satisfies Palette;

const missionAmount = (list: string) => ({
  [`${list}[].expertName`]: one('text', 'Expert d’une de ces missions', 'Numérique des Berges'),
  [`${list}[].need`]: one('text', 'Besoin d’une de ces missions', 'Choisir un logiciel.'),
  [`${list}[].cents`]: one('cents', 'Montant d’une de ces missions', '1 800,00 €'),
});

const statement: Palette = {
  title: one('text', 'Titre du relevé', 'Relevé de subvention'),
  closing: one('flag', 'Si c’est un relevé de clôture'),
  atMs: one('instant', 'À quel moment la situation est lue', 'mardi 4 mars 2025 à 10:12'),
  settingsVersion: one('number', 'Version des réglages du programme', '3'),
  ...laureate,
  totals: one('items', 'Les montants de la subvention'),
  'totals[].label': one('text', 'Ce qu’est un montant', 'Attribué'),
  'totals[].cents': one('cents', 'Ce montant', '15 000,00 €'),
  'remaining.label': one('text', 'Ce que devient le reste', 'Disponible'),
  'remaining.cents': one('cents', 'Ce qu’il reste', '10 949,50 €'),
  holding: one('items', 'Missions qui tiennent une partie de la subvention'),
  ...missionAmount('holding'),
  waiting: one('items', 'Parts de devis qui attendent une décision'),
  ...missionAmount('waiting'),
  lines: one('items', 'Les lignes du registre'),
  'lines[].number': one('number', 'Numéro d’une ligne', '2'),
  'lines[].atMs': one('instant', 'Quand une ligne a été écrite', '04/03/2025'),
  'lines[].what': one('text', 'Ce qu’elle est', 'Engagement'),
  'lines[].detail': one('text', 'Son détail, vide s’il n’y en a pas', 'Devis, version 2'),
  'lines[].mission': one('text', 'Sa mission, vide s’il n’y en a pas', 'avec Atelier Commun (SM-2025-0042)'),
  'lines[].reason': one('text', 'Son motif, vide s’il n’y en a pas', 'Le virement portait sur…'),
  'lines[].byName': one('text', 'Qui l’a décidée', 'Inès Garnier'),
  'lines[].cents': one('cents', 'Son effet sur ce qu’il reste', '-3 000,00 €'),
  'lines[].remainingCents': one('cents', 'Ce qu’il reste ensuite', '12 000,00 €'),
  'head.sequence': one('number', 'Numéro de la dernière ligne', '7'),
  'head.hash': one('hash', 'Empreinte de la dernière ligne', '9f86 d081 884c…'),
  ...issue,
};

export const palettes = {
  diagnostic,
  'devis-summary': devisSummary,
  report,
  attestation,
  statement,
  'scoping-note': scopingNote,
  feedback,
  'weekly-summary': weeklySummary,
  'monthly-summary': monthlySummary,
} as const satisfies Record<string, Palette>;
