import type { MemberRole } from '../actor.ts';
import { type Day, endOfDay, type Instant } from '../calendar.ts';
import { activeParticipants, followers, type Mission, type Participant } from '../missions/mission.ts';
import { dueOf } from '../missions/timers.ts';
import { anyMember } from '../missions/transition.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import { frenchList } from '../written-french.ts';

/** What a mission asks of somebody, in the words of a line, and before when. */
export interface Ask {
  readonly what: string;
  /** Null when no day was given for it. */
  readonly deadline: (mission: Mission, settings: ProgrammeSettings) => Day | null;
}

interface LaureateAsk extends Ask {
  readonly by: readonly MemberRole[];
  readonly page: 'laureat' | 'decision';
  /** Since when it waits for this laureate; null while it does not. */
  readonly since: (mission: Mission, participant: Participant) => Instant | null;
}

interface ExpertAsk extends Ask {
  /** In the future for what is not expected yet. */
  readonly since: (mission: Mission) => Instant | null;
}

/** Of a waiting that the state itself names. */
const ofState: Ask['deadline'] = (mission, settings) => dueOf(mission, settings)?.deadline ?? null;
const none = () => null;
const signs = ['signatory'] as const;

/** What is asked of a laureate. Only who may do it is asked: a contributor is not told to sign. */
export const laureateAsks: readonly LaureateAsk[] = [
  {
    what: 'Dites si votre manufacture prend part à la mission',
    ...{ by: signs, page: 'laureat', deadline: none },
    since: ({ state, createdAt }, { status }) =>
      status === 'proposed' && (state === 'awaiting_expert' || state === 'awaiting_diagnostic') ? createdAt : null,
  },
  {
    what: 'Validez, renvoyez ou refusez le diagnostic et le devis',
    ...{ by: signs, page: 'decision', deadline: ofState },
    since: ({ state, since }, participant) =>
      state === 'awaiting_validation' && takesPart(participant) && !participant.validated ? since : null,
  },
  {
    what: 'Validez ou refusez l’avenant',
    ...{ by: signs, page: 'laureat', deadline: none },
    since: ({ state, openAmendment }, participant) =>
      state === 'awaiting_report' &&
      openAmendment !== null &&
      takesPart(participant) &&
      !openAmendment.validatedBy.includes(participant.laureateId)
        ? openAmendment.at
        : null,
  },
  {
    what: 'Lisez le rapport, puis confirmez le service ou renvoyez le rapport',
    ...{ by: signs, page: 'laureat', deadline: ofState },
    since: ({ state, since }, participant) =>
      state === 'awaiting_confirmation' && takesPart(participant) && !participant.confirmed ? since : null,
  },
  {
    what: 'Donnez votre avis sur la mission',
    ...{ by: anyMember, page: 'laureat', deadline: none },
    since: ({ state, since }, participant) =>
      (state === 'closed' || (state === 'awaiting_confirmation' && participant.confirmed)) &&
      takesPart(participant) &&
      !participant.feedbackGiven
        ? since
        : null,
  },
];

export const expertAsks: readonly ExpertAsk[] = [
  {
    what: 'Déclarez n’avoir aucun intérêt dans la manufacture, puis acceptez ou déclinez la mission',
    deadline: ofState,
    since: (mission) => (mission.state === 'awaiting_expert' && followers(mission).length === 0 ? mission.since : null),
  },
  {
    what: 'Lisez le dossier, puis acceptez ou déclinez la mission',
    deadline: ofState,
    since: (mission) => (mission.state === 'awaiting_expert' && followers(mission).length > 0 ? mission.since : null),
  },
  {
    what: 'Envoyez le diagnostic et le devis',
    deadline: ofState,
    since: ({ state, since }) => (state === 'awaiting_diagnostic' ? since : null),
  },
  {
    what: 'Corrigez le diagnostic ou le devis, puis envoyez la nouvelle version',
    deadline: ofState,
    since: ({ state, since }) => (state === 'awaiting_correction' ? since : null),
  },
  {
    what: 'Envoyez le rapport de mission',
    deadline: ofState,
    // A mission that runs waits for nobody before the end that its devis plans; and an amendment is answered first.
    since: (mission) =>
      mission.state === 'awaiting_report' && mission.report === null && mission.openAmendment === null
        ? Math.max(mission.since, endOfDay(mission.submission.plannedEnd))
        : null,
  },
  {
    what: 'Reprenez le rapport de mission, puis envoyez-le de nouveau',
    deadline: ofState,
    since: ({ state, report, since }) => (state === 'awaiting_report' && report !== null ? since : null),
  },
];

/** Once somebody of a company follows a mission, it is expected of those who do, and of all its people before. */
export function whoAnswers(mission: Mission, uid: string): boolean {
  const following = followers(mission);
  return following.length === 0 || following.some((person) => person.uid === uid);
}

/** Who takes part in a mission, as its readers call it. */
export function peopleOf(mission: Mission): { readonly laureates: string; readonly everyone: string } {
  const laureates = frenchList(activeParticipants(mission).map(({ name }) => name));
  return { laureates, everyone: laureates === '' ? mission.expert.name : `${laureates}, avec ${mission.expert.name}` };
}

function takesPart({ status }: Participant): boolean {
  return status === 'requested' || status === 'joined';
}
