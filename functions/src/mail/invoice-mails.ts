import { french } from './french.ts';
import { missionMail, theReason } from './words.ts';

/** What is told of an invoice. The amount stays on the page: a mail is forwarded. */
export const invoiceMails = {
  invoiceDeposited: missionMail({
    subject: ({ laureateName }) => french`Facture déposée : ${laureateName}`,
    lead: ({ reader, expertName, laureateName }) =>
      reader === 'laureate'
        ? `Payez la facture déposée par ${expertName}, puis enregistrez son paiement sur la page de la mission.`
        : french`Rien n’est attendu de vous pour le moment : ${laureateName} paie la facture déposée par ${expertName}, ou dit pourquoi elle ne la paie pas.`,
    button: 'Voir la facture',
  }),

  invoicePaid: missionMail({
    subject: ({ laureateName }) => french`Facture payée : ${laureateName}`,
    lead: ({ reader, byName, expertName }) =>
      reader === 'expert'
        ? french`Rien n’est attendu de vous : ${byName} a enregistré le paiement de votre facture.`
        : french`Rien n’est attendu de vous : ${byName} a enregistré le paiement de la facture déposée par ${expertName}.`,
    paragraphs: [french`Une erreur ? L’équipe France Tiers-Lieux peut annuler ce qui a été enregistré.`],
    button: 'Voir le paiement',
  }),

  invoiceUnpaid: missionMail({
    subject: ({ laureateName }) => french`Facture non payée : ${laureateName}`,
    lead: ({ reader, expertName }) =>
      reader === 'expert'
        ? 'Lisez pourquoi votre facture est notée comme non payée, puis déposez-la de nouveau si elle est à corriger.'
        : french`Rien n’est attendu de vous : la facture déposée par ${expertName} est notée comme non payée.`,
    quote: theReason,
    button: 'Voir la facture',
  }),

  paymentCancelled: missionMail({
    subject: ({ laureateName }) => french`Paiement annulé : ${laureateName}`,
    lead: ({ byName, expertName }) =>
      french`Rien n’est attendu de vous : ${byName} a annulé un paiement enregistré par erreur, et la facture déposée par ${expertName} est de nouveau à payer.`,
    quote: theReason,
    button: 'Voir la facture',
  }),
} as const;
