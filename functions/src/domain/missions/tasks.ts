import { formatDay } from '../calendar.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import { type TaskAbout, taskId } from '../staff/tasks.ts';
import { frenchList } from '../written-french.ts';
import { awaitedNames } from './awaited.ts';
import { activeParticipants, type Mission } from './mission.ts';
import { lastReminderDay } from './reminding.ts';
import { missionStates } from './states.ts';
import { dueOf } from './timers.ts';

/** What an action on a mission gives staff to do, and what it takes off their list. */
export interface TaskChanges {
  readonly opened: readonly TaskAbout[];
  /** Ids. */
  readonly closed: readonly string[];
}

/** From the mission as it was (null before its request) to what it has become, whichever action led there. */
export function taskChanges(before: Mission | null, after: Mission, settings: ProgrammeSettings): TaskChanges {
  const opened: TaskAbout[] = [];
  const closed: string[] = [];
  const waits = { held: after.state === 'on_hold', late: after.deadlinePassedAt !== null };
  const waited = { held: before?.state === 'on_hold', late: (before?.deadlinePassedAt ?? null) !== null };
  if (waits.held && !waited.held) opened.push(heldTask(after));
  const remindedSince = waited.late && before?.lastReminderAt !== after.lastReminderAt;
  if (waits.late && (!waited.late || remindedSince)) opened.push(lateTask(after, settings));
  if (waited.held && !waits.held) closed.push(taskId('missionOnHold', after.id));
  if (waited.late && !waits.late) closed.push(taskId('deadlinePassed', after.id));
  return { opened, closed };
}

export function heldTask(mission: Mission): TaskAbout {
  return { kind: 'missionOnHold', about: peopleOf(mission), ...placeOf(mission) };
}

/** Says who was reminded, and when last: whoever calls knows what that person has already read. */
export function lateTask(mission: Mission, settings: ProgrammeSettings): TaskAbout {
  const deadline = dueOf(mission, settings)?.deadline;
  const expected = deadline === undefined ? '' : `, attendue avant le ${formatDay(deadline)}`;
  const label = missionStates[mission.state].label.toLowerCase();
  const about = `${peopleOf(mission)} : ${label}${expected}. ${remindedWords(mission)}`;
  return { kind: 'deadlinePassed', about, ...placeOf(mission) };
}

function remindedWords(mission: Mission): string {
  const day = lastReminderDay(mission);
  return day === null ? 'Aucun rappel n’est parti.' : `Dernier rappel à ${awaitedNames(mission)} : ${formatDay(day)}.`;
}

function peopleOf(mission: Mission): string {
  const names = activeParticipants(mission).map(({ name }) => name);
  return `${frenchList(names)} et ${mission.expert.name}`;
}

/** The laureate whose referent it falls to: the first that takes part. */
function placeOf(mission: Mission) {
  const laureateId = activeParticipants(mission)[0]?.laureateId ?? null;
  return { laureateId, missionId: mission.id, expertId: mission.expert.expertId };
}
