import type { MailName } from '../domain/notifications/mails.ts';
import { french } from './french.ts';
import { accountMail, type MailWords, theReason } from './words.ts';

const ofTheTeam = 'vous suivez les lauréats du programme.';
const ofTheLaureate = 'vous faites partie de l’équipe de la manufacture.';

/** About scoping notes: each version to the team, each answer of the team to the laureate. */
export const noteMails = {
  noteHandedIn: accountMail({
    subject: ({ laureateName }) => french`Note de cadrage remise : ${laureateName}`,
    lead: ({ laureateName }) => french`Lisez la note de cadrage de la manufacture ${laureateName}.`,
    paragraphs: ['Vous pouvez l’accepter, ou demander des changements.'],
    button: 'Lire la note',
    because: ofTheTeam,
  }),

  noteRevised: accountMail({
    subject: ({ laureateName }) => french`Note de cadrage révisée : ${laureateName}`,
    lead: ({ laureateName }) =>
      french`Lisez ce qui a changé dans la note de cadrage de la manufacture ${laureateName}.`,
    paragraphs: ['Les missions demandées avant restent sous la version qu’elles nomment.'],
    button: 'Lire les changements',
    because: ofTheTeam,
  }),

  noteAccepted: accountMail({
    subject: ({ laureateName }) => french`Votre note de cadrage est acceptée : ${laureateName}`,
    lead: french`Rien n’est attendu de vous : les missions que vous demandez reposent sur cette note.`,
    quote: theReason,
    button: 'Voir ma note',
    because: ofTheLaureate,
  }),

  noteChangesAsked: accountMail({
    subject: ({ laureateName }) => french`Votre note de cadrage est à réviser : ${laureateName}`,
    lead: 'Révisez votre note de cadrage, puis remettez-la.',
    paragraphs: ['La page part de ce que vous aviez écrit.'],
    quote: theReason,
    button: 'Réviser ma note',
    because: ofTheLaureate,
  }),
} as const satisfies Partial<Record<MailName, MailWords>>;
