import type { Command } from './actions.ts';
import { begin } from './changes/asking.ts';
import { applied } from './changes.ts';
import { type Facts, missionOf } from './facts.ts';
import { activeParticipants, type Mission, type MissionCore, stageOf } from './mission.ts';
import { isLive, type MissionState } from './states.ts';
import { takenOver } from './taken-over.ts';
import { withDueDay } from './timers.ts';
import type { Target } from './transition.ts';

/** The mission after `command`, which the table has allowed. Pure: the same facts give the same mission. */
export function evolve(facts: Facts, command: Command, target: Target): Mission {
  const before = start(facts, command);
  const change = applied(facts, command, before);
  const state = destination(target, before, change.core);
  const moved = facts.mission === null || state !== before.state;
  const heldFrom = state === 'on_hold' && isLive(before.state) ? (before.heldFrom ?? before.state) : null;
  const core: MissionCore = {
    ...change.core,
    since: moved ? facts.now : before.since,
    lastReminderAt: moved ? null : change.core.lastReminderAt,
    remindersFrom: moved ? null : change.core.remindersFrom,
    extendedUntil: moved ? null : change.core.extendedUntil,
    extendedAt: moved ? null : change.core.extendedAt,
    deadlinePassedAt: moved ? null : change.core.deadlinePassedAt,
    closedFrom: isSettled(state) && isLive(before.state) ? (before.heldFrom ?? before.state) : before.closedFrom,
    validatedAt:
      state === 'awaiting_report' && before.state === 'awaiting_validation' ? facts.now : change.core.validatedAt,
    openAmendment: isLive(state) ? change.core.openAmendment : null,
    laureateIds: readers(change.core),
    events: before.events + 1,
  };
  const stage = stageOf(state, { submission: change.submission, report: change.report, heldFrom });
  return withDueDay({ ...core, ...stage }, facts.settings);
}

function start(facts: Facts, command: Command): Mission {
  if (command.action === 'request') return begin(facts, command.input);
  return command.action === 'takeOver' ? takenOver(facts, command.input) : missionOf(facts);
}

/** Ends that staff may reopen: what was due is settled, and can be engaged again. */
function isSettled(state: MissionState): boolean {
  return state === 'closed' || state === 'ended_early';
}

function destination(target: Target, before: Mission, core: MissionCore): Mission['state'] {
  if (typeof target === 'string') {
    if (target === 'same' || target === 'given') return before.state;
    if (target === 'heldFrom') return before.heldFrom ?? before.state;
    if (target === 'closedFrom') return before.closedFrom ?? before.state;
    return target;
  }
  const active = activeParticipants(core);
  if ('whenAllValidated' in target)
    return active.every(({ validated }) => validated) ? target.whenAllValidated : before.state;
  if ('whenAllConfirmed' in target)
    return active.every(({ confirmed }) => confirmed) ? target.whenAllConfirmed : before.state;
  if ('alone' in target) return activeParticipants(before).length > 1 ? target.shared : target.alone;
  return target.from[before.state] ?? before.state;
}

/** Who the mission is open to: a laureate that declined to share never was part of it; one that left keeps reading what it took part in. */
function readers(core: MissionCore): string[] {
  return Object.values(core.participants)
    .filter(({ status }) => status !== 'declined')
    .map(({ laureateId }) => laureateId);
}
