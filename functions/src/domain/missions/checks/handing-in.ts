import { formatDay } from '../../calendar.ts';
import { answerErrors } from '../../forms/form.ts';
import { isSiret } from '../../laureates/laureate.ts';
import { formatEuros, isCents, sum } from '../../money.ts';
import { isRefusal, type Refusal, refuse } from '../../refusal.ts';
import type { Command, DevisInput, HandedInput } from '../actions.ts';
import { answeringOf, formHandedIn } from '../answering.ts';
import type { Check } from '../check.ts';
import { type Facts, missionOf } from '../facts.ts';
import { activeParticipants } from '../mission.ts';

/** What is handed in: documents, answers, and the devis with its amounts and dates. */
export const handingIn = {
  diagnosticComplete: (facts, command) =>
    command.action === 'submitDiagnostic' ? documentRefusal(facts, command, command.input.diagnostic) : null,
  reportComplete: (facts, command) =>
    command.action === 'submitReport' ? documentRefusal(facts, command, command.input.document) : null,
  devisIsOwnPdf: (facts, command) => {
    const devis = devisOf(command);
    return devis ? fileRefusal(facts, devis.fileId, 'devis') : null;
  },
  devisNumbered: (_facts, command) => {
    const devis = devisOf(command);
    return devis && devis.number.trim() === '' ? refuse('devis-number-missing', 'Indiquez le numéro du devis.') : null;
  },
  issuerKnown: (_facts, command) => {
    const issuer = devisOf(command)?.issuer;
    if (!issuer) return null;
    if (issuer.name.trim() === '')
      return refuse('issuer-unnamed', 'Indiquez le nom de la structure qui émet le devis.');
    return isSiret(issuer.siret)
      ? null
      : refuse(
          'issuer-siret-invalid',
          'Le SIRET de la structure qui émet le devis n’est pas valable : il a 14 chiffres, et figure sur le devis.',
        );
  },
  amountsAddUp: (_facts, command) => {
    const amounts = devisOf(command)?.amounts;
    if (!amounts) return null;
    const { excludingVatCents, vatCents, includingVatCents } = amounts;
    if (![excludingVatCents, vatCents, includingVatCents].every(isCents) || includingVatCents === 0) {
      return refuse(
        'amount-invalid',
        'Un montant du devis n’est pas valable : écrivez des euros positifs, avec deux décimales au plus.',
      );
    }
    return excludingVatCents + vatCents === includingVatCents
      ? null
      : refuse(
          'amounts-differ',
          `Le montant hors taxes et la TVA font ${formatEuros(excludingVatCents + vatCents)}, et non ${formatEuros(includingVatCents)}.`,
        );
  },
  splitAddsUp: (facts, command) => {
    if (!('split' in command.input)) return null;
    const { split } = command.input;
    const expected = activeParticipants(missionOf(facts)).map(({ laureateId }) => laureateId);
    const named = Object.keys(split);
    if (
      named.length !== expected.length ||
      !expected.every((id) => split[id] !== undefined) ||
      !Object.values(split).every(isCents)
    ) {
      return refuse(
        'split-incomplete',
        'Indiquez la part de chaque structure, et seulement de celles qui participent.',
      );
    }
    const total = devisOf(command)?.amounts.includingVatCents ?? facts.submitted?.amounts.includingVatCents ?? 0;
    const parts = sum(Object.values(split));
    return parts === total
      ? null
      : refuse('split-differs', `Les parts font ${formatEuros(parts)} ; le devis est de ${formatEuros(total)}.`);
  },
  datesInOrder: (_facts, command) => {
    if (command.action !== 'submitDiagnostic') return null;
    const { plannedStart, plannedEnd } = command.input;
    return plannedStart <= plannedEnd
      ? null
      : refuse('dates-reversed', 'La mission finirait avant de commencer : vérifiez les deux dates.');
  },
  servicesInProgramme: (facts, command) => {
    if (command.action !== 'submitDiagnostic') return null;
    const last = facts.settings.dates.endOfServices;
    return command.input.plannedEnd <= last
      ? null
      : refuse('after-programme', `Les missions se terminent au plus tard le ${formatDay(last)}.`);
  },
  feedbackComplete: (facts, command) => (command.action === 'giveFeedback' ? answersRefusal(facts, command) : null),
} as const satisfies Record<string, Check>;

function devisOf(command: Command): DevisInput | null {
  return command.action === 'submitDiagnostic' || command.action === 'proposeAmendment' ? command.input.devis : null;
}

function documentRefusal(facts: Facts, command: Command, document: HandedInput): Refusal | null {
  const name = command.action === 'submitReport' ? 'rapport' : 'diagnostic';
  return document.kind === 'file' ? fileRefusal(facts, document.fileId, name) : answersRefusal(facts, command);
}

/** Answers are judged by the form that was read, if it is still taken. */
function answersRefusal(facts: Facts, command: Command): Refusal | null {
  const answering = answeringOf(command);
  if (answering === null) return null;
  const form = formHandedIn(facts, answering);
  if (isRefusal(form)) return form;
  const errors = answerErrors(form, answering.answers);
  return errors.length === 0 ? null : refuse('answers-incomplete', errors.map(({ message }) => message).join(' '));
}

/** What binds is a verified PDF that this person deposited for this very mission. */
function fileRefusal(facts: Facts, fileId: string, name: string): Refusal | null {
  const file = facts.files[fileId];
  if (!file || file.missionId !== facts.missionId || file.ownerUid !== facts.actor.uid) {
    return refuse(
      'file-unknown',
      `Le fichier du ${name} est introuvable parmi vos dépôts pour cette mission. Déposez-le à nouveau.`,
    );
  }
  return file.contentType === 'application/pdf'
    ? null
    : refuse(
        'file-not-pdf',
        `Le ${name} doit être un PDF. Depuis Word ou LibreOffice : Fichier, puis Exporter en PDF.`,
      );
}
