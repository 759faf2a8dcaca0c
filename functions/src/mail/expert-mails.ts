import { type ExpertState, expertStates } from '../domain/experts/profile.ts';
import type { MailFacts, MailName } from '../domain/notifications/mails.ts';
import { french } from './french.ts';
import { accountMail, type MailWords, theReason } from './words.ts';

/** What is told of an expert's sheet: to its company, or to the team. */
export const expertMails = {
  expertRegistered: accountMail({
    subject: (facts) => (facts.reader === 'staff' ? registered(facts).subject : 'Votre inscription est bien reçue'),
    lead: (facts) =>
      facts.reader === 'staff'
        ? registered(facts).lead
        : french`Rien n’est attendu de vous : l’équipe France Tiers-Lieux examine votre fiche, puis vous répond.`,
    button: ({ reader }) => (reader === 'staff' ? 'Examiner la fiche' : 'Revoir ma fiche'),
    because: ({ reader }) =>
      reader === 'staff' ? 'vous suivez les inscriptions d’experts.' : 'votre structure s’est inscrite comme expert.',
  }),

  expertReviewed: accountMail({
    subject: (facts) => review(facts).subject,
    lead: (facts) => review(facts).lead,
    quote: theReason,
    button: 'Ouvrir ma fiche',
    because: 'votre structure s’est inscrite comme expert.',
  }),

  expertReinstated: accountMail({
    subject: 'Votre fiche est rétablie',
    lead: french`Rien n’est attendu de vous : la suspension est levée, et votre fiche est de nouveau comme avant.`,
    quote: theReason,
    button: 'Ouvrir ma fiche',
    because: 'votre structure s’est inscrite comme expert.',
  }),

  /** `reason` is the day. */
  expertInactive: accountMail({
    subject: ({ expertName }) => french`Sans nouvelle de vous, votre fiche s’efface : ${expertName}`,
    lead: ({ reason }) => french`Connectez-vous avant le ${reason} pour garder votre fiche et votre compte.`,
    paragraphs: [
      french`Aucune activité n’est enregistrée depuis près de deux ans : à cette date, votre fiche est retirée et devient anonyme, et vos comptes s’effacent.`,
      french`Si c’est ce que vous voulez, ne faites rien : vos devis, vos rapports et les preuves des missions faites restent dix ans, comme la loi le demande.`,
    ],
    button: 'Garder ma fiche',
    because: 'votre structure s’est inscrite comme expert.',
  }),

  visitorMessage: accountMail({
    subject: ({ byName }) => french`Message de l’annuaire : ${byName}`,
    lead: ({ byName, happened }) =>
      french`Répondez à ce courriel pour écrire à ${byName} : votre réponse part à ${happened}, sans passer par nous.`,
    paragraphs: [
      'Cette personne vous a écrit depuis votre fiche publique. Nous n’avons vérifié ni son nom ni son adresse.',
      'Elle lira votre adresse dans votre réponse, même si votre fiche ne la montre pas.',
    ],
    quote: theReason,
    button: 'Voir ma fiche',
    because: 'votre structure figure dans l’annuaire des experts.',
  }),

  expertWithdrew: accountMail({
    subject: ({ expertName }) => french`Fiche retirée : ${expertName}`,
    lead: ({ expertName }) =>
      french`Regardez les missions confiées à ${expertName} : dites pour chacune si elle continue.`,
    paragraphs: [
      ({ byName }) => `${byName} a retiré la fiche. Aucune nouvelle mission ne peut lui être demandée.`,
      french`Les missions en cours continuent tant que personne ne les arrête.`,
    ],
    quote: theReason,
    button: 'Voir ses missions',
    because: 'vous suivez les experts du programme.',
  }),
} as const satisfies Partial<Record<MailName, MailWords>>;

/** What the team reads of a registration that was sent, or of a published card that its expert brought up to date. */
function registered({ state, expertName }: MailFacts): { subject: string; lead: string } {
  return state === 'published'
    ? {
        subject: french`Fiche mise à jour : ${expertName}`,
        lead: `Relisez la fiche que ${expertName} vient de changer : l’annuaire la montre déjà.`,
      }
    : {
        subject: french`Inscription à examiner : ${expertName}`,
        lead: `Examinez la fiche déposée par ${expertName}, puis publiez-la ou renvoyez-la pour complément.`,
      };
}

const reviewed: Record<ExpertState, { subject: string; lead: string }> = {
  submitted: {
    subject: 'Votre fiche est à l’examen',
    lead: french`Rien n’est attendu de vous : l’équipe France Tiers-Lieux examine votre fiche, puis vous répond.`,
  },
  returned: {
    subject: 'Votre fiche est à compléter',
    lead: 'Complétez votre fiche, puis envoyez-la de nouveau.',
  },
  published: {
    subject: 'Votre fiche est publiée dans l’annuaire',
    lead: french`Rien n’est attendu de vous : les lauréats peuvent désormais vous demander une mission.`,
  },
  notPublished: {
    subject: 'Votre fiche ne figure pas dans l’annuaire',
    lead: french`Rien n’est attendu de vous : votre inscription a été examinée.`,
  },
  suspended: {
    subject: 'Votre fiche est suspendue',
    lead: french`Rien n’est attendu de vous pour vos missions en cours : elles continuent. Aucune nouvelle mission ne peut vous être demandée.`,
  },
  withdrawn: {
    subject: 'Votre fiche est retirée',
    lead: french`Menez vos missions en cours à leur terme. Votre fiche ne figure plus dans l’annuaire ; pour revenir, renvoyez votre inscription.`,
  },
};

function review({ state }: MailFacts): { subject: string; lead: string } {
  return isExpertState(state) ? reviewed[state] : reviewed.submitted;
}

function isExpertState(state: MailFacts['state']): state is ExpertState {
  return state !== null && state in expertStates;
}
