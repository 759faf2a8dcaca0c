import type { MailFacts, MailName, Reader } from '../domain/notifications/mails.ts';
import { oneLine } from './address.ts';
import { french } from './french.ts';
import { accountMail, type MailWords } from './words.ts';

/** What gathers others: its lines are in its parts, and `need` says the first thing that is expected. */
export const digestMails = {
  digest: accountMail({
    subject: ({ happened, laureateName }) => (laureateName === '' ? happened : french`${happened} : ${laureateName}`),
    lead: ({ need, reader }) => {
      if (need === '') return french`Rien n’est attendu de vous : voici ce qui s’est passé.`;
      const first = oneLine(need);
      // What waits for the team is named; what waits for the others is said as they would do it.
      return reader === 'staff' ? french`Commencez par ceci : ${uncapitalised(first)}.` : `${first}.`;
    },
    button: ({ need }) => (need === '' ? 'Ouvrir mon espace' : 'Voir ce qui est attendu de moi'),
    because: ({ reader }: MailFacts) => reasons[reader],
  }),
} as const satisfies Partial<Record<MailName, MailWords>>;

const reasons: Record<Reader, string> = {
  laureate: 'vous faites partie de l’équipe de la manufacture.',
  expert: 'votre structure est inscrite comme expert.',
  staff: 'vous faites partie de l’équipe France Tiers-Lieux.',
};

function uncapitalised(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
