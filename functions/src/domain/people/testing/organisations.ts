import type { SignedInActor } from '../../actor.ts';
import { addDays, dayOf } from '../../calendar.ts';
import { isRefusal } from '../../refusal.ts';
import { decidePersonAction } from '../decide.ts';
import { type PeopleCommand, type PeopleFacts, type PersonFacts, rolesOf } from '../facts.ts';
import type { Organisation } from '../people.ts';

export const now = Date.UTC(2026, 10, 22, 12);
export const today = dayOf(now);
export const reason = 'Elle quitte la structure.';

const organisations = {
  laureate: { kind: 'laureate', laureateId: 'atelier' },
  expert: { kind: 'expert', expertId: 'conseil' },
  team: { kind: 'team' },
} as const satisfies Record<Organisation['kind'], Organisation>;
export const kinds = ['laureate', 'expert', 'team'] as const;

export function person(uid: string, role: PersonFacts['role'], changed: Partial<PersonFacts> = {}): PersonFacts {
  const state = changed.state ?? 'active';
  return {
    ...{ uid, name: uid, email: `${uid}@exemple.fr`, role, state, until: null, delegation: null },
    ...{ phone: null, addressProblem: null },
    ...{ verified: state !== 'invited', switchedOff: false },
    ...changed,
  };
}

export const delegation = { from: today, until: addDays(today, 7), byName: 'head' };

export const problem = { at: now, reason: '550 5.1.1', byName: 'Service automatique' };

/** In each kind of organisation: who answers for it, somebody beside, and one person in each other situation. */
export function peopleOf(kind: Organisation['kind']): PersonFacts[] {
  const [head, other] = rolesOf[kind];
  return [
    person('head', head),
    person('second-head', head),
    person('other', other),
    person('delegated', other, { delegation: kind === 'laureate' ? delegation : null }),
    person('invited', other, { state: 'invited', addressProblem: problem }),
    person('closed', other, { state: 'closed' }),
    person('cut', other, { state: 'closed', switchedOff: true }),
  ];
}

export const base = { name: 'x', signedInAt: now };
export const actorKinds: Record<Organisation['kind'], (uid: string) => SignedInActor> = {
  laureate: (uid) => ({ ...base, uid, kind: 'laureate', memberships: [{ laureateId: 'atelier', role: 'signatory' }] }),
  expert: (uid) => ({ ...base, uid, kind: 'expert', expertId: 'conseil' }),
  team: (uid) => ({ ...base, uid, kind: uid.includes('head') ? 'staff' : 'observer' }),
};
export const staff: SignedInActor = { ...base, uid: 'ines', kind: 'staff' };

export function factsOf(
  kind: Organisation['kind'],
  actor: SignedInActor,
  changed: Partial<PeopleFacts> = {},
): PeopleFacts {
  const organisation = organisations[kind];
  return { now, actor, organisation, people: peopleOf(kind), known: null, newUid: 'new', ...changed };
}

export const codeOf = (answer: ReturnType<typeof decidePersonAction>) => (isRefusal(answer) ? answer.code : null);
export function decideAs(
  kind: Organisation['kind'],
  by: string | SignedInActor,
  command: PeopleCommand,
  about: string | null,
  changed: Partial<PeopleFacts> = {},
) {
  const actor = typeof by === 'string' ? actorKinds[kind](by) : by;
  return decidePersonAction(factsOf(kind, actor, changed), command, about);
}
