import { categories, ends, keepWords, reasons } from '../../domain/retention/categories.ts';
import type {
  AttestationContext,
  Contexts,
  DevisSampleContext,
  DiagnosticContext,
  MyDataContext,
  ReportContext,
  StatementContext,
} from '../contexts.ts';
import { answers } from './answers.ts';
import { day, devis, expert, hashOf, issue, issuedAtMs, laureate, mission } from './sample-parts.ts';
import { devisSummary, feedback, scopingNote } from './samples-notes.ts';
import { monthlySummary, weeklySummary } from './samples-summaries.ts';

export { issuedAtMs };

/** Fictitious documents, long enough to break pages: for tests, the bench and the gallery. */

const share = {
  laureate: laureate.name,
  amountCents: 250_000,
  remainingBeforeCents: 725_000,
  remainingAfterCents: 475_000,
  ownChargeCents: 50_000,
  base: 'montant hors taxes (la TVA est récupérée)',
  fundedCents: 250_000,
  recoverableCents: 50_000,
} as const;

const files = [
  {
    label: 'Diagnostic préalable',
    version: 2,
    fileName: 'diagnostic-SM-2025-0042-v2.pdf',
    sizeBytes: 84_312,
    sha256: hashOf('8'),
  },
  { label: 'Devis', version: 2, fileName: 'devis-2025-017.pdf', sizeBytes: 1_284_312, sha256: hashOf('3') },
] as const;

const chronology = [
  { atMs: issuedAtMs - 20 * day, label: 'La Filature du Haut-Pays demande la mission' },
  {
    atMs: issuedAtMs - 18 * day,
    label: 'Atelier Commun déclare n’avoir aucun intérêt dans une manufacture labellisée',
  },
  { atMs: issuedAtMs - 17 * day, label: 'Atelier Commun accepte la mission' },
  { atMs: issuedAtMs - 6 * day, label: 'Diagnostic et devis remis, version 1' },
  { atMs: issuedAtMs - 5 * day, label: 'Renvoyés pour correction : le planning manque' },
  { atMs: issuedAtMs - 2 * day, label: 'Diagnostic et devis remis, version 2' },
  { atMs: issuedAtMs, label: 'Validation par Jeanne Lefèvre' },
] as const;

const diagnostic: DiagnosticContext = {
  ...issue,
  mission,
  laureates: [laureate],
  expert,
  scopingNoteVersion: 3,
  submittedAtMs: issuedAtMs - 2 * day,
  sections: answers,
  devis,
  // A document can't hold its own fingerprint: the diagnostic names the devis only.
  files: files.slice(1),
};

const report: ReportContext = {
  ...issue,
  mission,
  laureates: [laureate],
  expert,
  submittedAtMs: issuedAtMs + 100 * day,
  sections: answers,
  validatedCents: 300_000,
  finalCents: 280_000,
  releasedCents: 20_000,
  chronology,
};

const attestation: AttestationContext = {
  ...issue,
  proofId: 'SM-2025-0042-v2-validation',
  subject: 'le diagnostic préalable et le devis',
  mission,
  laureate,
  expert,
  devis,
  share,
  files,
  signatory: {
    name: 'Jeanne Lefèvre',
    function: 'présidente',
    quality: 'signataire, personne habilitée à engager la structure',
    organisation: laureate.name,
    siret: laureate.siret,
    email: 'jeanne.lefevre@filature.example.fr',
  },
  consent:
    'Je valide le diagnostic préalable et le devis n° 2025-017 de 3 000,00 € toutes taxes comprises, au nom de La Filature du Haut-Pays que je suis habilitée à engager.',
  decidedAtMs: issuedAtMs,
  authentication: [
    { atMs: issuedAtMs - 600_000, label: 'Lien de connexion demandé' },
    { atMs: issuedAtMs - 598_000, label: 'Lien envoyé à jeanne.lefevre@filature.example.fr' },
    { atMs: issuedAtMs - 420_000, label: 'Lien utilisé' },
    { atMs: issuedAtMs - 60_000, label: 'Code à six chiffres envoyé' },
    { atMs: issuedAtMs - 20_000, label: 'Code accepté au premier essai' },
  ],
  chronology,
  recordHash: hashOf('2'),
};

const devisSample: DevisSampleContext = {
  number: '2025-017',
  issuedOn: '2025-02-28',
  validUntil: '2025-04-30',
  seller: {
    company: expert.company,
    siret: expert.siret,
    address: '14 rue des Tanneurs, 59000 Lille',
    email: 'bonjour@atelier-commun.example.fr',
  },
  buyer: { name: laureate.name, siret: laureate.siret, address: '3 quai de la Scarpe, 59230 Saint-Amand-les-Eaux' },
  object: 'Modèle économique de l’atelier de tissage partagé, de l’observation au tableau de suivi.',
  lines: [
    { label: 'Observation dans l’atelier', days: 1, dailyRateCents: 62_500, amountCents: 62_500 },
    {
      label: 'Ateliers avec les artisans, préparation comprise',
      days: 1.5,
      dailyRateCents: 62_500,
      amountCents: 93_750,
    },
    {
      label: 'Modèle économique à trois ans et tableau de suivi',
      days: 1,
      dailyRateCents: 62_500,
      amountCents: 62_500,
    },
    { label: 'Restitution', days: 0.5, dailyRateCents: 62_500, amountCents: 31_250 },
  ],
  exclVatCents: 250_000,
  vatRate: '20 %',
  vatCents: 50_000,
  inclVatCents: 300_000,
};

const decided = (number: number, days: number) => ({ number, atMs: issuedAtMs - days * day, reason: '' });
const mission42 = 'avec Atelier Commun, SCOP (SM-2025-0042)';
const mission57 = 'avec La Fonderie des Idées, études et conseil aux tiers-lieux (SM-2025-0057)';

const statement: StatementContext = {
  ...issue,
  title: 'Relevé de subvention',
  closing: false,
  laureate,
  atMs: issuedAtMs,
  settingsVersion: 3,
  totals: [
    { label: 'Attribué', cents: 1_500_000 },
    { label: 'Engagé, pas encore réglé', cents: 125_050 },
    { label: 'Réglé', cents: 280_000 },
    { label: 'Dont payé à ce jour', cents: 280_000 },
  ],
  remaining: { label: 'Disponible', cents: 1_094_950 },
  waiting: [
    { expertName: 'Numérique des Berges', need: 'Choisir un logiciel de réservation des machines.', cents: 180_000 },
  ],
  holding: [
    {
      expertName: 'La Fonderie des Idées, études et conseil aux tiers-lieux',
      need: 'Revoir le bail et la répartition des charges avec la commune, avant l’arrivée de dix artisans.',
      cents: 125_050,
    },
  ],
  lines: [
    {
      ...decided(1, 700),
      ...{ what: 'Subvention attribuée', detail: 'Décision COPIL-2023-04 du mercredi 5 avril 2023', mission: '' },
      ...{ cents: 1_500_000, remainingCents: 1_500_000, byName: 'Inès Garnier' },
    },
    {
      ...decided(2, 120),
      ...{ what: 'Engagement', detail: 'Devis, version 2', mission: mission42 },
      ...{ cents: -300_000, remainingCents: 1_200_000, byName: 'Jeanne Lefèvre' },
    },
    {
      ...decided(3, 60),
      ...{ what: 'Engagement', detail: 'Devis, version 1', mission: mission57 },
      ...{ cents: -125_050, remainingCents: 1_074_950, byName: 'Jeanne Lefèvre' },
    },
    {
      ...decided(4, 40),
      ...{ what: 'Règlement', detail: '2 800,00 € réglés sur 3 000,00 € engagés', mission: mission42 },
      ...{ cents: 20_000, remainingCents: 1_094_950, byName: 'Jeanne Lefèvre' },
    },
    {
      ...decided(5, 20),
      ...{ what: 'Paiement', detail: '2 800,00 € payés à l’expert', mission: mission42 },
      ...{ cents: 0, remainingCents: 1_094_950, byName: 'Jeanne Lefèvre' },
    },
    {
      ...decided(6, 19),
      ...{ what: 'Paiement', detail: '2 800,00 € : paiement annulé', mission: mission42 },
      ...{ reason: 'Le virement portait sur la facture d’une autre manufacture.' },
      ...{ cents: 0, remainingCents: 1_094_950, byName: 'Inès Garnier' },
    },
    {
      ...decided(7, 12),
      ...{ what: 'Paiement', detail: '2 800,00 € payés à l’expert', mission: mission42 },
      ...{ cents: 0, remainingCents: 1_094_950, byName: 'Jeanne Lefèvre' },
    },
  ],
  head: { sequence: 7, hash: hashOf('5') },
};

const myData: MyDataContext = {
  programme: issue.programme,
  originalAddress: issue.originalAddress,
  name: 'Jeanne Lefèvre',
  facts: [
    { label: 'Adresse de courriel', value: 'jeanne.lefevre@filature.example' },
    { label: 'Téléphone', value: 'aucun' },
    { label: 'Rôle', value: 'Signataire de La Filature du Haut-Pays' },
  ],
  kept: Object.values(categories).map(({ holds, keep, end, reason }) => ({
    ...{ holds, length: keepWords(keep), end: ends[end], reason: reasons[reason] },
  })),
  contact: 'Inès Garnier, surmesure@tierslieux.example, 01 23 45 67 89',
};

export const samples: Contexts = {
  diagnostic,
  report,
  attestation,
  statement,
  'devis-summary': devisSummary,
  'scoping-note': scopingNote,
  feedback,
  'weekly-summary': weeklySummary,
  'monthly-summary': monthlySummary,
  'devis-sample': devisSample,
  'my-data': myData,
};
