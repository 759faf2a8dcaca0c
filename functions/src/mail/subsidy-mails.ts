import type { MailName } from '../domain/notifications/mails.ts';
import { french } from './french.ts';
import { accountMail, type MailWords, theReason } from './words.ts';

/** About a subsidy outside of any mission. */
export const subsidyMails = {
  subsidyChanged: accountMail({
    subject: ({ laureateName }) => french`Votre subvention a changé : ${laureateName}`,
    lead: ({ byName, laureateName }) =>
      french`Rien n’est attendu de vous : ${byName}, de l’équipe France Tiers-Lieux, a changé la subvention de ${laureateName}.`,
    paragraphs: [({ happened }) => spaced(happened)],
    quote: theReason,
    button: 'Voir votre subvention',
    because: 'vous faites partie de l’équipe de la manufacture.',
  }),

  ledgerBroken: accountMail({
    subject: ({ laureateName }) => french`Registre à réparer : ${laureateName}`,
    lead: ({ laureateName }) =>
      french`Faites réparer le registre de la subvention de ${laureateName} : il ne concorde plus.`,
    paragraphs: [
      ({ happened }) => spaced(happened),
      french`D’ici là, aucune décision qui engage cette subvention n’est prise. La marche à suivre est dans la documentation technique, « docs/ledger-repair.md ».`,
    ],
    button: 'Ouvrir le registre',
    because: 'vous suivez les subventions du programme.',
  }),
} as const satisfies Record<Extract<MailName, 'subsidyChanged' | 'ledgerBroken'>, MailWords>;

/** A sentence made elsewhere, with the spaces that French typography wants before its double signs. */
function spaced(sentence: string): string {
  return sentence.replaceAll(' :', '\u00a0:');
}
