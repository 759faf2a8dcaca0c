import type { MailFacts, MailName, Reader } from '../domain/notifications/mails.ts';
import { french } from './french.ts';
import { accountMail, type MailWords, theReason } from './words.ts';

/** About people themselves: who is invited, who changed, from where one signs in. */
export const peopleMails = {
  invited: accountMail({
    subject: (facts) => french`Votre espace est ouvert : ${placeOf(facts)}`,
    lead: french`Ouvrez votre espace : le bouton vous connecte, sans mot de passe.`,
    paragraphs: [
      ({ reader }) => spaces[reader],
      // Of an observer: until when.
      ({ reason }) =>
        reason ||
        'Il sert une seule fois, dans les quinze minutes. Plus tard, il vous propose un nouveau lien à cette même adresse, pendant trente jours.',
    ],
    button: 'Ouvrir mon espace',
    because: ({ byName, ...facts }) =>
      byName === ''
        ? `votre adresse nous a été donnée pour ${placeOf(facts)}.`
        : `${byName} vous invite à rejoindre ${placeOf(facts)}.`,
  }),

  expertInvited: accountMail({
    subject: ({ laureateName }) => french`${laureateName} souhaite vous confier une mission`,
    lead: ({ state }) =>
      state === null
        ? 'Inscrivez votre structure comme expert du programme.'
        : french`Rien n’est attendu de vous : votre structure est déjà inscrite, et peut recevoir une demande de mission.`,
    paragraphs: [
      ({ byName, laureateName }) =>
        `${byName}, pour ${laureateName}, souhaite être accompagné par vous dans le cadre du programme.`,
      'L’équipe France Tiers-Lieux vérifie chaque inscription. Aucun dossier ne s’ouvre avant.',
    ],
    quote: theReason,
    button: ({ state }) => (state === null ? 'M’inscrire' : 'Ouvrir mon espace'),
    because: ({ byName }) => `${byName} nous a donné votre adresse.`,
  }),

  registrationKept: accountMail({
    subject: 'Reprendre votre inscription d’expert',
    lead: 'Reprenez votre inscription là où vous l’avez laissée, sur l’appareil de votre choix.',
    paragraphs: [
      french`Ce lien vaut trente jours après votre dernier changement. Ne le transmettez pas : qui l’ouvre lit ce que vous avez écrit.`,
      french`Vous n’avez rien commencé ? Ignorez ce message : rien n’est envoyé à l’équipe France Tiers-Lieux.`,
    ],
    button: 'Reprendre mon inscription',
    because: () => 'cette adresse a été donnée dans le formulaire d’inscription, pour le reprendre plus tard.',
  }),

  newAddress: accountMail({
    subject: 'Votre nouvelle adresse est enregistrée',
    lead: 'Ouvrez votre espace pour confirmer cette adresse.',
    paragraphs: ['Vos liens de connexion et vos messages arrivent désormais ici.'],
    button: 'Confirmer mon adresse',
    because: ({ byName }) => `${byName} a enregistré cette adresse pour votre compte.`,
  }),

  addressCheck: accountMail({
    subject: 'Vos courriels arrivent bien à cette adresse',
    lead: french`Rien n’est attendu de vous : nos courriels vous parviennent de nouveau.`,
    paragraphs: [
      french`Ceux qui n’étaient pas arrivés ne repartent pas d’eux-mêmes : votre espace dit ce qui vous attend.`,
    ],
    button: 'Ouvrir mon espace',
    because: ({ byName }) => `${byName} a confirmé que cette adresse est la bonne.`,
  }),

  emailChanged: accountMail({
    subject: 'Votre adresse de courriel a changé',
    lead: 'Appelez-nous sans attendre si vous n’avez pas demandé ce changement.',
    paragraphs: [
      ({ byName }) => `${byName}, de l’équipe France Tiers-Lieux, a remplacé cette adresse par une autre.`,
      'Cette adresse ne permet plus de se connecter, et les sessions ouvertes ont toutes pris fin.',
    ],
    quote: theReason,
    button: 'Aller sur le site',
    because: 'cette adresse était celle de votre compte.',
  }),

  /** Without a reason it is accepted. */
  erasureDecided: accountMail({
    subject: ({ reason }) =>
      reason === '' ? 'Vos données vont être effacées' : 'Votre demande d’effacement est refusée',
    lead: ({ reason }) =>
      reason === ''
        ? french`Rien n’est attendu de vous : votre compte est fermé, et vos données s’effacent la nuit prochaine.`
        : french`Rien n’est attendu de vous : votre demande est refusée, et vos données restent comme elles sont.`,
    paragraphs: [
      ({ reason }) =>
        reason === ''
          ? french`Ce que la loi oblige à garder dix ans reste : la subvention, les décisions et leurs preuves, les pièces qui les justifient.`
          : 'Vous pouvez répondre à ce courriel, demander de nouveau, ou saisir la CNIL (cnil.fr).',
    ],
    quote: theReason,
    button: ({ reason }) => (reason === '' ? 'Lire ce qui est gardé' : 'Voir mes données'),
    because: 'vous avez demandé l’effacement de vos données.',
  }),

  memberChanged: accountMail({
    subject: (facts) => french`${facts.happened} : ${placeOf(facts)}`,
    lead: french`Rien n’est attendu de vous si ce changement est bien voulu. Sinon, appelez-nous.`,
    paragraphs: [({ byName }) => `Ce changement a été fait par ${byName}.`],
    quote: theReason,
    button: 'Ouvrir mon espace',
    because: (facts) =>
      facts.reader === 'staff'
        ? 'vous suivez les personnes du programme.'
        : `vous faites ou faisiez partie de la structure ${placeOf(facts)}.`,
  }),

  interestFound: accountMail({
    subject: ({ expertName, laureateName }) => french`Lien à examiner : ${expertName} et ${laureateName}`,
    lead: ({ expertName, laureateName }) =>
      `Examinez le lien trouvé entre ${expertName} et ${laureateName}. Aucune mission ne commence avant.`,
    paragraphs: [
      'Une personne, une adresse ou un SIREN vient d’apparaître des deux côtés. Un expert ne détient aucun intérêt dans une manufacture labellisée.',
    ],
    button: 'Examiner la fiche',
    because: 'vous suivez les inscriptions d’experts.',
  }),
} as const satisfies Partial<Record<MailName, MailWords>>;

const spaces: Record<Reader, string> = {
  laureate:
    'Vous y déposez votre note de cadrage, vous y choisissez des experts, vous y suivez vos missions et vous y voyez ce qu’il reste de votre subvention.',
  expert: 'Vous y lisez les dossiers que des lauréats vous ouvrent, et vous y envoyez diagnostics, devis et rapports.',
  staff: 'Vous y suivez les lauréats, les experts et leurs missions.',
};

function placeOf({ laureateName, expertName }: Pick<MailFacts, 'laureateName' | 'expertName'>): string {
  return laureateName || expertName || 'l’équipe France Tiers-Lieux';
}
