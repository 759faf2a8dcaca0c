import type { MailFacts, MailName } from '../domain/notifications/mails.ts';
import { digestMails } from './digest-mails.ts';
import { expertMails } from './expert-mails.ts';
import { french } from './french.ts';
import { invoiceMails } from './invoice-mails.ts';
import { laureateMails } from './laureate-mails.ts';
import { noteMails } from './note-mails.ts';
import { peopleMails } from './people-mails.ts';
import { reminderMails } from './reminder-mails.ts';
import { serviceMails } from './service-mails.ts';
import { signInMails } from './sign-in-mails.ts';
import { expectation } from './stages.ts';
import { subsidyMails } from './subsidy-mails.ts';
import { summaryMails } from './summary-mails.ts';
import { accountMail, type MailWords, missionMail, theNeed, theReason } from './words.ts';

const becameOtherwise = missionMail({
  subject: ({ happened, laureateName }) => french`${happened} : ${laureateName}`,
  lead: expectation,
  quote: theReason,
});

/** Exhaustive: a new mail does not compile until it has words. */
export const mails = {
  ...signInMails,

  ...expertMails,
  ...noteMails,
  ...peopleMails,
  ...laureateMails,
  ...subsidyMails,
  ...serviceMails,
  ...summaryMails,

  missionRequested: missionMail({
    subject: ({ laureateName }) => french`Mission demandée par ${laureateName}`,
    lead: 'Répondez à cette demande de mission.',
    paragraphs: [
      'Déclarez d’abord n’avoir aucun intérêt dans la manufacture, si tel est le cas. Son dossier s’ouvre alors à vous, et vous acceptez ou déclinez la mission après l’avoir lu.',
    ],
    quote: theNeed,
    button: 'Répondre à la demande',
  }),

  sharingProposed: missionMail({
    subject: ({ laureateName }) => french`Mission à partager avec ${laureateName}`,
    lead: ({ expertName }) => `Dites si votre manufacture prend part à la mission demandée à ${expertName}.`,
    paragraphs: [
      'Votre dossier ne s’ouvre à l’expert qu’avec l’accord d’une personne signataire de votre manufacture.',
    ],
    quote: theNeed,
    button: 'Répondre à la proposition',
  }),

  dossierOpened: missionMail({
    subject: ({ laureateName, expertName }) => french`Dossier ouvert à ${expertName} : ${laureateName}`,
    lead: ({ byName, expertName, state }) =>
      state === 'awaiting_expert'
        ? french`Rien n’est attendu de vous : ${expertName} lit le dossier avant d’accepter ou de décliner la mission.`
        : french`Rien n’est attendu de vous : ${byName || expertName} suit désormais la mission pour ${expertName} et lit le dossier.`,
    paragraphs: [
      ({ byName, expertName }) =>
        `${byName || expertName} a déclaré n’avoir aucun intérêt dans la manufacture et s’engage à la confidentialité.`,
    ],
  }),

  grantCut: accountMail({
    subject: ({ laureateName }) => french`Accès au dossier coupé : ${laureateName}`,
    lead: ({ reader, laureateName, expertName }) =>
      reader === 'expert'
        ? french`Rien n’est attendu de vous : l’équipe France Tiers-Lieux a coupé votre accès à ce dossier : ${laureateName}.`
        : french`Rien n’est attendu de vous : l’équipe France Tiers-Lieux a coupé un accès à votre dossier, pour ${expertName}.`,
    paragraphs: [
      ({ reader }) =>
        reader === 'expert'
          ? 'Vos missions et vos propres dépôts vous restent ouverts. Pour en parler, répondez à ce message.'
          : 'Cette personne ne peut plus ouvrir aucune pièce de votre dossier. Pour en parler, répondez à ce message.',
    ],
    quote: theReason,
    button: 'Ouvrir mon espace',
    because: accessReason,
  }),

  grantExtended: accountMail({
    subject: ({ happened, laureateName }) => french`${happened} : ${laureateName}`,
    lead: ({ reader, laureateName, expertName }) =>
      reader === 'expert'
        ? french`Rien n’est attendu de vous : l’équipe France Tiers-Lieux a changé votre accès à ce dossier : ${laureateName}.`
        : french`Rien n’est attendu de vous : l’équipe France Tiers-Lieux a changé un accès à votre dossier, pour ${expertName}.`,
    paragraphs: [({ happened }) => `${happened}.`],
    quote: theReason,
    button: 'Ouvrir mon espace',
    because: accessReason,
  }),

  unusualVolume: accountMail({
    subject: ({ byName }) => french`Volume de lecture inhabituel : ${byName}`,
    lead: ({ byName, reason }) => french`Vérifiez les lectures faites par ${byName} : ${reason}.`,
    paragraphs: [
      'Rien n’est bloqué. Si ces lectures vous surprennent, appelez la personne, puis coupez ses accès ou son compte.',
    ],
    button: 'Ouvrir l’espace de l’équipe',
    because: 'vous suivez les accès aux dossiers.',
  }),

  missionAccepted: missionMail({
    subject: ({ laureateName }) => french`Mission acceptée : ${laureateName}`,
    lead: ({ expertName }) => french`Rien n’est attendu de vous : ${expertName} prépare le diagnostic et le devis.`,
  }),

  missionDeclined: missionMail({
    subject: ({ laureateName }) => french`Mission déclinée : ${laureateName}`,
    lead: 'Choisissez un autre expert, si le besoin demeure.',
    paragraphs: [({ expertName }) => `${expertName} ne peut pas prendre la mission.`],
    quote: theReason,
  }),

  diagnosticSubmitted: missionMail({
    subject: ({ laureateName }) => french`Diagnostic et devis à valider : ${laureateName}`,
    lead: ({ expertName }) =>
      french`Décidez du diagnostic et du devis envoyés par ${expertName} : valider, renvoyer pour correction ou refuser.`,
    paragraphs: ['La mission ne commence qu’après votre validation.'],
    button: 'Lire le diagnostic et le devis',
  }),

  diagnosticSubmittedStaff: missionMail({
    subject: ({ laureateName }) => french`Diagnostic et devis reçus : ${laureateName}`,
    lead: ({ laureateName }) => french`Rien n’est attendu de vous : la décision revient à ${laureateName}.`,
    button: 'Lire le diagnostic et le devis',
  }),

  diagnosticValidated: missionMail({
    subject: ({ laureateName }) => french`Diagnostic et devis validés : ${laureateName}`,
    lead: ({ state }) =>
      state === 'awaiting_validation'
        ? french`Attendez avant de commencer la mission : il manque encore une validation.`
        : 'Vous pouvez commencer la mission. Envoyez le rapport dès qu’elle est terminée.',
  }),

  validationNotice: missionMail({
    subject: ({ laureateName }) => french`Diagnostic et devis validés : ${laureateName}`,
    lead: 'Vérifiez que cette validation est bien celle de votre manufacture.',
    paragraphs: [
      ({ byName, expertName }) => `${byName} vient de valider le diagnostic et le devis envoyés par ${expertName}.`,
      french`Tout est en ordre ? Rien d’autre n’est attendu de vous. Sinon, contestez la validation sans attendre depuis la page de la mission.`,
    ],
    button: 'Vérifier la validation',
  }),

  signedDevisRecorded: missionMail({
    subject: ({ laureateName }) => french`Devis signé à la main enregistré : ${laureateName}`,
    lead: 'Vérifiez que ce devis est bien signé pour votre manufacture.',
    paragraphs: [
      ({ byName, expertName }) => `${byName} vient d’enregistrer le devis envoyé par ${expertName}, signé à la main.`,
      french`Tout est en ordre ? Rien d’autre n’est attendu de vous. Sinon, contestez sans attendre depuis la page de la mission.`,
    ],
    quote: theReason,
    button: 'Vérifier le devis signé',
  }),

  sentBack: missionMail({
    subject: ({ state, laureateName }) =>
      state === 'awaiting_report'
        ? french`Rapport à reprendre : ${laureateName}`
        : french`Diagnostic et devis à corriger : ${laureateName}`,
    lead: ({ state }) =>
      state === 'awaiting_report'
        ? 'Reprenez le rapport, puis envoyez-le de nouveau.'
        : 'Corrigez le diagnostic ou le devis, puis envoyez la nouvelle version.',
    quote: theReason,
    button: 'Corriger et renvoyer',
  }),

  missionRefused: missionMail({
    subject: ({ laureateName }) => french`Diagnostic et devis refusés : ${laureateName}`,
    lead: ({ state }) =>
      state === 'awaiting_correction'
        ? 'Proposez une nouvelle répartition entre les lauréats qui continuent.'
        : french`Rien n’est attendu de vous : la mission s’arrête là.`,
    quote: theReason,
  }),

  reportSubmitted: missionMail({
    subject: ({ laureateName }) => french`Rapport à lire, service à confirmer : ${laureateName}`,
    lead: ({ expertName }) =>
      `Lisez le rapport envoyé par ${expertName}, puis confirmez le service ou renvoyez le rapport.`,
    button: 'Lire le rapport',
  }),

  reportSubmittedStaff: missionMail({
    subject: ({ laureateName }) => french`Rapport reçu : ${laureateName}`,
    lead: ({ laureateName }) => french`Rien n’est attendu de vous : la confirmation revient à ${laureateName}.`,
    button: 'Lire le rapport',
  }),

  amendmentProposed: missionMail({
    subject: ({ laureateName }) => french`Avenant à valider : ${laureateName}`,
    lead: ({ expertName }) => `Lisez l’avenant proposé par ${expertName}, puis validez-le ou refusez-le.`,
    paragraphs: ['D’ici là, le devis initial reste en vigueur.'],
    quote: theReason,
    button: 'Lire l’avenant',
  }),

  serviceConfirmed: missionMail({
    subject: ({ laureateName }) => french`Service confirmé : ${laureateName}`,
    lead: ({ state }) =>
      state === 'awaiting_confirmation'
        ? french`Rien n’est attendu de vous : il manque encore une confirmation.`
        : french`Rien n’est attendu de vous : la mission est terminée.`,
    paragraphs: ['Vos devis, diagnostics, rapports et attestations restent dans votre espace.'],
  }),

  feedbackInvited: missionMail({
    subject: ({ laureateName }) => french`Votre avis sur la mission : ${laureateName}`,
    lead: ({ expertName }) => `Donnez votre avis sur la mission menée avec ${expertName}.`,
    paragraphs: [french`L’équipe France Tiers-Lieux est seule à le lire : il n’est jamais montré à l’expert.`],
    button: 'Donner mon avis',
  }),

  ...invoiceMails,

  ...reminderMails,

  /** Says who wrote, never what: a message can be taken back. */
  messageReceived: missionMail({
    subject: ({ byName, laureateName }) => french`${byName} vous a écrit : ${laureateName}`,
    lead: 'Lisez ce message, et répondez si besoin.',
    button: 'Lire le message',
  }),

  // In place of every other mail of that act, to those in whose name it was made.
  actedOnBehalf: missionMail({
    subject: ({ happened, laureateName }) => french`En votre nom, ${happened} : ${laureateName}`,
    lead: french`Vérifiez ce que l’équipe France Tiers-Lieux vient de faire en votre nom.`,
    paragraphs: [
      ({ byName }) => `${byName} l’a fait parce qu’une personne de votre structure l’a demandé.`,
      'Si ce n’était pas votre intention, appelez l’équipe sans attendre.',
      expectation,
    ],
    quote: { title: 'Qui l’a demandé, et pourquoi', text: 'reason' },
  }),

  missionDecided: becameOtherwise,
  missionChanged: becameOtherwise,

  ...digestMails,
} as const satisfies Record<MailName, MailWords>;

function accessReason({ reader }: MailFacts): string {
  return reader === 'expert' ? 'ce dossier vous a été ouvert.' : 'vous faites partie de l’équipe de la manufacture.';
}
