import type { MemberRole } from '../actor.ts';
import { type Day, dayOf, endOfDay, formatDay, type Instant } from '../calendar.ts';
import type { Mission } from '../missions/mission.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import { isShown } from '../staff/actions.ts';
import { type StaffTask, taskKinds, taskPath } from '../staff/tasks.ts';
import { type Ask, expertAsks, laureateAsks, peopleOf, whoAnswers } from './asks.ts';
import type { OutboxItem } from './mails.ts';

/** One thing that waits for one person, and its page. */
export interface Expected {
  /** A verb and its object. */
  readonly what: string;
  /** With whom, or about whom. */
  readonly whom: string;
  /** Who is named in a subject; empty when no laureate is. */
  readonly laureateName: string;
  readonly since: Instant;
  /** Since when it waits, or before when an answer is expected. */
  readonly delay: string;
  readonly missionId: string | null;
  readonly path: string;
}

/** Of whom something may be expected, with the roles of today. */
export type Awaited =
  | { readonly kind: 'laureate'; readonly uid: string; readonly memberships: readonly AwaitedMembership[] }
  | { readonly kind: 'expert'; readonly uid: string; readonly expertId: string }
  | { readonly kind: 'staff'; readonly uid: string }
  /** Observers, and addresses without an account: they read. */
  | { readonly kind: 'nobody' };

export interface AwaitedMembership {
  readonly laureateId: string;
  readonly role: MemberRole;
}

/** What waits in the whole programme, read once for everybody. */
export interface Waiting {
  readonly today: Day;
  readonly settings: ProgrammeSettings;
  /** Live missions, and those that closed lately: an opinion is still expected of them. */
  readonly missions: readonly Mission[];
  /** Laureates whose note staff asked to change. */
  readonly notesToRevise: readonly {
    readonly laureateId: string;
    readonly laureateName: string;
    readonly handedInAt: Instant;
  }[];
  /** Companies whose registration was sent back to be completed. */
  readonly sheetsToComplete: readonly { readonly expertId: string; readonly since: Instant }[];
  /** Open ones. */
  readonly tasks: readonly StaffTask[];
}

/** What is expected of one person now, by its role, the longest waiting first. */
export function expectedOf(person: Awaited, waiting: Waiting): Expected[] {
  return found(person, waiting).toSorted((one, other) => one.since - other.since);
}

/** Whether something has waited for this person since before that day. */
export function waitsSinceBefore(day: Day, person: Awaited, waiting: Waiting): boolean {
  return expectedOf(person, waiting).some(({ since }) => dayOf(since) < day);
}

/** Organisations whose people `waitsSinceBefore` may find: of the others nothing has waited that long, whoever their people are. */
export function awaitedSinceBefore(
  day: Day,
  { missions, notesToRevise, sheetsToComplete }: Pick<Waiting, 'missions' | 'notesToRevise' | 'sheetsToComplete'>,
): { readonly laureateIds: ReadonlySet<string>; readonly expertIds: ReadonlySet<string> } {
  const isOlder = (since: Instant | null) => since !== null && dayOf(since) < day;
  const ofMissions = missions.flatMap((mission) =>
    Object.values(mission.participants)
      .filter((participant) => laureateAsks.some((ask) => isOlder(ask.since(mission, participant))))
      .map(({ laureateId }) => laureateId),
  );
  const notes = notesToRevise.filter(({ handedInAt }) => isOlder(handedInAt)).map(({ laureateId }) => laureateId);
  const byExperts = missions.filter((mission) => expertAsks.some((ask) => isOlder(ask.since(mission))));
  const sheets = sheetsToComplete.filter(({ since }) => isOlder(since)).map(({ expertId }) => expertId);
  return {
    laureateIds: new Set([...ofMissions, ...notes]),
    expertIds: new Set([...byExperts.map(({ expert }) => expert.expertId), ...sheets]),
  };
}

/**
 * Whether a mail that was held is still this person's to read: who has left an organisation meanwhile is not told of its missions. Those that closed
 * long ago are not among `waiting`, and are told.
 */
export function isStillTold(person: Awaited, mail: Pick<OutboxItem, 'mission'>, { missions }: Waiting): boolean {
  const mission = missions.find(({ id }) => id === mail.mission?.id);
  if (mission === undefined) return true;
  if (person.kind === 'expert') return mission.expert.expertId === person.expertId;
  if (person.kind !== 'laureate') return true;
  return person.memberships.some(({ laureateId }) => laureateId in mission.participants);
}

function found(person: Awaited, waiting: Waiting): Expected[] {
  switch (person.kind) {
    case 'laureate':
      return person.memberships.flatMap((membership) => ofLaureate(person, membership, waiting));
    case 'expert':
      return ofExpert(person, waiting);
    case 'staff':
      return waiting.tasks
        .filter((task) => task.assigneeUid === null || task.assigneeUid === person.uid)
        .filter((task) => isShown(task, waiting.today))
        .map(ofTask);
    default:
      return [];
  }
}

function ofLaureate(
  { memberships }: Extract<Awaited, { kind: 'laureate' }>,
  { laureateId, role }: AwaitedMembership,
  waiting: Waiting,
): Expected[] {
  // Its pages ask for which laureate only where there are several, as the space itself does.
  const suffix = memberships.length > 1 ? `&laureat=${laureateId}` : '';
  const ofMissions = waiting.missions.flatMap((mission) => {
    const participant = mission.participants[laureateId];
    if (participant === undefined) return [];
    return laureateAsks
      .filter(({ by }) => by.includes(role))
      .flatMap((ask) => {
        const since = ask.since(mission, participant);
        const path = `/${ask.page}?mission=${mission.id}${suffix}`;
        return since === null ? [] : [ofMission(mission, ask, { since, path, waiting })];
      });
  });
  const notes = waiting.notesToRevise.filter((note) => note.laureateId === laureateId);
  return [...ofMissions, ...notes.map((note) => ofNote(note, `/laureat?note=oui${suffix}`))];
}

function ofExpert({ uid, expertId }: Extract<Awaited, { kind: 'expert' }>, waiting: Waiting): Expected[] {
  const ofMissions = waiting.missions
    .filter((mission) => mission.expert.expertId === expertId && whoAnswers(mission, uid))
    .flatMap((mission) =>
      expertAsks.flatMap((ask) => {
        const since = ask.since(mission);
        const path = `/expert?mission=${mission.id}`;
        return since === null || since > endOfDay(waiting.today)
          ? []
          : [ofMission(mission, ask, { since, path, waiting })];
      }),
    );
  const sheets = waiting.sheetsToComplete.filter((sheet) => sheet.expertId === expertId);
  return [...ofMissions, ...sheets.map(({ since }) => ofSheet(since))];
}

interface Place {
  readonly since: Instant;
  readonly path: string;
  readonly waiting: Waiting;
}

function ofMission(mission: Mission, ask: Ask, { since, path, waiting }: Place): Expected {
  const { laureates, everyone } = peopleOf(mission);
  const deadline = ask.deadline(mission, waiting.settings);
  const ahead = deadline !== null && waiting.today < deadline;
  return {
    what: ask.what,
    whom: everyone,
    laureateName: laureates,
    since,
    delay: ahead ? `avant le ${formatDay(deadline)}` : sinceWords(since),
    missionId: mission.id,
    path,
  };
}

function ofNote({ laureateName, handedInAt }: Waiting['notesToRevise'][number], path: string): Expected {
  return {
    what: 'Révisez votre note de cadrage, puis remettez-la',
    ...{ whom: laureateName, laureateName, since: handedInAt, missionId: null, path },
    delay: `version remise le ${formatDay(dayOf(handedInAt))}`,
  };
}

function ofSheet(since: Instant): Expected {
  return {
    what: 'Complétez votre fiche d’expert, puis envoyez-la de nouveau',
    ...{ whom: '', laureateName: '', since, delay: sinceWords(since), missionId: null, path: '/expert' },
  };
}

function ofTask(task: StaffTask): Expected {
  const { button, label } = taskKinds[task.kind];
  return {
    what: button,
    ...{
      whom: `${label}, ${task.about}`,
      laureateName: '',
      since: task.at,
      delay: sinceWords(task.at),
      missionId: task.missionId,
    },
    path: taskPath(task),
  };
}

function sinceWords(instant: Instant): string {
  return `depuis le ${formatDay(dayOf(instant))}`;
}
