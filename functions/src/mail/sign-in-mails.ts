import { french } from './french.ts';
import { accountMail, type MailWords } from './words.ts';

/** Mails that carry six digits beside their button. */
export const signInMails = {
  signIn: accountMail({
    subject: 'Votre lien de connexion',
    lead: 'Appuyez sur le bouton, ou écrivez le code dans la page restée ouverte.',
    paragraphs: [
      french`Le bouton vous connecte sur l’appareil où vous lisez ce message : une seule fois, dans les quinze minutes.`,
      french`Le code vous connecte là où vous l’avez demandé, sur un autre appareil par exemple : dans les dix minutes.`,
      french`Vous n’avez rien demandé ? Ne faites rien : sans ce message, personne ne se connecte à votre place.`,
    ],
    code: 'Votre code',
    button: 'Ouvrir mon espace',
    because: 'votre adresse a été saisie sur la page de connexion.',
  }),

  confirmationCode: accountMail({
    subject: 'Votre code pour confirmer une décision',
    lead: 'Écrivez ce code dans la page où vous décidez.',
    paragraphs: [
      'Il confirme que la décision est bien la vôtre. Il sert une seule fois, dans les dix minutes.',
      french`La page s’est fermée ? Le bouton vous y ramène, connecté de nouveau : votre décision reste à prendre.`,
      french`Vous ne décidez de rien en ce moment ? Appelez-nous : quelqu’un se sert de votre espace.`,
    ],
    code: 'Votre code',
    button: 'Revenir à la page',
    because: 'vous prenez une décision qui engage, depuis une connexion ancienne.',
  }),
} as const satisfies Record<string, MailWords>;
