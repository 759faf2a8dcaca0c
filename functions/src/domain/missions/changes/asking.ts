import type { Command } from '../actions.ts';
import type { Facts } from '../facts.ts';
import type { Mission, Participant } from '../mission.ts';

const undecided = { validated: false, confirmed: false, feedbackGiven: false, leftAt: null } as const;

/** The mission as it stands the moment it is asked for. */
export function begin(facts: Facts, input: Extract<Command, { action: 'request' }>['input']): Mission {
  const requester = facts.laureateId ?? '';
  const known = facts.laureates[requester]?.note?.subthemes ?? [];
  const asked = [...new Set(input.subthemes)];
  const people = [...new Set([requester, ...input.shareWith])].map((laureateId): [string, Participant] => [
    laureateId,
    {
      laureateId,
      name: facts.laureates[laureateId]?.name ?? laureateId,
      status: laureateId === requester ? 'requested' : 'proposed',
      noteVersion: laureateId === requester ? (facts.laureates[laureateId]?.note?.version ?? null) : null,
      ...undecided,
    },
  ]);
  return {
    id: facts.missionId,
    needId: input.needId ?? facts.predecessor?.needId ?? facts.missionId,
    need: input.need.trim(),
    subthemes: asked,
    outsideNote: asked.filter((id) => !known.includes(id)),
    expert: { expertId: facts.expert.id, name: facts.expert.name, declarations: [] },
    participants: Object.fromEntries(people),
    laureateIds: people.map(([laureateId]) => laureateId),
    since: facts.now,
    createdAt: facts.now,
    lastReminderAt: null,
    remindersFrom: null,
    extendedUntil: null,
    extendedAt: null,
    deadlinePassedAt: null,
    dueOn: null,
    versions: 0,
    amendments: 0,
    openAmendment: null,
    reopened: 0,
    validatedAt: null,
    closedFrom: null,
    successorId: null,
    predecessorId: input.predecessorId ?? null,
    events: 0,
    state: 'awaiting_expert',
    submission: null,
    report: null,
    heldFrom: null,
  };
}
