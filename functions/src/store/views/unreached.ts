import type { Actor } from '../../domain/actor.ts';
import type { UnreachedReader } from '../../domain/people/address-problem.ts';
import type { Organisation } from '../../domain/people/people.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';

/** What the banner of an address in error says, null for everyone else. */
export function unreachedReader(actor: Actor, { contact }: Pick<ProgrammeSettings, 'contact'>): UnreachedReader | null {
  if (actor.kind === 'anonymous' || actor.kind === 'system') return null;
  const { email, unreachedSince: since } = actor.identity ?? {};
  const organisation = organisationOf(actor);
  if (email === undefined || since === undefined || organisation === null) return null;
  return { email, since, organisation, contact };
}

function organisationOf(actor: Exclude<Actor, { kind: 'anonymous' | 'system' }>): Organisation | null {
  if (actor.kind === 'expert') return { kind: 'expert', expertId: actor.expertId };
  if (actor.kind !== 'laureate') return { kind: 'team' };
  const [membership] = actor.memberships;
  return membership === undefined ? null : { kind: 'laureate', laureateId: membership.laureateId };
}
