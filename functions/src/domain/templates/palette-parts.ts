import type { Palette, TemplateField } from './fields.ts';

/** What the palettes of several documents have in common. */

export const one = (kind: TemplateField['kind'], label: string, example = ''): TemplateField => ({
  kind,
  label,
  example,
});
/** `needs`: all that must be known to be there, the outermost first. */
export const only = (needs: readonly string[], field: TemplateField): TemplateField => ({ ...field, needs });

export const origin = {
  programme: one('text', 'Nom du programme', 'Manufactures de proximité'),
  originalAddress: one('text', 'Adresse de la page où se trouve l’original', 'https://…/laureat'),
} as const satisfies Palette;

export const issue = {
  ...origin,
  version: one('number', 'Version du document', '2'),
} as const satisfies Palette;

export const checkable = {
  ...issue,
  checkAddress: one('text', 'Adresse de la page où chacun compare un fichier', 'https://…/verification'),
} as const satisfies Palette;

export const missionCore = {
  'mission.reference': one('text', 'Référence de la mission', 'SM-2025-0042'),
  'mission.need': one('text', 'Le besoin, dans les mots du lauréat', 'La filature veut ouvrir son atelier…'),
  'mission.subthemes': one('words', 'Sous-thématiques', 'Stratégie et Appui au pilotage'),
  'mission.subthemes[]': one('text', 'Une sous-thématique', 'Appui au pilotage de la structure'),
} as const satisfies Palette;

export const mission = {
  ...missionCore,
  'mission.plannedStart': one('day', 'Premier jour prévu', 'lundi 17 mars 2025'),
  'mission.plannedEnd': one('day', 'Dernier jour prévu', 'vendredi 27 juin 2025'),
} as const satisfies Palette;

export const laureates = {
  laureates: one('items', 'Les lauréats de la mission'),
  'laureates[].name': one('text', 'Nom d’un lauréat', 'La Filature du Haut-Pays'),
  'laureates[].siret': one('siret', 'SIRET d’un lauréat', '901 234 567 00018'),
  'laureates[].territory': one('text', 'Territoire d’un lauréat', 'Nord, Hauts-de-France'),
} as const satisfies Palette;

export const laureate = {
  'laureate.name': one('text', 'Nom du lauréat', 'La Filature du Haut-Pays'),
  'laureate.siret': one('siret', 'SIRET du lauréat', '901 234 567 00018'),
  'laureate.territory': one('text', 'Territoire du lauréat', 'Nord, Hauts-de-France'),
} as const satisfies Palette;

export const expert = {
  'expert.company': one('text', 'Entreprise de l’expert', 'Atelier Commun, SCOP'),
  'expert.siret': one('siret', 'SIRET de l’expert', '812 345 679 00024'),
  'expert.consultants': one('words', 'Personnes qui suivent la mission', 'Maëlle Kervadec et Ousmane Diarra'),
  'expert.consultants[]': one('text', 'Une des personnes qui suivent la mission', 'Maëlle Kervadec'),
} as const satisfies Palette;

export const namedDevis = {
  'devis.number': one('text', 'Numéro du devis', '2025-017'),
  'devis.validUntil': one('day', 'Dernier jour de validité du devis', 'mercredi 30 avril 2025'),
  'devis.issuer': one('group', 'Si le devis est émis par une autre structure que l’expert'),
  'devis.issuer.name': only(['devis.issuer'], one('text', 'Structure qui émet le devis', 'Coopérer')),
  'devis.issuer.siret': only(['devis.issuer'], one('siret', 'SIRET de cette structure', '732 829 320 00074')),
} as const satisfies Palette;

/** The amounts of a devis, which stand at `place`; `needs` where some documents have none. */
const amountsAt = (place: string, needs: readonly string[]): Palette => ({
  [`${place}.lines`]: only(needs, one('items', 'Lignes du devis, s’il en a')),
  [`${place}.lines[].label`]: one('text', 'Intitulé d’une ligne du devis', 'Observation et entretiens'),
  [`${place}.lines[].amountCents`]: one('cents', 'Montant hors taxes d’une ligne', '1 000,00 €'),
  [`${place}.exclVatCents`]: only(needs, one('cents', 'Montant hors taxes du devis', '2 500,00 €')),
  [`${place}.vatRows`]: only(needs, one('items', 'TVA, taux par taux')),
  [`${place}.vatRows[].label`]: one('text', 'Un taux de TVA et sa base', 'TVA à 20 % de 2 500,00 €'),
  [`${place}.vatRows[].cents`]: one('cents', 'Montant de la TVA à ce taux', '500,00 €'),
  [`${place}.inclVatCents`]: only(needs, one('cents', 'Montant du devis, toutes taxes comprises', '3 000,00 €')),
});
export const devis: Palette = { ...namedDevis, ...amountsAt('devis', []) };
export const wholeDevis: Palette = {
  'amounts.whole': one('group', 'Si tout le devis se lit, sans quoi une part seule'),
  ...amountsAt('amounts.whole', ['amounts.whole']),
};

export const files = {
  files: one('items', 'Les fichiers joints, ou validés'),
  'files[].label': one('text', 'Ce qu’est un fichier', 'Devis'),
  'files[].version': one('number', 'Version d’un fichier', '2'),
  'files[].fileName': one('text', 'Nom d’un fichier', 'devis-2025-017.pdf'),
  'files[].sizeBytes': one('bytes', 'Poids d’un fichier', '84,3 ko'),
  'files[].sha256': one('hash', 'Empreinte d’un fichier', '9f86 d081 884c…'),
} as const satisfies Palette;

export const answered = {
  sections: one('items', 'Les parties du formulaire'),
  'sections[].title': one('text', 'Titre d’une partie', 'Le contexte'),
  'sections[].questions': one('items', 'Les questions d’une partie'),
  'sections[].questions[].label': one('text', 'Une question', 'Qu’avez-vous observé ?'),
  'sections[].questions[].answer': one('text', 'Sa réponse, vide s’il n’y en a pas', 'Trois machines sur dix…'),
} as const satisfies Palette;

export const chronology = {
  chronology: one('items', 'Les étapes de la mission'),
  'chronology[].atMs': one('instant', 'Quand une étape a eu lieu', 'mardi 4 mars 2025 à 10:12'),
  'chronology[].label': one('text', 'Ce qui s’est passé', 'Atelier Commun accepte la mission'),
} as const satisfies Palette;
