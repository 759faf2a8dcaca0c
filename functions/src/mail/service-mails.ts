import type { MailName } from '../domain/notifications/mails.ts';
import { french } from './french.ts';
import { accountMail, type MailWords } from './words.ts';

const ofToken = {
  quote: { title: 'Le jeton', text: 'reason' },
  button: 'Voir les jetons',
  because: 'vous suivez le programme.',
} as const satisfies Partial<MailWords>;

/** What the service says of itself, to the team. */
export const serviceMails = {
  healthShort: accountMail({
    subject: ({ happened }) => french`Service à vérifier : ${happened}`,
    lead: french`Ouvrez la page « Santé du service » : quelque chose ne va pas comme prévu.`,
    paragraphs: ['Ce courriel part au plus une fois par jour et par sujet, tant que rien n’a changé.'],
    quote: { title: 'Ce qui a été constaté', text: 'reason' },
    button: 'Voir la santé du service',
    because: 'vous suivez le programme.',
  }),

  apiTokenMade: accountMail({
    subject: 'Jeton d’accès aux données créé',
    lead: french`Rien n’est attendu de vous si ce jeton est bien voulu. Sinon, révoquez-le : il cesse aussitôt de lire.`,
    paragraphs: [
      ({ byName }) => `Il a été créé par ${byName}.`,
      'Qui détient un jeton lit les données du programme sans se connecter, jusqu’au dernier jour du jeton.',
    ],
    ...ofToken,
  }),

  apiTokenRevoked: accountMail({
    subject: 'Jeton d’accès aux données révoqué',
    lead: french`Rien n’est attendu de vous : le programme qui s’en servait ne lit plus rien.`,
    paragraphs: [({ byName }) => `Il a été révoqué par ${byName}, et ne se rétablit pas. Au besoin, un autre se crée.`],
    ...ofToken,
  }),

  /** `reason` is the hash of the account. Nobody is named: it stays in a mailbox that no erasure reaches. */
  erasureBegun: accountMail({
    subject: french`Effacement commencé : une empreinte à garder`,
    lead: 'Gardez ce courriel quatorze semaines, puis supprimez-le.',
    paragraphs: [
      french`Les sauvegardes d’avant ce jour contiennent encore la personne. Si l’une d’elles est remise, cette empreinte la fait effacer de nouveau : donnez-la à la personne qui maintient le service.`,
      french`Sans ces sauvegardes, l’empreinte ne désigne personne. Passé quatorze semaines, il n’en reste aucune.`,
    ],
    quote: { title: 'L’empreinte du compte', text: 'reason' },
    button: 'Voir les demandes d’effacement',
    because: 'votre adresse est celle du programme.',
  }),
} as const satisfies Partial<Record<MailName, MailWords>>;
