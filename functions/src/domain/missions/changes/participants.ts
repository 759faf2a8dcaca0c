import type { Facts } from '../facts.ts';
import type { MissionCore, Participant } from '../mission.ts';

/** The participant for which somebody acts; the mission as it is where it is none. */
export function withParticipant(core: MissionCore, facts: Facts, change: Partial<Participant>): MissionCore {
  const laureateId = facts.laureateId ?? '';
  const current = core.participants[laureateId];
  return current ? { ...core, participants: { ...core.participants, [laureateId]: { ...current, ...change } } } : core;
}

/** All of them, those that left included. */
export function everyParticipant(core: MissionCore, change: Partial<Participant>): MissionCore {
  const changed = Object.entries(core.participants).map(([id, one]) => [id, { ...one, ...change }] as const);
  return { ...core, participants: Object.fromEntries(changed) };
}

/** A new version or a refusal voids the decisions taken on the old one. */
export function withoutDecisions(core: MissionCore): MissionCore {
  return everyParticipant(core, { validated: false });
}
