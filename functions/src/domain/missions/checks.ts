import { dayOf, formatDay, MINUTE } from '../calendar.ts';
import { formatEuros, isCents, sum } from '../money.ts';
import { type AnswerError, answerErrors, type Form, forms } from '../programme/forms.ts';
import { subthemes } from '../programme/themes.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { balanceOf } from '../subsidy/ledger.ts';
import { inForce } from '../subsidy/share.ts';
import type { Command, DevisInput, HandedInput } from './actions.ts';
import { type Facts, missionOf, own } from './facts.ts';
import { activeParticipants, followers } from './mission.ts';

type Check = (facts: Facts, command: Command) => Refusal | null;

const LONGEST_REASON = 2_000;

/** Checks judge what an action carries. Like guards, each answers null or the refusal in French; the table says which apply. */
export const checks = {
  reasonGiven: (_facts, { input }) => {
    const reason = 'reason' in input ? input.reason.trim() : '';
    if (reason === '')
      return refuse('reason-missing', 'Dites pourquoi en une phrase : la personne qui vous lit en a besoin.');
    return reason.length > LONGEST_REASON
      ? refuse('reason-too-long', `Votre explication dépasse ${LONGEST_REASON} caractères.`)
      : null;
  },
  sendBackReasons: (_facts, { input }) =>
    'reasons' in input && input.reasons.length === 0
      ? refuse('reasons-missing', 'Cochez au moins une raison de renvoi.')
      : null,

  knownSubthemes: (_facts, { input }) => {
    if (!('subthemes' in input)) return null;
    if (input.subthemes.length === 0) return refuse('subthemes-missing', 'Choisissez au moins une sous-thématique.');
    return input.subthemes.every((id) => subthemes.has(id))
      ? null
      : refuse('subtheme-unknown', 'Une des sous-thématiques n’existe pas.');
  },
  needDescribed: (_facts, { input }) => {
    const need = 'need' in input ? input.need.trim() : '';
    if (need.length < 10) return refuse('need-missing', 'Décrivez votre besoin en une phrase ou deux.');
    return need.length > LONGEST_REASON
      ? refuse('need-too-long', `La description de votre besoin dépasse ${LONGEST_REASON} caractères.`)
      : null;
  },
  sharesWithOthers: (facts, { input }) => {
    if (!('shareWith' in input)) return null;
    const others = new Set(input.shareWith);
    if (others.size > 9) return refuse('too-many', 'Une mission se partage entre dix structures au plus.');
    const known = [...others].every((id) => id !== facts.laureateId && facts.laureates[id]?.status === 'active');
    return known
      ? null
      : refuse('laureate-unknown', 'Une des structures proposées n’est pas une autre manufacture active du programme.');
  },

  declares: (_facts, { input }) =>
    'declares' in input && input.declares
      ? null
      : refuse('declaration-missing', 'Cochez la déclaration pour ouvrir le dossier.'),

  followsTheMission: (facts, command) =>
    command.action === 'standDown' && !followers(missionOf(facts)).some(({ uid }) => uid === command.input.uid)
      ? refuse(
          'not-following',
          'Cette personne n’a pas (ou plus) accès au dossier pour cette mission. Rien n’a été changé.',
        )
      : null,

  diagnosticComplete: (facts, command) =>
    command.action === 'submitDiagnostic'
      ? documentRefusal(facts, command.input.diagnostic, forms.diagnostic, 'diagnostic')
      : null,
  reportComplete: (facts, command) =>
    command.action === 'submitReport' ? documentRefusal(facts, command.input.document, forms.report, 'rapport') : null,
  devisIsOwnPdf: (facts, command) => {
    const devis = devisOf(command);
    return devis ? fileRefusal(facts, devis.fileId, 'devis') : null;
  },
  devisNumbered: (_facts, command) => {
    const devis = devisOf(command);
    return devis && devis.number.trim() === '' ? refuse('devis-number-missing', 'Indiquez le numéro du devis.') : null;
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

  consents: (_facts, { input }) =>
    'consent' in input && input.consent
      ? null
      : refuse('consent-missing', 'Cochez la phrase qui vous engage, puis validez.'),
  versionIsCurrent: (facts, command) =>
    command.action === 'validate' && command.input.version !== missionOf(facts).submission?.version
      ? refuse(
          'version-outdated',
          'Une nouvelle version est arrivée pendant votre lecture. Rien n’est validé : rechargez la page pour la lire.',
        )
      : null,
  documentsUnchanged: (facts, command) => {
    if (command.action !== 'validate') return null;
    const submission = missionOf(facts).submission;
    const same =
      submission !== null &&
      facts.files[submission.devis.fileId]?.sha256 === command.input.devisSha256 &&
      facts.files[submission.diagnostic.fileId]?.sha256 === command.input.diagnosticSha256;
    return same
      ? null
      : refuse(
          'documents-changed',
          'Les documents ne sont pas ceux qui vous ont été montrés. Rien n’est validé : rechargez la page.',
        );
  },
  paysItsShare: (facts, command) =>
    command.action === 'validate'
      ? payment(command.input, facts.shares[facts.laureateId ?? '']?.shareCents ?? 0)
      : null,
  withinRemaining: (facts, command) =>
    command.action === 'validate' ? affordable(facts, command.input.subsidyCents, 'ce devis en demande') : null,
  signInIsFresh: (facts) => signInRefusal(facts),
  // Leaving before anything is validated settles nothing; staff and experts who end a mission sign nothing.
  signInIsFreshToSettle: (facts) =>
    facts.actor.kind === 'laureate' && missionOf(facts).validatedAt !== null ? signInRefusal(facts) : null,

  finalsWithinValidated: (facts, command) => {
    if (!('finals' in command.input)) return null;
    const { finals } = command.input;
    const active = activeParticipants(missionOf(facts)).map(({ laureateId }) => laureateId);
    // An amount left out would be settled at zero in silence: whoever sets amounts says each of them, zero included. An expert that leaves sets none.
    const mustSay = command.action === 'submitReport' || facts.actor.kind !== 'expert';
    const open = active.filter((id) => mustSay && facts.shares[id]?.status === 'committed');
    if (!Object.keys(finals).every((id) => active.includes(id)) || !open.every((id) => finals[id] !== undefined)) {
      return refuse(
        'finals-incomplete',
        'Indiquez le montant final de chaque structure qui participe, et seulement de celles-là.',
      );
    }
    return (
      Object.entries(finals)
        .map(([id, cents]) => finalRefusal(facts, id, cents))
        .find((refusal) => refusal !== null) ?? null
    );
  },
  // An expert alone can't settle money in its own favour: what is due for work begun is for the laureate or staff to say.
  claimsNothingAlone: (facts, { input }) =>
    facts.actor.kind === 'expert' && 'finals' in input && Object.values(input.finals).some((cents) => cents > 0)
      ? refuse(
          'final-needs-agreement',
          'Vous ne pouvez pas fixer vous-même un montant en vous retirant. Pour être payé du travail fait, demandez à la structure ou à l’équipe France Tiers-Lieux d’arrêter la mission avec ce montant.',
        )
      : null,
  finalWithinOwnShare: (facts, command) => {
    if (command.action !== 'leaveShared') return null;
    const { finalCents } = command.input;
    return finalCents > 0 && missionOf(facts).state !== 'awaiting_report'
      ? refuse('final-too-early', 'La mission n’a pas commencé : rien n’est à payer. Indiquez 0 €.')
      : finalRefusal(facts, facts.laureateId ?? '', finalCents);
  },
  reportIsCurrent: (facts, command) =>
    command.action === 'confirmService' && command.input.reportNumber !== missionOf(facts).report?.number
      ? refuse(
          'version-outdated',
          'Un nouveau rapport est arrivé pendant votre lecture. Rien n’est confirmé : rechargez la page pour le lire.',
        )
      : null,
  confirmsStatedAmount: (facts, command) =>
    command.action === 'confirmService' && command.input.finalCents !== facts.shares[facts.laureateId ?? '']?.finalCents
      ? refuse(
          'final-differs',
          'Le montant final a changé pendant votre lecture. Rien n’est confirmé : rechargez la page.',
        )
      : null,

  reasonableDelay: (_facts, { input }) =>
    'days' in input && (!Number.isInteger(input.days) || input.days < 1 || input.days > 180)
      ? refuse('delay-invalid', 'Un délai va de 1 à 180 jours.')
      : null,
  feedbackComplete: (_facts, command) =>
    command.action === 'giveFeedback' ? answersRefusal(answerErrors(forms.feedback, command.input.answers)) : null,

  amendmentIsCurrent: (facts, command) =>
    command.action === 'validateAmendment' && command.input.number !== missionOf(facts).openAmendment?.number
      ? refuse(
          'version-outdated',
          'Cet avenant n’est plus celui qui vous a été montré. Rien n’est validé : rechargez la page.',
        )
      : null,
  paysItsAmendedShare: (facts, command) =>
    command.action === 'validateAmendment'
      ? payment(command.input, facts.shares[facts.laureateId ?? '']?.amendment?.shareCents ?? 0)
      : null,
  amendmentWithinRemaining: (facts, command) => {
    if (command.action !== 'validateAmendment') return null;
    const before = facts.shares[facts.laureateId ?? '']?.subsidyCents ?? 0;
    return affordable(facts, command.input.subsidyCents - before, 'cet avenant en ajoute');
  },
} as const satisfies Record<string, Check>;

export type CheckName = keyof typeof checks;

function devisOf(command: Command): DevisInput | null {
  return command.action === 'submitDiagnostic' || command.action === 'proposeAmendment' ? command.input.devis : null;
}

function documentRefusal(facts: Facts, document: HandedInput, form: Form, name: string): Refusal | null {
  return document.kind === 'file'
    ? fileRefusal(facts, document.fileId, name)
    : answersRefusal(answerErrors(form, document.answers));
}

function answersRefusal(errors: readonly AnswerError[]): Refusal | null {
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

function payment(paid: { subsidyCents: number; ownCents: number }, shareCents: number): Refusal | null {
  const valid =
    isCents(paid.subsidyCents) && isCents(paid.ownCents) && paid.subsidyCents + paid.ownCents === shareCents;
  return valid
    ? null
    : refuse(
        'payment-differs',
        'La répartition entre subvention et structure ne correspond plus au devis. Rien n’est validé : rechargez la page.',
      );
}

function affordable(facts: Facts, subsidyCents: number, asks: string): Refusal | null {
  const remaining = balanceOf(own(facts)?.entries ?? []).remainingCents;
  return subsidyCents <= remaining
    ? null
    : refuse(
        'subsidy-exceeded',
        `Il reste ${formatEuros(remaining)} de subvention, et ${asks} ${formatEuros(subsidyCents)}. Rien n’est validé : rechargez la page pour voir ce qui serait à votre charge.`,
      );
}

function finalRefusal(facts: Facts, laureateId: string, cents: number): Refusal | null {
  const share = facts.shares[laureateId];
  const most = share?.status === 'committed' ? inForce(share).shareCents : 0;
  if (!isCents(cents))
    return refuse(
      'amount-invalid',
      'Le montant final n’est pas valable : écrivez des euros positifs, avec deux décimales au plus.',
    );
  return cents <= most
    ? null
    : refuse('final-exceeds', `Le montant final ne peut pas dépasser le montant validé (${formatEuros(most)}).`);
}

function signInRefusal({ actor, now, settings }: Facts): Refusal | null {
  const minutes = settings.freshSignInMinutes;
  if (actor.kind === 'system' || now - actor.signedInAt <= minutes * MINUTE) return null;
  return refuse(
    'sign-in-too-old',
    `Votre connexion date de plus de ${minutes} minutes. Rien n’est perdu : écrivez ici le code envoyé à votre adresse, et votre décision sera prise.`,
  );
}

/** A devis past its date warns; it never blocks. */
export function devisExpired(facts: Facts): boolean {
  const validUntil = facts.mission?.submission?.devis.validUntil;
  return validUntil !== undefined && validUntil < dayOf(facts.now);
}
