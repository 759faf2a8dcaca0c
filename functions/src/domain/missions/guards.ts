import { HOUR } from '../calendar.ts';
import type { ExpertState } from '../experts/profile.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { brokenLedger } from '../subsidy/ledger-fault.ts';
import { type Facts, missionOf, own, participant, undeclared } from './facts.ts';
import { ending } from './guards/ending.ts';
import { payingGuards } from './guards/paying.ts';
import { standing } from './guards/standing.ts';
import { timing } from './guards/timing.ts';
import { activeParticipants, followers, type Participant } from './mission.ts';

const unverified =
  'ne peut pas encore recevoir de mission : l’équipe France Tiers-Lieux doit d’abord vérifier son inscription.';
const elsewhere = 'Rien n’a été demandé : choisissez un autre expert, ou appelez l’équipe France Tiers-Lieux.';

/** Why a company receives no mission, after its name. */
const closedExpert: Readonly<Record<ExpertState, string>> = {
  submitted: unverified,
  returned: unverified,
  published: `ne peut pas recevoir de mission en ce moment. ${elsewhere}`,
  notPublished: `n’a pas été ouvert aux missions par l’équipe France Tiers-Lieux. ${elsewhere}`,
  suspended: `ne peut recevoir aucune nouvelle mission : sa fiche est suspendue par l’équipe France Tiers-Lieux. ${elsewhere}`,
  withdrawn: `ne fait plus partie des experts du programme : sa fiche est retirée. ${elsewhere}`,
};

/**
 * Guards judge facts alone, so that the page can ask them before anything is typed and say why a button is greyed. Each answers null or the
 * refusal in French. Those that need a mission are never asked before one exists: `request` lists only those that don't.
 */
export const guards = {
  ...ending,
  ...standing,
  ...timing,
  ...payingGuards,

  // « Sans note de cadrage remise, les lauréats ne peuvent démarrer la phase d’accompagnement sur mesure. »
  noteHandedIn: (facts) => {
    const note = own(facts)?.note;
    if (!note)
      return refuse(
        'note-missing',
        'Remettez d’abord votre note de cadrage : sans elle, aucune mission ne peut démarrer.',
      );
    if (facts.settings.noteMustBeAccepted && !note.accepted) {
      if (note.answer === 'askForChanges') {
        return refuse(
          'note-to-revise',
          'L’équipe France Tiers-Lieux demande des changements à votre note de cadrage : révisez-la, puis remettez-la.',
        );
      }
      return refuse(
        'note-not-accepted',
        'Votre note de cadrage est remise ; l’équipe France Tiers-Lieux doit l’accepter avant toute mission.',
      );
    }
    return null;
  },

  expertMayBeCommissioned: ({ expert, mission, settings }) => {
    if (expert.mayBeCommissioned) return null;
    // A mission under way goes on with who declared: what is refused is one more person of the company, and staff alone may change that.
    return mission
      ? refuse(
          'expert-not-open',
          `${expert.name} ne peut pas recevoir de mission en ce moment : personne d’autre de cette structure ne peut reprendre celle-ci. Rien n’y a changé. Appelez ${settings.contact.name} au ${settings.contact.phone} : elle décide de la suite.`,
        )
      : refuse('expert-not-open', `${expert.name} ${closedExpert[expert.state]}`);
  },

  // « ne détenir aucun intérêt dans aucune manufacture de proximité labellisée »
  noInterestFound: ({ expert }) =>
    expert.interests.length === 0
      ? null
      : refuse(
          'interest-found',
          `${expert.name} semble avoir un lien avec ${expert.interests.join(', ')}, une manufacture labellisée. L’équipe France Tiers-Lieux doit lever ce point avant toute mission.`,
        ),

  proposedToJoin: (facts) =>
    participant(facts)?.status === 'proposed'
      ? null
      : refuse('not-proposed', 'Le partage de cette mission ne vous est pas (ou plus) proposé.'),

  takesPart: (facts) => {
    // Staff and the expert are judged by their role; only a laureate has a part to hold.
    if (facts.actor.kind !== 'laureate' && !facts.onBehalf) return null;
    return takesPartNow(participant(facts))
      ? null
      : refuse('not-taking-part', 'Votre structure ne prend pas part à cette mission.');
  },

  // Each consultant of a company declares in person: the dossier opens to the one who declares.
  notDeclaredYet: (facts) =>
    undeclared(facts, facts.actor.uid).length > 0
      ? null
      : refuse('already-declared', 'Votre déclaration est déjà enregistrée : le dossier vous est ouvert.'),
  declared: (facts) =>
    followers(missionOf(facts)).length > 0
      ? null
      : refuse(
          'not-declared',
          'Déclarez d’abord n’avoir aucun intérêt dans la structure : le dossier s’ouvre alors, et vous pourrez accepter.',
        ),
  // The last one may stand down too: nobody is kept on a mission by a lack of colleagues, and the journal says that the dossier is closed.
  somebodyFollows: (facts) =>
    followers(missionOf(facts)).length > 0
      ? null
      : refuse('nobody-follows', 'Personne de l’entreprise n’a accès au dossier pour cette mission.'),
  declaredForEveryone: (facts) =>
    undeclared(facts).length === 0
      ? null
      : refuse(
          'not-declared-for-all',
          `Déclarez d’abord n’avoir aucun intérêt dans ${undeclared(facts)
            .map((id) => missionOf(facts).participants[id]?.name ?? id)
            .join(', ')}.`,
        ),

  notValidatedYet: (facts) =>
    participant(facts)?.validated ? refuse('already-validated', 'Votre structure a déjà validé cette version.') : null,
  documentsReady: (facts) => {
    const submission = missionOf(facts).submission;
    const ready =
      submission !== null && facts.files[submission.devis.fileId] && facts.files[submission.diagnostic.fileId];
    return ready
      ? null
      : refuse(
          'documents-not-ready',
          'Les documents sont en cours de préparation : quelques secondes suffisent, et la page les attend d’elle-même.',
        );
  },
  reportReady: (facts) => {
    const { report } = missionOf(facts);
    return report !== null && facts.files[report.document.fileId]
      ? null
      : refuse(
          'report-not-ready',
          'Le rapport est en cours de préparation : quelques secondes suffisent, et la page l’attend d’elle-même.',
        );
  },
  ledgerHolds: (facts) => (own(facts)?.ledgerHolds === false ? brokenLedger : null),
  ledgersHold: (facts) =>
    Object.values(facts.laureates).every(({ ledgerHolds }) => ledgerHolds) ? null : brokenLedger,

  withinContestDelay: (facts) => {
    const { validatedAt } = missionOf(facts);
    const hours = facts.settings.contestHours;
    return validatedAt !== null && facts.now - validatedAt <= hours * HOUR
      ? null
      : refuse(
          'contest-too-late',
          `Une validation se conteste dans les ${hours} heures. Appelez l’équipe France Tiers-Lieux : elle peut suspendre la mission.`,
        );
  },

  nobodyConfirmed: (facts) =>
    activeParticipants(missionOf(facts)).some(({ confirmed }) => confirmed)
      ? refuse(
          'already-confirmed',
          'Une structure a déjà confirmé le service : l’équipe France Tiers-Lieux peut arbitrer.',
        )
      : null,
  notConfirmedYet: (facts) =>
    participant(facts)?.confirmed ? refuse('already-confirmed', 'Votre structure a déjà confirmé ce service.') : null,
  noFeedbackYet: (facts) =>
    participant(facts)?.feedbackGiven
      ? refuse('feedback-given', 'Votre bilan de satisfaction est déjà remis. Merci !')
      : null,
} as const satisfies Record<string, (facts: Facts) => Refusal | null>;

export type GuardName = keyof typeof guards;

function takesPartNow(candidate: Participant | undefined): boolean {
  return candidate?.status === 'requested' || candidate?.status === 'joined';
}
