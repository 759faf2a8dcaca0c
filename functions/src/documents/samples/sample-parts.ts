/** What the fictitious documents have in common. */

export const issuedAtMs = Date.UTC(2025, 2, 4, 9, 12, 30);
export const day = 86_400_000;
export const hashOf = (digit: string) => `9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a0${digit}`;

export const issue = {
  programme: 'Manufactures de proximité',
  version: 2,
  originalAddress: 'https://surmesure.example.fr/laureat',
  checkAddress: 'https://surmesure.example.fr/verification',
} as const;

export const laureate = {
  name: 'La Filature du Haut-Pays',
  siret: '90123456700018',
  territory: 'Saint-Amand-les-Eaux, Nord',
} as const;

export const expert = {
  company: 'Atelier Commun, SCOP',
  siret: '81234567900024',
  consultants: ['Maëlle Kervadec', 'Ousmane Diarra'],
} as const;

export const mission = {
  reference: 'SM-2025-0042',
  need: "La filature veut ouvrir son atelier de tissage à dix artisans d'ici l'été. Le modèle de location à l'heure ne couvre pas l'entretien des machines : il faut le revoir avant d'investir.\n\nNous cherchons quelqu'un qui connaisse les ateliers partagés, et qui parle aux artisans autant qu'aux élus !",
  subthemes: ['Stratégie de développement de ressources', 'Appui au pilotage de la structure'],
  plannedStart: '2025-03-17',
  plannedEnd: '2025-06-27',
} as const;

export const devis = {
  number: '2025-017',
  validUntil: '2025-04-30',
  lines: [
    { label: 'Observation et entretiens', amountCents: 100_000 },
    { label: 'Ateliers avec les artisans', amountCents: 150_000 },
  ],
  exclVatCents: 250_000,
  vatRows: [{ label: 'TVA à 20 % de 2 500,00 €', cents: 50_000 }],
  inclVatCents: 300_000,
  issuer: { name: 'Coopérer, coopérative d’activité', siret: '73282932000074' },
} as const;
