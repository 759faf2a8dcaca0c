import type { Firestore } from 'firebase-admin/firestore';
import type { Actor } from '../../domain/actor.ts';
import type { UnreachedReader } from '../../domain/people/address-problem.ts';
import type { Organisation } from '../../domain/people/people.ts';
import { settingsInForce } from '../collections/settings.ts';

/** What the banner of an address in error says, null for everyone else: 1 read for those alone. */
export async function unreachedReader(firestore: Firestore, actor: Actor): Promise<UnreachedReader | null> {
  if (actor.kind === 'anonymous' || actor.kind === 'system') return null;
  const { email, unreachedSince: since } = actor.identity ?? {};
  const organisation = organisationOf(actor);
  if (email === undefined || since === undefined || organisation === null) return null;
  const { contact } = await settingsInForce(firestore);
  return { email, since, organisation, contact };
}

function organisationOf(actor: Exclude<Actor, { kind: 'anonymous' | 'system' }>): Organisation | null {
  if (actor.kind === 'expert') return { kind: 'expert', expertId: actor.expertId };
  if (actor.kind !== 'laureate') return { kind: 'team' };
  const [membership] = actor.memberships;
  return membership === undefined ? null : { kind: 'laureate', laureateId: membership.laureateId };
}
