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
    ],
    code: 'Votre code',
    button: 'Revenir à la page',
    because: 'une décision vient d’être prise depuis votre espace, avec une connexion ancienne.',
  }),
} as const satisfies Record<string, MailWords>;
