import type { Palette, TemplateField } from './fields.ts';

/** The fields of each document that staff may print: those of its context (`documents/contexts.ts`), in words. */

const one = (kind: TemplateField['kind'], label: string, example = ''): TemplateField => ({ kind, label, example });
const only = (needs: string, field: TemplateField): TemplateField => ({ ...field, needs });

const issue = {
  programme: one('text', 'Nom du programme', 'Manufactures de proximité'),
  version: one('number', 'Version du document', '2'),
  originalAddress: one('text', 'Adresse de la page où se trouve l’original', 'https://…/laureat'),
} as const satisfies Palette;

const checkable = {
  ...issue,
  checkAddress: one('text', 'Adresse de la page où chacun compare un fichier', 'https://…/verification'),
} as const satisfies Palette;

const missionCore = {
  'mission.reference': one('text', 'Référence de la mission', 'SM-2025-0042'),
  'mission.need': one('text', 'Le besoin, dans les mots du lauréat', 'La filature veut ouvrir son atelier…'),
  'mission.subthemes': one('words', 'Sous-thématiques', 'Stratégie et Appui au pilotage'),
  'mission.subthemes[]': one('text', 'Une sous-thématique', 'Appui au pilotage de la structure'),
} as const satisfies Palette;

const mission = {
  ...missionCore,
  'mission.plannedStart': one('day', 'Premier jour prévu', 'lundi 17 mars 2025'),
  'mission.plannedEnd': one('day', 'Dernier jour prévu', 'vendredi 27 juin 2025'),
} as const satisfies Palette;

const laureates = {
  laureates: one('items', 'Les lauréats de la mission'),
  'laureates[].name': one('text', 'Nom d’un lauréat', 'La Filature du Haut-Pays'),
  'laureates[].siret': one('siret', 'SIRET d’un lauréat', '901 234 567 00018'),
  'laureates[].territory': one('text', 'Territoire d’un lauréat', 'Nord, Hauts-de-France'),
} as const satisfies Palette;

const laureate = {
  'laureate.name': one('text', 'Nom du lauréat', 'La Filature du Haut-Pays'),
  'laureate.siret': one('siret', 'SIRET du lauréat', '901 234 567 00018'),
  'laureate.territory': one('text', 'Territoire du lauréat', 'Nord, Hauts-de-France'),
} as const satisfies Palette;

const expert = {
  'expert.company': one('text', 'Entreprise de l’expert', 'Atelier Commun, SCOP'),
  'expert.siret': one('siret', 'SIRET de l’expert', '812 345 679 00024'),
  'expert.consultants': one('words', 'Personnes qui suivent la mission', 'Maëlle Kervadec et Ousmane Diarra'),
  'expert.consultants[]': one('text', 'Une des personnes qui suivent la mission', 'Maëlle Kervadec'),
} as const satisfies Palette;

const devis = {
  'devis.number': one('text', 'Numéro du devis', '2025-017'),
  'devis.validUntil': one('day', 'Dernier jour de validité du devis', 'mercredi 30 avril 2025'),
  'devis.lines': one('items', 'Lignes du devis, s’il en a'),
  'devis.lines[].label': one('text', 'Intitulé d’une ligne du devis', 'Observation et entretiens'),
  'devis.lines[].amountCents': one('cents', 'Montant hors taxes d’une ligne', '1 000,00 €'),
  'devis.exclVatCents': one('cents', 'Montant hors taxes du devis', '2 500,00 €'),
  'devis.vatRows': one('items', 'TVA, taux par taux'),
  'devis.vatRows[].label': one('text', 'Un taux de TVA et sa base', 'TVA à 20 % de 2 500,00 €'),
  'devis.vatRows[].cents': one('cents', 'Montant de la TVA à ce taux', '500,00 €'),
  'devis.inclVatCents': one('cents', 'Montant du devis, toutes taxes comprises', '3 000,00 €'),
  'devis.issuer': one('group', 'Si le devis est émis par une autre structure que l’expert'),
  'devis.issuer.name': only('devis.issuer', one('text', 'Structure qui émet le devis', 'Coopérer')),
  'devis.issuer.siret': only('devis.issuer', one('siret', 'SIRET de cette structure', '732 829 320 00074')),
} as const satisfies Palette;

const files = {
  files: one('items', 'Les fichiers joints, ou validés'),
  'files[].label': one('text', 'Ce qu’est un fichier', 'Devis'),
  'files[].version': one('number', 'Version d’un fichier', '2'),
  'files[].fileName': one('text', 'Nom d’un fichier', 'devis-2025-017.pdf'),
  'files[].sizeBytes': one('bytes', 'Poids d’un fichier', '84,3 ko'),
  'files[].sha256': one('hash', 'Empreinte d’un fichier', '9f86 d081 884c…'),
} as const satisfies Palette;

const answered = {
  sections: one('items', 'Les parties du formulaire'),
  'sections[].title': one('text', 'Titre d’une partie', 'Le contexte'),
  'sections[].questions': one('items', 'Les questions d’une partie'),
  'sections[].questions[].label': one('text', 'Une question', 'Qu’avez-vous observé ?'),
  'sections[].questions[].answer': one('text', 'Sa réponse, vide s’il n’y en a pas', 'Trois machines sur dix…'),
} as const satisfies Palette;

const chronology = {
  chronology: one('items', 'Les étapes de la mission'),
  'chronology[].atMs': one('instant', 'Quand une étape a eu lieu', 'mardi 4 mars 2025 à 10:12'),
  'chronology[].label': one('text', 'Ce qui s’est passé', 'Atelier Commun accepte la mission'),
} as const satisfies Palette;

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
  'share.base': only('share.base', one('text', 'Ce que la subvention peut payer', 'montant hors taxes')),
  'share.fundedCents': only('share.base', one('cents', 'Ce qu’elle peut payer de cette part', '2 500,00 €')),
  'share.recoverableCents': only('share.base', one('cents', 'TVA récupérable, laissée hors de la part', '500,00 €')),
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
  'paper.signedBy': only('paper', one('text', 'Personne qui a signé le papier', 'Jeanne Lefèvre')),
  'paper.signedOn': only('paper', one('day', 'Quand le papier a été signé', 'mardi 4 mars 2025')),
  'paper.reason': only('paper', one('text', 'La raison donnée, vide sans raison', 'Sans connexion ce jour-là.')),
  'paper.outside': only('paper', one('flag', 'Si cette mission est reprise d’avant ce service')),
  seal: one('group', 'Si le fichier porte un cachet électronique'),
  'seal.signedBy': only('seal', one('text', 'Nom du cachet', 'France Tiers-Lieux')),
  'seal.certificateSha256': only('seal', one('hash', 'Empreinte du certificat', '9f86 d081 884c…')),
  'seal.demonstration': only('seal', one('flag', 'Si ce certificat est de démonstration')),
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

export const palettes = { diagnostic, report, attestation, statement } as const satisfies Record<string, Palette>;
