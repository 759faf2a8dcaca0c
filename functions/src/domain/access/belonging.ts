import { type Actor, isOverseer, roleIn } from '../actor.ts';
import type { Side } from '../dossiers/pieces.ts';
import type { Organisation } from '../people/people.ts';
import { refuse } from '../refusal.ts';

export const staffOnly = refuse('staff-only', 'Cette page est réservée à l’équipe France Tiers-Lieux.');

export const notYours = refuse(
  'not-yours',
  'Cette page ne vous est pas ouverte. Si vous pensez que c’est une erreur, appelez l’équipe France Tiers-Lieux.',
);

/** Who reads everything: overseers, and the service itself. */
export function overlooks(actor: Actor): boolean {
  return isOverseer(actor) || actor.kind === 'system';
}

/** One of its people. */
export function belongsTo(actor: Actor, organisation: Organisation): boolean {
  if (organisation.kind === 'laureate') return roleIn(actor, organisation.laureateId) !== null;
  return organisation.kind === 'expert' && actor.kind === 'expert' && actor.expertId === organisation.expertId;
}

/** Of the mission's expert, or of one of its laureates. */
export function partOf(actor: Actor, mission: { expertId: string; laureateIds: readonly string[] }): boolean {
  if (actor.kind === 'expert') return actor.expertId === mission.expertId;
  return mission.laureateIds.some((laureateId) => roleIn(actor, laureateId) !== null);
}

/** For whom somebody deposits; null for who only reads. */
export function sideOf(actor: Actor): Side | null {
  return actor.kind === 'laureate' || actor.kind === 'expert' || actor.kind === 'staff' ? actor.kind : null;
}
