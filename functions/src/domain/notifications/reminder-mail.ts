import { type Day, formatDay } from '../calendar.ts';
import { awaitedSide, pendingParticipants } from '../missions/awaited.ts';
import type { Mission } from '../missions/mission.ts';
import { missionStates } from '../missions/states.ts';
import { frenchList } from '../written-french.ts';
import { type MailFacts, type MailLine, noFacts, type OutboxItem, type Reminded } from './mails.ts';

/**
 * The reminder that says all of these missions to one person, the most pressing first. One mission has its own mail, as any event has; several are
 * the lines of one.
 */
export function reminderMail(item: OutboxItem, reminds: readonly Reminded[]): OutboxItem {
  const sorted = reminds.toSorted((one, other) => (deadlineOf(one) < deadlineOf(other) ? -1 : 1));
  // Somebody of two laureates of a mission is reminded of it once, as long as either is awaited.
  const [first, ...others] = onceAMission(sorted);
  if (first === undefined) throw new Error('a reminder is of a mission at least');
  if (others.length > 0) return { ...severalMissions(item, [first, ...others]), reminds: sorted };
  const { missionId, event, path, laureateName, expertName, need, state, expectedBefore } = first;
  return {
    ...item,
    facts: { ...whom(item), laureateName, expertName, need, state, expectedBefore },
    path,
    mission: { id: missionId, event },
    parts: [],
    reminds: sorted,
  };
}

/** The missions to read again before a reminder leaves; none for any other mail. */
export function remindedMissions({ reminds }: Pick<OutboxItem, 'reminds'>): string[] {
  return (reminds ?? []).map(({ missionId }) => missionId);
}

/**
 * The reminder as it may leave: without the missions that moved, were answered or were put off since it was queued. Null when nothing of it is
 * expected any more. `missions` holds those of `remindedMissions`, as they are now.
 */
export function reminderNow(item: OutboxItem, missions: ReadonlyMap<string, Mission>, today: Day): OutboxItem | null {
  const reminds = item.reminds ?? [];
  // Queued before reminders said what they gather.
  if (reminds.length === 0) return item;
  const left = reminds.filter((one) => isStillAwaited(one, missions.get(one.missionId), today));
  if (left.length === 0) return null;
  return left.length === reminds.length ? item : reminderMail(item, left);
}

/** `since` names the waiting: a mission that moved and came back to the same state waits anew. */
function isStillAwaited(one: Reminded, mission: Mission | undefined, today: Day): boolean {
  if (mission === undefined || mission.state !== one.state || mission.since !== one.since) return false;
  if (mission.remindersFrom !== null && mission.remindersFrom > today) return false;
  return (
    awaitedSide(mission) === 'expert' ||
    pendingParticipants(mission).some(({ laureateId }) => laureateId === one.laureateId)
  );
}

const homes = { expert: '/expert', laureate: '/laureat', staff: '/equipe' } as const;

function onceAMission(reminds: readonly Reminded[]): Reminded[] {
  return [...new Map(reminds.toReversed().map((one) => [one.missionId, one])).values()].toReversed();
}

function severalMissions(item: OutboxItem, reminds: readonly Reminded[]): OutboxItem {
  const { reader } = item.facts;
  const named = [...new Set(reminds.map(({ laureateName }) => laureateName))];
  return {
    ...item,
    facts: {
      ...whom(item),
      laureateName: frenchList(named),
      happened: `Rappel pour ${reminds.length} missions`,
      state: null,
    },
    path: homes[reader],
    mission: null,
    parts: [{ kind: 'lines', title: 'Ce qui est attendu de vous', lines: reminds.map((one) => lineOf(one, reader)) }],
    reminds,
  };
}

function lineOf(one: Reminded, reader: MailFacts['reader']): MailLine {
  const { label } = missionStates[one.state];
  return {
    text: `${reader === 'expert' ? one.laureateName : one.expertName} : ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
    detail: one.expectedBefore === null ? '' : `avant le ${formatDay(one.expectedBefore)}`,
    path: one.path,
  };
}

function whom({ facts: { recipientName, reader } }: OutboxItem) {
  return { ...noFacts, recipientName, reader };
}

/** Days compare as strings; what has no deadline comes last. */
function deadlineOf({ expectedBefore }: Reminded): Day {
  return expectedBefore ?? '9999';
}
