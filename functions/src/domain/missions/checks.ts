import { dayOf, formatDay, MINUTE } from '../calendar.ts';
import { areSubthemes, retiredAmong, retiredRefusal } from '../programme/theme-list.ts';
import { LONGEST_REASON, reasonRefusal } from '../reason.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Check } from './check.ts';
import { handingIn } from './checks/handing-in.ts';
import { invoicing } from './checks/invoicing.ts';
import { onPaper } from './checks/on-paper.ts';
import { paying } from './checks/paying.ts';
import { succeeding } from './checks/succeeding.ts';
import { takingOver } from './checks/taking-over.ts';
import { type Facts, missionOf, own } from './facts.ts';
import { followers } from './mission.ts';
import { lastSnooze } from './reminding.ts';
import { extendedTo, lastGrantable } from './timers.ts';

const sharingNotOpen = refuse(
  'sharing-not-open',
  'La manufacture qui demande n’a pas accepté d’être proposée pour partager une mission. Rien n’a été demandé : une personne de la manufacture l’accepte depuis son accueil, ou la mission est demandée pour elle seule.',
);
// Without a name: the page is told what to do, not who said no.
const partnerNotOpen = refuse(
  'partner-not-open',
  'Une des manufactures invitées n’accepte pas, ou plus, d’être proposée pour partager une mission. Rien n’a été demandé : rechargez la page, elle garde votre texte et ne propose que celles qui l’acceptent.',
);

/** Checks judge what an action carries. Like guards, each answers null or the refusal in French; the table says which apply. */
export const checks = {
  ...handingIn,
  ...paying,
  ...succeeding,
  ...onPaper,
  ...takingOver,
  ...invoicing,

  reasonGiven: (_facts, { input }) =>
    reasonRefusal(
      'reason' in input ? input.reason.trim() : '',
      'Dites pourquoi en une phrase : la personne qui vous lit en a besoin.',
    ),
  sendBackReasons: (_facts, { input }) =>
    'reasons' in input && input.reasons.length === 0
      ? refuse('reasons-missing', 'Cochez au moins une raison de renvoi.')
      : null,
  knownSubthemes: (facts, { input }) => {
    if (!('subthemes' in input)) return null;
    if (input.subthemes.length === 0) return refuse('subthemes-missing', 'Choisissez au moins une sous-thématique.');
    return areSubthemes(facts.settings.themes, input.subthemes)
      ? null
      : refuse('subtheme-unknown', 'Une des sous-thématiques n’existe pas.');
  },
  // What its scoping note names was chosen when it was offered: the need is there, and may be answered.
  offeredSubthemes: ({ settings, laureates, laureateId }, { input }) => {
    if (!('subthemes' in input)) return null;
    const noted = laureateId === null ? [] : (laureates[laureateId]?.note?.subthemes ?? []);
    const fresh = input.subthemes.filter((id) => !noted.includes(id));
    return retiredRefusal(retiredAmong(settings.themes, fresh));
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
    if (others.size === 0) return null;
    // Its own opening first: who is not open learns nothing of the others.
    if (own(facts)?.openToSharing !== true) return sharingNotOpen;
    const known = [...others].every((id) => id !== facts.laureateId && facts.laureates[id]?.status === 'active');
    if (!known)
      return refuse(
        'laureate-unknown',
        'Une des structures proposées n’est pas une autre manufacture active du programme.',
      );
    return [...others].every((id) => facts.laureates[id]?.openToSharing) ? null : partnerNotOpen;
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
  consents: (_facts, { input }) =>
    'consent' in input && input.consent
      ? null
      : refuse('consent-missing', 'Cochez la phrase qui vous engage, puis validez.'),
  versionIsCurrent: (facts, command) =>
    'version' in command.input && command.input.version !== missionOf(facts).submission?.version
      ? refuse(
          'version-outdated',
          'Une nouvelle version est arrivée pendant votre lecture. Rien n’est décidé : rechargez la page pour la lire.',
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
  signInIsFresh: (facts) => signInRefusal(facts),
  // Leaving before anything is validated settles nothing; staff and experts who end a mission sign nothing.
  signInIsFreshToSettle: (facts) =>
    facts.actor.kind === 'laureate' && missionOf(facts).validatedAt !== null ? signInRefusal(facts) : null,
  reportIsCurrent: (facts, command) =>
    command.action === 'confirmService' && command.input.reportNumber !== missionOf(facts).report?.number
      ? refuse(
          'version-outdated',
          'Un nouveau rapport est arrivé pendant votre lecture. Rien n’est confirmé : rechargez la page pour le lire.',
        )
      : null,
  reasonableDelay: (_facts, { input }) =>
    'days' in input && (!Number.isInteger(input.days) || input.days < 1 || input.days > 180)
      ? refuse('delay-invalid', 'Un délai va de 1 à 180 jours.')
      : null,
  delayInProgramme: (facts, command) => {
    if (command.action !== 'extend') return null;
    const mission = missionOf(facts);
    const last = lastGrantable(mission, facts.settings);
    return last === null || extendedTo(mission, facts.settings, facts.now, command.input.days) <= last
      ? null
      : refuse(
          'delay-beyond-programme',
          `Ce délai irait au-delà du ${formatDay(last)}, dernier jour du programme pour cette étape. Rien n’a été changé : accordez moins de jours, ou clôturez la mission.`,
        );
  },
  snoozedBeforeDeadline: (facts, command) => {
    if (command.action !== 'snoozeReminders') return null;
    const { until } = command.input;
    const mission = missionOf(facts);
    const today = dayOf(facts.now);
    if (until === null)
      return mission.remindersFrom === null
        ? refuse('not-put-off', 'Les rappels suivent déjà leur rythme habituel. Rien n’a été changé.')
        : null;
    if (until <= today) return refuse('snooze-past', 'Choisissez un jour à venir. Rien n’a été changé.');
    const last = lastSnooze(mission, facts.settings, today);
    return last !== null && until > last
      ? refuse(
          'snooze-beyond-deadline',
          `Choisissez un jour jusqu’au ${formatDay(last)}, veille de l’échéance, qui ne change pas. Rien n’a été changé.`,
        )
      : null;
  },
  amendmentIsCurrent: (facts, command) =>
    command.action === 'validateAmendment' && command.input.number !== missionOf(facts).openAmendment?.number
      ? refuse(
          'version-outdated',
          'Cet avenant n’est plus celui qui vous a été montré. Rien n’est validé : rechargez la page.',
        )
      : null,
} as const satisfies Record<string, Check>;

export type CheckName = keyof typeof checks;

function signInRefusal({ actor, now, settings }: Facts): Refusal | null {
  const minutes = settings.freshSignInMinutes;
  if (actor.kind === 'system' || now - actor.signedInAt <= minutes * MINUTE) return null;
  return refuse(
    'sign-in-too-old',
    `Votre connexion date de plus de ${minutes} minutes. Rien n’est perdu : écrivez ici le code envoyé à votre adresse, et votre décision sera prise.`,
  );
}
