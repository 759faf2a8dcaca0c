import type { MemberRole, SignedInActor } from '../../actor.ts';
import type { Instant } from '../../calendar.ts';

/** Who acts in a test, in whose name, and whether staff do it for somebody. */
export interface Person {
  readonly uid: string;
  readonly laureateId: string | null;
  readonly onBehalf: boolean;
  /** The actor as the store would find it, signed in at `signedInAt`. */
  readonly actor: (signedInAt: Instant) => SignedInActor;
}

export const EXPERT = 'forge';

function member(laureateId: string, role: MemberRole): Person {
  const uid = `${role}-${laureateId}`;
  const memberships = [{ laureateId, role }];
  const actor = (signedInAt: Instant) => ({ kind: 'laureate', uid, name: uid, signedInAt, memberships }) as const;
  return { uid, laureateId, onBehalf: false, actor };
}

export const signatory = (laureateId: string) => member(laureateId, 'signatory');
export const contributor = (laureateId: string) => member(laureateId, 'contributor');

/** A signatory of one laureate who names another: what a forged call looks like. */
export function impostor(own: string, named: string): Person {
  return { ...signatory(own), laureateId: named };
}

export function consultant(uid: string, expertId = EXPERT): Person {
  const actor = (signedInAt: Instant) => ({ kind: 'expert', uid, name: uid, signedInAt, expertId }) as const;
  return { uid, laureateId: null, onBehalf: false, actor };
}

export const expert = consultant('noe');
export const colleague = consultant('mina');
export const stranger = consultant('zoe', 'another-company');

function overseer(kind: 'staff' | 'observer', laureateId: string | null, onBehalf: boolean): Person {
  const actor = (signedInAt: Instant) => ({ kind, uid: kind, name: kind, signedInAt }) as const;
  return { uid: kind, laureateId, onBehalf, actor };
}

export const staff = overseer('staff', null, false);
export const staffFor = (laureateId: string | null) => overseer('staff', laureateId, true);
export const observer = overseer('observer', null, false);

export const system: Person = {
  uid: 'system',
  laureateId: null,
  onBehalf: false,
  actor: () => ({ kind: 'system', uid: 'system', name: 'system' }),
};
