import type { MailFacts, MailName } from '../domain/notifications/mails.ts';
import { french } from './french.ts';
import { accountMail, type MailWords, theReason } from './words.ts';

/** About a laureate's record: who it is before the law, whom it calls, whether it is in the programme. */
export const laureateMails = {
  entityChanged: accountMail({
    subject: ({ laureateName }) => french`Personne morale changée : ${laureateName}`,
    lead: ({ reader }) =>
      reader === 'expert'
        ? french`Établissez désormais vos devis et vos factures au nom de cette personne morale.`
        : french`Rien n’est attendu de vous si ce changement est bien voulu. Sinon, appelez-nous.`,
    paragraphs: [
      ({ happened }) => french`La fiche dit maintenant : ${happened}.`,
      french`Missions, subvention et documents ne changent pas : ce qui était signé le reste.`,
    ],
    quote: theReason,
    button: 'Ouvrir mon espace',
    because: laureateReason,
  }),

  fundedBaseSet: accountMail({
    subject: ({ laureateName }) => french`Base de la subvention changée : ${laureateName}`,
    lead: french`Rien n’est attendu de vous si ce changement est bien voulu. Sinon, appelez-nous.`,
    paragraphs: [
      ({ happened }) => french`Ce que la subvention peut payer d’un devis est désormais : « ${happened} ».`,
      'Cette base vaut pour les devis que vous validerez à partir de maintenant. Ce qui est déjà validé ne change pas.',
    ],
    quote: theReason,
    button: 'Ouvrir mon espace',
    because: laureateReason,
  }),

  referentAssigned: accountMail({
    subject: ({ laureateName }) => french`La personne à appeler pour ${laureateName}`,
    lead: french`Rien n’est attendu de vous : gardez ces coordonnées.`,
    paragraphs: [
      ({ happened, laureateName }) =>
        happened === ''
          ? `L’équipe France Tiers-Lieux vous répond désormais à son adresse commune, pour ${laureateName}.`
          : french`Pour toute question, appelez ou écrivez à : ${happened}.`,
    ],
    button: 'Ouvrir mon espace',
    because: laureateReason,
  }),

  laureateStopped: accountMail({
    subject: ({ happened, laureateName }) => french`${happened} : ${laureateName}`,
    lead: ({ reader }) =>
      reader === 'expert'
        ? 'N’engagez plus de travail sur vos missions avec cette manufacture avant que nous en ayons parlé.'
        : french`Appelez-nous pour en parler : plus rien de nouveau ne peut être demandé, rejoint ni validé.`,
    paragraphs: [
      'L’équipe France Tiers-Lieux décide avec vous de la suite de chaque mission en cours. Ce qui est fait et validé se règle.',
      'Tout ce que vous lisiez vous reste lisible.',
    ],
    quote: theReason,
    button: 'Ouvrir mon espace',
    because: laureateReason,
  }),

  laureateResumed: accountMail({
    subject: ({ happened, laureateName }) => french`${happened} : ${laureateName}`,
    lead: ({ reader }) =>
      reader === 'expert'
        ? french`Reprenez vos missions avec cette manufacture là où elles en étaient.`
        : french`Demandez et validez de nouveau des missions : tout reprend là où vous en étiez.`,
    quote: theReason,
    button: 'Ouvrir mon espace',
    because: laureateReason,
  }),
  laureateMerged: accountMail({
    subject: ({ laureateName, happened }) => french`${laureateName} est réunie à ${happened}`,
    lead: ({ reader, happened }) =>
      reader === 'expert'
        ? french`Déclarez n’avoir aucun intérêt dans ${happened} : son dossier s’ouvre alors à vous, et votre mission continue.`
        : french`Rien n’est attendu de vous : missions et subvention continuent au nom de ${happened}.`,
    paragraphs: [
      ({ reader, laureateName, happened }) =>
        reader === 'expert'
          ? `Vos missions en cours avec ${laureateName} sont désormais celles de ${happened}. Votre accès au dossier de ${laureateName} a pris fin.`
          : `Les personnes des deux manufactures agissent pour ${happened} et gardent la lecture du dossier de ${laureateName}.`,
    ],
    quote: theReason,
    button: 'Ouvrir mon espace',
    because: laureateReason,
  }),
} as const satisfies Partial<Record<MailName, MailWords>>;

function laureateReason({ reader }: MailFacts): string {
  return reader === 'expert'
    ? 'vous avez une mission en cours avec cette manufacture.'
    : 'vous faites partie de l’équipe de la manufacture.';
}
