import type { MailName } from '../domain/notifications/mails.ts';
import { french } from './french.ts';
import { awaited, expectation } from './stages.ts';
import { accountMail, type MailWords, missionMail } from './words.ts';

/** What is asked again, of whoever has not answered. */
export const reminderMails = {
  reminder: missionMail({
    // Of several missions at once, it says none of their states: each has its line.
    subject: (facts) =>
      facts.state === null
        ? french`${facts.happened} : ${facts.laureateName}`
        : french`Rappel, ${awaited(facts)} : ${facts.laureateName}`,
    lead: (facts) =>
      facts.state === null
        ? 'Ces missions attendent une action de votre part, la plus pressante en premier.'
        : expectation(facts),
    button: ({ state }) => (state === null ? 'Voir mes missions' : 'Voir la mission'),
  }),

  cardToConfirm: accountMail({
    subject: ({ expertName }) => french`Fiche à confirmer : ${expertName}`,
    lead: french`Confirmez que votre fiche d’expert est à jour, ou corrigez-la.`,
    paragraphs: [
      french`Votre fiche reste dans l’annuaire : les manufactures qui la lisent savent seulement quand elle a été confirmée.`,
    ],
    button: 'Ouvrir ma fiche',
    because: 'votre structure est dans l’annuaire des experts, et une fiche se confirme une fois par an.',
  }),
} as const satisfies Partial<Record<MailName, MailWords>>;
