import type { MailName } from '../domain/notifications/mails.ts';
import { french } from './french.ts';
import { accountMail, type MailWords } from './words.ts';

/** To the team, about a period that is over: `reason` is the line of figures that its subject ends with, the rest is in the mail's parts. */
const summaryMail = (period: string): MailWords =>
  accountMail({
    subject: ({ reason }) => french`Synthèse : ${reason}`,
    lead: french`Lisez où en est le programme : ce qui attend, depuis quand, et l’argent.`,
    paragraphs: [
      french`Les montants sont ceux des registres à la fin ${period} ; ce qui attend est ce qui attendait à l’envoi.`,
      french`Pour transmettre la synthèse à l’ANCT, téléchargez son PDF depuis la page : ce message, lui, vous est personnel.`,
    ],
    button: 'Ouvrir la synthèse',
    because: 'vous suivez le programme.',
  });

export const summaryMails = {
  weeklySummary: summaryMail('de la semaine'),
  monthlySummary: summaryMail('du mois'),
} as const satisfies Record<Extract<MailName, 'weeklySummary' | 'monthlySummary'>, MailWords>;
