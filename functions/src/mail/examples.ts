import type { MailFacts, MailName, OutboxItem } from '../domain/notifications/mails.ts';
import { exampleLines } from './example-parts.ts';
import { missionSituations } from './mission-examples.ts';
import type { MailContext } from './render.ts';

/** About no mission, and nobody in particular. */
const ofProgramme = { reader: 'staff', laureateName: '', expertName: '', happened: '', byName: '', need: '' } as const;

const aboutToken = {
  ...{ ...ofProgramme, byName: 'Inès Garnier' },
  reason: 'Tableau de bord (Missions, Lauréats), jusqu’au mardi 4 mars 2025',
};

/** One fictitious mail of each name, for tests and for eyes: exhaustive, so that a new mail is looked at too. */
const situations: Record<MailName, Partial<MailFacts>> = {
  ...missionSituations,
  signIn: { reader: 'laureate', laureateName: '', expertName: '', happened: '', byName: '' },
  confirmationCode: { reader: 'laureate', laureateName: '', expertName: '', happened: '', byName: '' },
  expertRegistered: { reader: 'staff', laureateName: '', happened: '', byName: '', state: 'submitted' },
  expertReviewed: {
    reader: 'expert',
    laureateName: '',
    happened: '',
    byName: 'Inès Garnier',
    state: 'returned',
    reason: 'Précisez deux références sur les modèles économiques.\n\nLe reste de la fiche est prêt.',
  },
  expertReinstated: { reader: 'expert', laureateName: '', happened: '', state: 'published', reason: '' },
  expertWithdrew: {
    reader: 'staff',
    laureateName: '',
    happened: '',
    state: 'withdrawn',
    byName: 'Hugo Lemaire',
    reason: 'Nous cessons notre activité de conseil.',
  },
  noteHandedIn: { reader: 'staff', expertName: '', happened: '', reason: '' },
  noteRevised: { reader: 'staff', expertName: '', happened: '', reason: '' },
  noteAccepted: { reader: 'laureate', expertName: '', happened: '', byName: 'Inès Garnier', reason: '' },
  noteChangesAsked: {
    reader: 'laureate',
    expertName: '',
    happened: '',
    byName: 'Inès Garnier',
    reason: 'Précisez le résultat attendu sur les tarifs.',
  },
  invited: { reader: 'laureate', expertName: '', happened: '' },
  expertInvited: {
    reader: 'expert',
    expertName: '',
    happened: '',
    reason: 'Nous aimerions refaire nos tarifs avec vous, comme à la Fabrique des Monts.',
  },
  registrationKept: { reader: 'expert', laureateName: '', expertName: '', happened: '', byName: '', reason: '' },
  visitorMessage: {
    reader: 'expert',
    laureateName: '',
    happened: 'awa.diop@exemple.fr',
    byName: 'Awa Diop (La Fabrique du Vallon)',
    reason: 'Nous cherchons à revoir nos tarifs avant l’été.\n\nAvril nous conviendrait.',
  },
  newAddress: { reader: 'laureate', expertName: '', happened: '', byName: 'Inès Garnier' },
  addressCheck: { reader: 'laureate', laureateName: '', expertName: '', happened: '', byName: 'Amélie Roux' },
  emailChanged: {
    reader: 'laureate',
    expertName: '',
    happened: '',
    byName: 'Inès Garnier',
    reason: 'Demandé par téléphone le 3 mars.',
  },
  memberChanged: { reader: 'laureate', expertName: '', happened: 'Signature déléguée à Zoé Martin' },
  interestFound: { reader: 'staff', happened: '', byName: '' },
  entityChanged: {
    reader: 'expert',
    expertName: '',
    happened: 'La Fabrique du Vallon (SIRET 732 829 320 00074), depuis le mardi 4 mars 2025',
    byName: 'Inès Garnier',
    reason: 'L’association est devenue une SCIC.',
  },
  fundedBaseSet: {
    reader: 'laureate',
    expertName: '',
    happened: 'Montant hors taxes (la TVA est récupérée)',
    byName: 'Inès Garnier',
    reason: 'Attestation fiscale reçue le 3 mars.',
  },
  referentAssigned: {
    reader: 'laureate',
    expertName: '',
    happened: 'Inès Garnier, 01 23 45 67 89, ines.garnier@tierslieux.example',
    byName: 'Camille Ferrand',
  },
  laureateStopped: {
    reader: 'laureate',
    expertName: '',
    happened: 'Label retiré',
    byName: 'Inès Garnier',
    reason: 'La structure a été liquidée le 3 mars.',
  },
  laureateMerged: {
    reader: 'expert',
    expertName: '',
    happened: 'Les Ateliers du Vallon',
    byName: 'Inès Garnier',
    reason: 'Fusion votée le 3 mars.',
  },
  laureateResumed: {
    reader: 'expert',
    expertName: '',
    happened: 'Suspension levée',
    byName: 'Inès Garnier',
    reason: 'Les comptes sont déposés.',
  },
  grantCut: {
    reader: 'laureate',
    happened: 'Accès au dossier coupé',
    expertName: 'Hugo Lemaire (Atelier des Trois Rives)',
    byName: 'Inès Garnier',
    reason: 'La consultante a quitté l’entreprise.',
  },
  grantExtended: {
    reader: 'expert',
    happened: 'Accès au dossier prolongé jusqu’au mardi 30 juin 2026',
    byName: 'Inès Garnier',
    reason: 'Le rapport est repris après une remarque de la manufacture.',
  },
  unusualVolume: {
    reader: 'staff',
    laureateName: '',
    expertName: '',
    happened: '',
    reason: '61 fichiers ouverts en une heure',
    byName: 'Hugo Lemaire',
  },
  subsidyChanged: {
    reader: 'laureate',
    expertName: '',
    happened: 'Remboursement après clôture : 300,00 € de plus.',
    byName: 'Inès Garnier',
    reason: 'L’expert rend une journée qui n’a pas eu lieu.',
  },
  healthShort: {
    reader: 'staff',
    ...{ laureateName: '', expertName: '', byName: '' },
    happened: 'Courriels à partir',
    reason:
      'Courriels à partir. Le plus ancien aurait dû partir il y a 2 heures. Prévenez la personne qui maintient le service.',
  },
  ledgerBroken: {
    reader: 'staff',
    expertName: '',
    happened: 'Ligne 3 (m1.v1.commit) : son contenu ou son empreinte ont été changés.',
    byName: '',
  },
  expertInactive: {
    reader: 'expert',
    laureateName: '',
    state: 'published',
    byName: '',
    reason: 'mercredi 30 décembre 2026',
  },
  erasureDecided: { laureateName: '', expertName: '', byName: '' },
  erasureBegun: { ...ofProgramme, reason: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
  apiTokenMade: aboutToken,
  apiTokenRevoked: aboutToken,
  cardToConfirm: { reader: 'expert', laureateName: '', state: 'published', byName: '' },
  weeklySummary: {
    ...ofProgramme,
    reason: 'semaine du 23 au 29 novembre 2026, 12\u00a0attentes, 3\u00a0missions bloquées',
  },
  monthlySummary: { ...ofProgramme, reason: 'mois de novembre 2026, rien n’attend' },
  digest: {
    happened: '2 réponses attendues de vous',
    byName: '',
    expertName: '',
    need: 'Validez, renvoyez ou refusez le diagnostic et le devis',
  },
};

const facts: MailFacts = {
  recipientName: 'Amélie Roux',
  reader: 'laureate',
  laureateName: 'La Fabrique du Vallon',
  expertName: 'Atelier des Trois Rives',
  happened: '',
  byName: 'Camille Ferrand',
  reason: '',
  state: null,
  need: 'Nous voulons fixer nos prix de location d’atelier et bâtir un budget sur trois ans.\n\nUn premier échange sur place serait utile.',
};

export function exampleOf(mail: MailName, changed: Partial<MailFacts> = {}): OutboxItem {
  return {
    id: `${mail}.example.1.recipient`,
    mail,
    to: { email: 'amelie.roux@vallon.example', name: 'Amélie Roux', uid: 'amelie' },
    facts: { ...facts, ...situations[mail], ...changed },
    path: '/laureat?mission=m1',
    ...{ when: 'now', mission: { id: 'm1', event: 1 }, parts: mail === 'digest' ? exampleLines : [] },
    createdAt: 0,
  };
}

export const exampleContext: MailContext = {
  origin: 'https://surmesure.example',
  signInToken: 'qd7Yk2Zr0mWc1bX4vN8sT5uH3pLgA6eJfR9oKiB_-Qs',
  preferencesToken: 'eyJ1aWQiOiJhbWVsaWUifQ.Zm9vdGVyLW9mLWEtbWFpbC1zaWduZWQtaGVyZS0xMjM',
  code: '048213',
  contact: { name: 'Inès Garnier', email: 'surmesure@tierslieux.example', phone: '01 23 45 67 89' },
  programmeName: 'Manufactures de proximité · L’accompagnement sur mesure',
};
