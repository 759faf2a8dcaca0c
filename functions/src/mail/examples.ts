import type { MailFacts, MailName, OutboxItem } from '../domain/notifications/subscriptions.ts';
import type { MailContext } from './render.ts';

/** One fictitious mail of each name, for tests and for eyes: exhaustive, so that a new mail is looked at too. */
const situations: Record<MailName, Partial<MailFacts>> = {
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
  invited: { reader: 'laureate', expertName: '', happened: '' },
  expertInvited: {
    reader: 'expert',
    expertName: '',
    happened: '',
    reason: 'Nous aimerions refaire nos tarifs avec vous, comme à la Fabrique des Monts.',
  },
  newAddress: { reader: 'laureate', expertName: '', happened: '', byName: 'Inès Garnier' },
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
  laureateResumed: {
    reader: 'expert',
    expertName: '',
    happened: 'Suspension levée',
    byName: 'Inès Garnier',
    reason: 'Les comptes sont déposés.',
  },
  missionRequested: { reader: 'expert', state: 'awaiting_expert', happened: 'Mission demandée' },
  sharingProposed: { reader: 'laureate', state: 'awaiting_expert', happened: 'Mission demandée' },
  dossierOpened: {
    reader: 'laureate',
    state: 'awaiting_expert',
    happened: 'Absence d’intérêt déclarée, dossier ouvert',
    byName: 'Hugo Lemaire',
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
  missionAccepted: {
    reader: 'laureate',
    state: 'awaiting_diagnostic',
    happened: 'Mission acceptée',
    byName: 'Hugo Lemaire',
  },
  missionDeclined: {
    reader: 'laureate',
    state: 'declined',
    happened: 'Mission déclinée',
    byName: 'Hugo Lemaire',
    reason: 'Notre équipe est prise jusqu’en septembre.',
  },
  diagnosticSubmitted: {
    reader: 'laureate',
    state: 'awaiting_validation',
    happened: 'Diagnostic et devis envoyés',
    byName: 'Hugo Lemaire',
  },
  diagnosticSubmittedStaff: {
    reader: 'staff',
    state: 'awaiting_validation',
    happened: 'Diagnostic et devis envoyés',
    byName: 'Hugo Lemaire',
  },
  diagnosticValidated: { reader: 'expert', state: 'awaiting_report', happened: 'Diagnostic et devis validés' },
  validationNotice: { reader: 'laureate', state: 'awaiting_report', happened: 'Diagnostic et devis validés' },
  signedDevisRecorded: {
    reader: 'laureate',
    state: 'awaiting_report',
    happened: 'Devis signé à la main enregistré',
    reason: 'Le devis nous est parvenu par courrier, signé.',
  },
  sentBack: {
    reader: 'expert',
    state: 'awaiting_correction',
    happened: 'Renvoyé pour correction',
    reason: 'Le devis compte six journées, nous en avions retenu quatre.\nMerci de revoir aussi la date de début.',
  },
  missionRefused: {
    reader: 'expert',
    state: 'refused',
    happened: 'Diagnostic et devis refusés',
    reason: 'Le périmètre ne correspond plus à notre besoin.',
  },
  reportSubmitted: {
    reader: 'laureate',
    state: 'awaiting_confirmation',
    happened: 'Rapport de mission envoyé',
    byName: 'Hugo Lemaire',
  },
  reportSubmittedStaff: {
    reader: 'staff',
    state: 'awaiting_confirmation',
    happened: 'Rapport de mission envoyé',
    byName: 'Hugo Lemaire',
  },
  amendmentProposed: {
    reader: 'laureate',
    state: 'awaiting_report',
    happened: 'Avenant proposé',
    byName: 'Hugo Lemaire',
    reason: 'Une journée d’essai de plus sur la découpe numérique.',
  },
  serviceConfirmed: { reader: 'expert', state: 'closed', happened: 'Service confirmé' },
  feedbackInvited: { reader: 'laureate', state: 'closed', happened: 'Service confirmé' },
  reminder: { reader: 'expert', state: 'awaiting_report', happened: 'Relance envoyée', byName: '' },
  missionChanged: {
    reader: 'laureate',
    state: 'on_hold',
    happened: 'Mission suspendue',
    byName: 'Inès Garnier',
    reason: 'En attente de l’accord de la commune sur les locaux.',
  },
  messageReceived: {
    reader: 'expert',
    happened: '',
    byName: 'Amélie Roux (La Fabrique du Vallon)',
    state: 'awaiting_report',
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
    createdAt: 0,
  };
}

export const exampleContext: MailContext = {
  origin: 'https://surmesure.example',
  signInToken: 'qd7Yk2Zr0mWc1bX4vN8sT5uH3pLgA6eJfR9oKiB_-Qs',
  code: '048213',
  contact: { name: 'Inès Garnier', email: 'surmesure@tierslieux.example', phone: '01 23 45 67 89' },
  programmeName: 'Manufactures de proximité · L’accompagnement sur mesure',
};
