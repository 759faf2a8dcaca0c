import { describe, expect, it } from 'vitest';
import { addDays, endOfDay } from '../calendar.ts';
import { type KnownPerson, type PersonFacts, rolesOf } from './facts.ts';
import { codeOf, decideAs, staff, today } from './testing/organisations.ts';

const invitation = (role: PersonFacts['role'], until: string | null = null) =>
  ({ action: 'invite', role, name: 'Zoé Martin', email: 'Zoe@Exemple.fr ', until }) as const;

describe('An invitation', () => {
  it('opens an account that waits for its first sign-in', () => {
    const outcome = decideAs('laureate', 'head', invitation('contributor'), null);
    expect(outcome).toMatchObject({
      changes: [
        { done: 'invite', person: { uid: 'new', email: 'zoe@exemple.fr', state: 'invited', role: 'contributor' } },
      ],
    });
  });

  it.each([
    ['laureate', 'consultant'],
    ['expert', 'signatory'],
    ['team', 'contributor'],
  ] as const)('to %s offers its own roles: not %s', (kind, role) => {
    expect(codeOf(decideAs(kind, staff, invitation(role), null))).toBe('not-a-role-here');
    expect(codeOf(decideAs(kind, staff, invitation(rolesOf[kind][0]), null))).toBeNull();
  });

  it('of an observer ends on a day, within a year; nobody else’s does', () => {
    const observer = (until: string | null) => codeOf(decideAs('team', staff, invitation('observer', until), null));
    expect([null, addDays(today, -1), addDays(today, 366), 'demain'].map(observer)).toEqual(
      Array(4).fill('until-wrong'),
    );
    expect([today, addDays(today, 365)].map(observer)).toEqual([null, null]);
    expect(codeOf(decideAs('team', staff, invitation('staff', today), null))).toBe('no-end-here');
    const outcome = decideAs('team', staff, invitation('observer', today), null);
    expect(outcome).toMatchObject({ changes: [{ person: { until: endOfDay(today) } }] });
  });

  const known = (changed: Partial<KnownPerson>): KnownPerson => ({
    ...{ uid: 'zoe', name: 'Zoé Martin-Roy', kind: 'laureate', expertId: null, verified: true, switchedOff: false },
    ...{ phone: null, addressProblem: null },
    ...changed,
  });
  it.each([
    ['laureate', { kind: 'expert', expertId: 'conseil' }, 'other-side'],
    ['laureate', { kind: 'staff' }, 'other-side'],
    ['laureate', { kind: 'observer' }, 'other-side'],
    ['expert', { kind: 'laureate' }, 'other-side'],
    ['expert', { kind: 'expert', expertId: 'another' }, 'other-side'],
    ['team', { kind: 'laureate' }, 'other-side'],
    ['laureate', { switchedOff: true }, 'switched-off'],
    ['laureate', { uid: 'other' }, 'already-here'],
    ['laureate', { uid: 'invited' }, 'already-here'],
    ['laureate', {}, null],
    ['laureate', { uid: 'closed' }, null],
    ['expert', { kind: 'expert', expertId: 'conseil' }, null],
    ['team', { kind: 'observer' }, null],
  ] as const)('to %s of an address whose account is %o: %s', (kind, account, code) => {
    const role = rolesOf[kind][0];
    expect(codeOf(decideAs(kind, staff, invitation(role), null, { known: known(account) }))).toBe(code);
  });

  it('of somebody of another laureate adds this one, to the same account and under its name', () => {
    const outcome = decideAs('laureate', 'head', invitation('signatory'), null, { known: known({}) });
    expect(outcome).toMatchObject({ changes: [{ person: { uid: 'zoe', state: 'active', name: 'Zoé Martin-Roy' } }] });
  });

  it('has a name', () => {
    const nameless = { ...invitation('contributor'), name: ' ' };
    expect(codeOf(decideAs('laureate', 'head', nameless, null))).toBe('name-missing');
  });
});
