import type { Frequency } from './frequencies.ts';
import { type MailName, mailNames, type Reader } from './mails.ts';

/** What a mail is for, and so what its reader may choose of it. */
export const purposes = {
  /** About the reader's own account, or asked for by whom it reaches: it leaves at once and can't be turned down. */
  account: { choices: ['now'], budgeted: false },
  /** What the programme, or a proof, requires to be told at once. */
  required: { choices: ['now'], budgeted: false },
  /** Something is expected of the reader: it may be gathered, never silenced. */
  request: { choices: ['now', 'daily', 'weekly'], budgeted: false },
  /** What was decided about the reader or its mission: the same. */
  decision: { choices: ['now', 'daily', 'weekly'], budgeted: false },
  /** Somebody wrote: gathered while it isn't read, and may be turned down. */
  message: { choices: ['now', 'daily', 'weekly', 'never'], budgeted: false },
  /** The same thing asked again. The page shows it too: it may be turned down. */
  reminder: { choices: ['now', 'daily', 'weekly', 'never'], budgeted: true },
  /** Good to know. */
  news: { choices: ['now', 'daily', 'weekly', 'never'], budgeted: true },
  /** Gathers a week or a month already, with its figures: it leaves by itself, or not at all. */
  summary: { choices: ['now', 'never'], budgeted: false },
  /** Gathers others in one: what is chosen is when each of those is told, and this one leaves as soon as it is made. */
  digest: { choices: ['now'], budgeted: true },
} as const satisfies Record<string, { readonly choices: readonly Frequency[]; readonly budgeted: boolean }>;
export type Purpose = keyof typeof purposes;

export interface MailKind {
  readonly purpose: Purpose;
  /** What the page of preferences calls it: what happened, as its readers say it. */
  readonly label: string;
  /** Whose page of preferences shows it. */
  readonly readers: readonly Reader[];
  /** A change of a mission: it waits some minutes, and one mail tells of all that happened meanwhile. */
  readonly merges?: true;
}

/** Every mail: what it is for, and its name among what people choose. A new one does not compile until it has its line. */
export const mailKinds = {
  signIn: { purpose: 'account', label: 'Lien de connexion', readers: [] },
  confirmationCode: { purpose: 'account', label: 'Code de confirmation', readers: [] },
  expertRegistered: { purpose: 'request', label: 'Fiche d’expert déposée', readers: ['expert', 'staff'] },
  expertReviewed: { purpose: 'decision', label: 'Décision sur votre fiche', readers: ['expert'] },
  expertReinstated: { purpose: 'decision', label: 'Fiche rétablie', readers: ['expert'] },
  expertWithdrew: { purpose: 'request', label: 'Fiche retirée par un expert', readers: ['staff'] },
  cardToConfirm: { purpose: 'reminder', label: 'Fiche à confirmer chaque année', readers: ['expert'] },
  // Nobody may miss them: what they say can't be undone.
  expertInactive: { purpose: 'account', label: 'Fiche sans activité', readers: [] },
  erasureDecided: { purpose: 'account', label: 'Réponse à une demande d’effacement', readers: [] },
  erasureBegun: { purpose: 'account', label: 'Effacement commencé', readers: [] },
  // It opens the data of the programme to whoever holds it: nobody of the team may miss it.
  apiTokenMade: { purpose: 'required', label: 'Jeton d’accès aux données créé', readers: ['staff'] },
  apiTokenRevoked: { purpose: 'required', label: 'Jeton d’accès aux données révoqué', readers: ['staff'] },
  noteHandedIn: { purpose: 'news', label: 'Note de cadrage déposée', readers: ['staff'] },
  noteRevised: { purpose: 'news', label: 'Note de cadrage revue', readers: ['staff'] },
  noteAccepted: { purpose: 'decision', label: 'Note de cadrage acceptée', readers: ['laureate'] },
  noteChangesAsked: { purpose: 'request', label: 'Note de cadrage à revoir', readers: ['laureate'] },
  invited: { purpose: 'account', label: 'Invitation', readers: [] },
  expertInvited: { purpose: 'account', label: 'Invitation d’un expert', readers: [] },
  registrationKept: { purpose: 'account', label: 'Lien vers une inscription commencée', readers: [] },
  // Whoever publishes a card is written to; its reader has no choice to make but to answer or not.
  visitorMessage: { purpose: 'account', label: 'Message de l’annuaire', readers: [] },
  newAddress: { purpose: 'account', label: 'Nouvelle adresse de courriel', readers: [] },
  addressCheck: { purpose: 'account', label: 'Essai de votre adresse', readers: [] },
  emailChanged: { purpose: 'account', label: 'Adresse de courriel changée', readers: [] },
  memberChanged: { purpose: 'decision', label: 'Personnes de votre équipe', readers: ['laureate', 'expert', 'staff'] },
  interestFound: { purpose: 'request', label: 'Lien possible avec une manufacture', readers: ['staff'] },
  entityChanged: { purpose: 'news', label: 'Entité juridique changée', readers: ['laureate', 'expert'] },
  fundedBaseSet: { purpose: 'decision', label: 'Base prise en charge', readers: ['laureate'] },
  referentAssigned: { purpose: 'news', label: 'Référent de votre manufacture', readers: ['laureate'] },
  laureateStopped: { purpose: 'decision', label: 'Manufacture suspendue', readers: ['laureate', 'expert'] },
  laureateResumed: { purpose: 'decision', label: 'Manufacture rétablie', readers: ['laureate', 'expert'] },
  laureateMerged: { purpose: 'decision', label: 'Manufacture reprise par une autre', readers: ['laureate', 'expert'] },
  missionRequested: { purpose: 'request', label: 'Mission demandée', readers: ['expert'] },
  sharingProposed: { purpose: 'request', label: 'Mission à partager', readers: ['laureate'] },
  dossierOpened: { purpose: 'decision', label: 'Dossier ouvert à un expert', readers: ['laureate', 'staff'] },
  grantCut: { purpose: 'decision', label: 'Accès à un dossier coupé', readers: ['laureate', 'expert'] },
  grantExtended: { purpose: 'decision', label: 'Accès à un dossier changé', readers: ['laureate', 'expert'] },
  unusualVolume: { purpose: 'request', label: 'Lecture inhabituelle', readers: ['staff'] },
  subsidyChanged: { purpose: 'decision', label: 'Subvention attribuée ou corrigée', readers: ['laureate'] },
  healthShort: { purpose: 'required', label: 'Service à vérifier', readers: ['staff'] },
  ledgerBroken: { purpose: 'required', label: 'Registre à réparer', readers: ['staff'] },
  missionAccepted: {
    purpose: 'decision',
    label: 'Mission acceptée par l’expert',
    readers: ['laureate'],
    merges: true,
  },
  missionDeclined: {
    purpose: 'decision',
    label: 'Mission déclinée par l’expert',
    readers: ['laureate'],
    merges: true,
  },
  diagnosticSubmitted: { purpose: 'request', label: 'Diagnostic et devis à valider', readers: ['laureate'] },
  diagnosticSubmittedStaff: { purpose: 'required', label: 'Diagnostic déposé', readers: ['staff'] },
  diagnosticValidated: { purpose: 'request', label: 'Diagnostic et devis validés', readers: ['expert'] },
  validationNotice: { purpose: 'required', label: 'Validation enregistrée', readers: ['laureate'] },
  signedDevisRecorded: { purpose: 'required', label: 'Devis signé à la main enregistré', readers: ['laureate'] },
  sentBack: { purpose: 'request', label: 'Diagnostic ou rapport à corriger', readers: ['expert'] },
  missionRefused: { purpose: 'decision', label: 'Diagnostic et devis refusés', readers: ['expert'] },
  reportSubmitted: { purpose: 'request', label: 'Rapport à confirmer', readers: ['laureate'] },
  reportSubmittedStaff: { purpose: 'required', label: 'Rapport déposé', readers: ['staff'] },
  amendmentProposed: { purpose: 'request', label: 'Avenant à valider', readers: ['laureate'] },
  serviceConfirmed: { purpose: 'decision', label: 'Service confirmé', readers: ['expert'] },
  feedbackInvited: { purpose: 'request', label: 'Bilan de satisfaction', readers: ['laureate'] },
  invoiceDeposited: { purpose: 'request', label: 'Facture déposée', readers: ['laureate', 'staff'] },
  invoicePaid: { purpose: 'decision', label: 'Facture payée', readers: ['laureate', 'expert'] },
  invoiceUnpaid: { purpose: 'decision', label: 'Facture non payée', readers: ['laureate', 'expert', 'staff'] },
  paymentCancelled: { purpose: 'decision', label: 'Paiement annulé', readers: ['laureate', 'expert', 'staff'] },
  reminder: { purpose: 'reminder', label: 'Rappels', readers: ['laureate', 'expert'] },
  missionDecided: {
    purpose: 'decision',
    label: 'Mission arrêtée, suspendue ou prolongée',
    readers: ['laureate', 'expert', 'staff'],
    merges: true,
  },
  missionChanged: { purpose: 'news', label: 'Mission qui avance', readers: ['laureate', 'expert'], merges: true },
  messageReceived: { purpose: 'message', label: 'Message reçu', readers: ['laureate', 'expert', 'staff'] },
  actedOnBehalf: { purpose: 'required', label: 'Action faite en votre nom', readers: ['laureate', 'expert'] },
  digest: { purpose: 'digest', label: 'Récapitulatif', readers: [] },
  weeklySummary: { purpose: 'summary', label: 'Synthèse de la semaine', readers: ['staff'] },
  monthlySummary: { purpose: 'summary', label: 'Synthèse du mois', readers: ['staff'] },
} as const satisfies Record<MailName, MailKind>;

/** The row of a mail, read as the general type. */
export function kindOf(mail: MailName): MailKind {
  return mailKinds[mail];
}

/** Mails that take a place in the week of a laureate’s person, beside the one that gathers. */
export const budgetedMails: readonly MailName[] = mailNames.filter((mail) => {
  const { purpose } = mailKinds[mail];
  return purposes[purpose].budgeted && purpose !== 'digest';
});

/** What may be chosen of a mail, in the order in which it is offered. */
export function choicesOf(mail: MailName): readonly Frequency[] {
  return purposes[mailKinds[mail].purpose].choices;
}

/**
 * What its reader no longer receives once a mail is turned down: that mail; of a digest, each mail that it may gather and that can be turned down,
 * since what is expected of its reader can't be. Empty where nothing may be.
 */
export function turnedDownBy(mail: MailName): readonly MailName[] {
  const mails = mail === 'digest' ? mailNames.filter((name) => choicesOf(name).includes('weekly')) : [mail];
  return mails.filter(mayBeTurnedDown);
}

/** Whether a reader may choose not to have it. */
export function mayBeTurnedDown(mail: MailName): boolean {
  return choicesOf(mail).includes('never');
}
