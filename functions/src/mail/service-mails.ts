import type { MailName } from '../domain/notifications/mails.ts';
import { french } from './french.ts';
import { accountMail, type MailWords } from './words.ts';

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
} as const satisfies Record<Extract<MailName, 'healthShort'>, MailWords>;
