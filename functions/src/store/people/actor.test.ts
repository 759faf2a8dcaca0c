import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type AccountKind, sessionLengths } from '../../domain/access/sessions.ts';
import { HOUR } from '../../domain/calendar.ts';
import type { Account } from '../collections/accounts.ts';
import { actorIn } from './actor.ts';

const kinds = ['laureate', 'expert', 'staff', 'observer'] as const satisfies readonly AccountKind[];
const now = Date.parse('2024-03-15T12:00:00Z');

function account(changed: Partial<Account>): Account {
  return {
    uid: 'anne',
    kind: 'laureate',
    active: true,
    name: 'Anne Le Goff',
    email: 'anne@exemple.fr',
    verifiedEmail: true,
    validAfterSec: 0,
    memberships: [],
    laureateIds: [],
    expertId: 'atelier',
    until: null,
    ...changed,
  };
}

describe('a sign-in ends', () => {
  it.each(kinds)('by itself, for the account of a %s, and not a millisecond sooner', (kind) => {
    const signedInAt = now - sessionLengths[kind];
    expect(actorIn(account({ kind }), signedInAt, now)).toMatchObject({ code: 'session-ended' });
    expect(actorIn(account({ kind }), signedInAt + 1, now)).toMatchObject({ kind });
  });

  it('for everyone who signed in before the second from which sign-ins are valid', () => {
    const validAfterSec = now / 1_000;
    expect(actorIn(account({ validAfterSec }), now - 1, now)).toMatchObject({ code: 'session-ended' });
    expect(actorIn(account({ validAfterSec }), now, now)).toMatchObject({ kind: 'laureate' });
  });

  it('with the time that an observer is invited for', () => {
    const observer = account({ kind: 'observer', until: now - 1 });
    expect(actorIn(observer, now - HOUR, now)).toMatchObject({ code: 'account-inactive' });
    expect(actorIn({ ...observer, until: now }, now - HOUR, now)).toMatchObject({ kind: 'observer' });
  });

  it.each(['firestore.rules', 'storage.rules'])('as late in %s', (file) => {
    const rules = readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8');
    const [, staff, observer, others] =
      /kind == 'staff' \? (\d+) : \S+ == 'observer' \? (\d+) : (\d+);/.exec(rules)?.map(Number) ?? [];
    expect({ staff, observer, laureate: others, expert: others }).toEqual(
      Object.fromEntries(Object.entries(sessionLengths).map(([kind, length]) => [kind, length / 1_000])),
    );
  });
});

it('An actor carries what a proof says of it: the address, the request of the sign-in, who gave the role', () => {
  const given = { byName: 'Camille Roux', at: 5 };
  const memberships = [{ laureateId: 'atelier', role: 'signatory' as const, delegation: null, given }];
  expect(actorIn(account({ memberships }), now, now, 'signInCodes/r1')).toMatchObject({
    identity: { email: account({}).email, request: 'signInCodes/r1' },
    memberships: [{ given }],
  });
});

describe('a contributor signs', () => {
  const delegation = { from: '2024-03-10', until: '2024-03-20', byName: 'Paul Riou' };
  const membershipAt = (instant: string, delegated: typeof delegation | null = delegation) => {
    const memberships = [{ laureateId: 'atelier', role: 'contributor' as const, delegation: delegated }];
    const at = Date.parse(instant);
    const actor = actorIn(account({ memberships }), at, at);
    return 'kind' in actor && actor.kind === 'laureate' ? actor.memberships[0] : undefined;
  };
  const signs = { laureateId: 'atelier', role: 'signatory', delegatedBy: 'Paul Riou' };
  const contributes = { laureateId: 'atelier', role: 'contributor' };

  it('from the first to the last day of a delegation in Paris, both included', () => {
    expect(membershipAt('2024-03-09T22:59:59Z')).toEqual(contributes);
    expect(membershipAt('2024-03-09T23:00:00Z')).toEqual(signs);
    expect(membershipAt('2024-03-20T22:59:59Z')).toEqual(signs);
    expect(membershipAt('2024-03-20T23:00:00Z')).toEqual(contributes);
  });

  it('never without a delegation; a signatory needs nobody’s', () => {
    expect(membershipAt('2024-03-15T12:00:00Z', null)).toEqual(contributes);
    const memberships = [{ laureateId: 'atelier', role: 'signatory' as const, delegation }];
    expect(actorIn(account({ memberships }), now, now)).toMatchObject({
      memberships: [{ laureateId: 'atelier', role: 'signatory' }],
    });
    expect(JSON.stringify(actorIn(account({ memberships }), now, now))).not.toContain('Paul Riou');
  });
});
