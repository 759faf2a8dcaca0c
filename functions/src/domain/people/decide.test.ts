import { describe, expect, it } from 'vitest';
import type { SignedInActor } from '../actor.ts';
import { addDays } from '../calendar.ts';
import { personActionNames, personActions, rowOf } from './actions.ts';
import { actionsAbout, whyNotPersonAction } from './decide.ts';
import { rolesOf } from './facts.ts';
import { happenings } from './journal.ts';
import type { Organisation } from './people.ts';
import {
  actorKinds,
  base,
  codeOf,
  decideAs,
  delegation,
  factsOf,
  kinds,
  now,
  peopleOf,
  person,
  reason,
  staff,
  today,
} from './testing/organisations.ts';

describe('Who may do what about people', () => {
  it('is a table with every action, each with a word of the journal', () => {
    expect(Object.keys(personActions).sort()).toEqual([...personActionNames].sort());
    for (const action of personActionNames) expect(happenings[action]).toMatch(/^\p{Lu}/u);
  });

  const readers = {
    staff,
    head: 'head',
    other: 'other',
    delegated: 'delegated',
    closed: 'closed',
    stranger: { ...base, uid: 'stranger', kind: 'laureate', memberships: [] },
    observer: { ...base, uid: 'anct', kind: 'observer' },
  } as const satisfies Record<string, string | SignedInActor>;
  const cases = kinds.flatMap((kind) =>
    personActionNames.flatMap((action) => Object.keys(readers).map((reader) => [kind, action, reader] as const)),
  );

  it.each(cases)('%s: %s by %s', (kind, action, reader) => {
    const by = Object.entries(readers).find(([name]) => name === reader)?.[1] ?? staff;
    const actor = typeof by === 'string' ? actorKinds[kind](by) : by;
    const facts = factsOf(kind, actor);
    const about = ['other', 'second-head', 'invited', 'closed', 'delegated'].filter((uid) => uid !== actor.uid);
    const row = rowOf(action);
    const targets = row.from.length === 0 ? [null] : facts.people.filter(({ uid }) => about.includes(uid));
    const isHead = reader === 'head' && kind !== 'team';
    const isStaff = reader === 'staff' || (reader === 'head' && kind === 'team');
    const standing = row.by[kind].some(
      (one) => (isStaff && one === 'staff') || (isHead && one !== 'staff' && one !== 'self'),
    );
    const open = targets.some((target) => whyNotPersonAction(facts, action, target) === null);
    const isPossible = standing && !(kind !== 'laureate' && (action === 'delegate' || action === 'endDelegation'));
    expect(open).toBe(isPossible);
  });

  it('says why not: whose decision it is', () => {
    const close = { action: 'close', successorUid: null, reason } as const;
    expect(codeOf(decideAs('laureate', 'other', close, 'invited'))).toBe('signatory-only');
    expect(codeOf(decideAs('laureate', 'delegated', close, 'invited'))).toBe('signatory-only');
    expect(codeOf(decideAs('expert', 'other', close, 'invited'))).toBe('contact-only');
    expect(codeOf(decideAs('laureate', 'head', { action: 'switchOff', reason }, 'other'))).toBe('staff-only');
    expect(codeOf(decideAs('laureate', readers.stranger, close, 'other'))).toBe('not-yours');
    expect(codeOf(decideAs('expert', 'head', { action: 'delegate', ...delegation }, 'other'))).toBe('not-for-this');
    expect(codeOf(decideAs('laureate', 'head', close, 'invited'))).toBeNull();
  });

  it('shows beside a person the buttons that work, and no other', () => {
    const facts = factsOf('laureate', actorKinds.laureate('head'));
    const [, , other, delegated, invited, closed, cut] = facts.people;
    const shown = [other, delegated, invited, closed, cut].map((one) => (one ? actionsAbout(facts, one) : null));
    expect(shown).toEqual([
      ['setRole', 'delegate', 'close', 'setPhone'],
      ['setRole', 'endDelegation', 'close', 'setPhone'],
      ['inviteAgain', 'setRole', 'close', 'setPhone'],
      ['reopen'],
      [],
    ]);
  });
});

describe('An organisation always keeps somebody who answers for it', () => {
  const alone = (kind: Organisation['kind']) => ({
    people: peopleOf(kind).filter(({ uid }) => uid !== 'second-head'),
  });
  const close = (successorUid: string | null) => ({ action: 'close', successorUid, reason }) as const;

  it.each([
    ['laureate', 'last-signatory'],
    ['expert', 'last-contact'],
  ] as const)('%s: the last one leaves by a hand-over', (kind, code) => {
    expect(codeOf(decideAs(kind, 'head', close(null), 'head', alone(kind)))).toBe(code);
    expect(codeOf(decideAs(kind, 'head', close(null), 'head'))).toBeNull();
    const outcome = decideAs(kind, 'head', close('other'), 'head', alone(kind));
    expect(outcome).toMatchObject({
      changes: [
        { done: 'close', person: { uid: 'head', state: 'closed' } },
        { done: 'succeed', person: { uid: 'other', role: rolesOf[kind][0] } },
      ],
    });
  });

  it.each(['invited', 'closed', 'head', 'nobody'])('the relay is not taken by %s', (uid) => {
    expect(codeOf(decideAs('laureate', 'head', close(uid), 'head', alone('laureate')))).toBe('successor-unfit');
  });

  it('a hand-over raises nobody while another signatory stays', () => {
    expect(codeOf(decideAs('laureate', 'head', close('other'), 'second-head'))).toBe('successor-unfit');
  });

  it('whoever was invited and never came does not count', () => {
    const people = alone('laureate').people.map((one) =>
      one.uid === 'invited' ? { ...one, role: 'signatory' as const } : one,
    );
    expect(codeOf(decideAs('laureate', 'head', close(null), 'head', { people }))).toBe('last-signatory');
  });

  it('the last one is not demoted either; staff may, and may close, with a reason', () => {
    const demote = { action: 'setRole', role: 'contributor' } as const;
    expect(codeOf(decideAs('laureate', 'head', demote, 'head', alone('laureate')))).toBe('last-signatory');
    expect(codeOf(decideAs('laureate', 'head', demote, 'head'))).toBeNull();
    expect(codeOf(decideAs('laureate', staff, demote, 'head', alone('laureate')))).toBeNull();
    expect(codeOf(decideAs('laureate', staff, close(null), 'head', alone('laureate')))).toBeNull();
    expect(codeOf(decideAs('laureate', staff, { ...close(null), reason: ' ' }, 'head'))).toBe('reason-missing');
  });

  it('the team keeps one account of staff, whoever asks', () => {
    const people = peopleOf('team').filter(({ role }) => role === 'observer');
    const last = { people: [...people, person('ines', 'staff')] };
    expect(codeOf(decideAs('team', staff, close(null), 'ines', last))).toBe('last-of-the-team');
    const two = { people: [...last.people, person('hugo', 'staff')] };
    expect(codeOf(decideAs('team', staff, close(null), 'ines', two))).toBeNull();
  });
});

describe('A delegation', () => {
  const delegate = (from: string, until: string) => ({ action: 'delegate', from, until }) as const;
  it.each([
    ['in the past', addDays(today, -1), today, 'delegation-days'],
    ['ending before it begins', addDays(today, 2), addDays(today, 1), 'delegation-days'],
    ['of 93 days', today, addDays(today, 92), 'delegation-days'],
    ['that is no date', 'demain', 'toujours', 'delegation-days'],
    ['of 92 days', today, addDays(today, 91), null],
    ['of one day', today, today, null],
    ['that begins later', addDays(today, 30), addDays(today, 60), null],
  ])('%s', (_what, from, until, code) => {
    expect(codeOf(decideAs('laureate', 'head', delegate(from, until), 'other'))).toBe(code);
  });

  it('is given by a signatory alone, to a contributor, once', () => {
    const command = delegate(today, today);
    expect(codeOf(decideAs('laureate', staff, command, 'other'))).toBe('not-yours');
    expect(codeOf(decideAs('laureate', 'head', command, 'second-head'))).toBe('not-a-contributor');
    expect(codeOf(decideAs('laureate', 'head', command, 'delegated'))).toBe('already-delegated');
    expect(codeOf(decideAs('laureate', 'head', command, 'invited'))).toBe('wrong-state');
  });

  it('is ended by staff, a signatory, or who holds it', () => {
    for (const by of [staff, 'head', 'delegated'] as const)
      expect(codeOf(decideAs('laureate', by, { action: 'endDelegation' }, 'delegated'))).toBeNull();
    expect(codeOf(decideAs('laureate', 'other', { action: 'endDelegation' }, 'delegated'))).toBe('signatory-only');
    expect(codeOf(decideAs('laureate', 'head', { action: 'endDelegation' }, 'other'))).toBe('not-delegated');
  });
});

describe('An account', () => {
  const unmarked = { verified: true, switchedOff: false, phone: null, addressProblem: null };
  const changeEmail = (email: string) => ({ action: 'changeEmail', email, reason }) as const;
  it('changes its address by staff, not its own, to one that is free, and is proved anew', () => {
    expect(codeOf(decideAs('laureate', 'head', changeEmail('a@b.fr'), 'other'))).toBe('staff-only');
    expect(codeOf(decideAs('team', 'head', changeEmail('a@b.fr'), 'head'))).toBe('not-oneself');
    expect(codeOf(decideAs('laureate', staff, changeEmail('Other@exemple.fr'), 'other'))).toBe('same-email');
    const known = { uid: 'zoe', name: 'Zoé Martin', kind: 'laureate', expertId: null, ...unmarked } as const;
    expect(codeOf(decideAs('laureate', staff, changeEmail('a@b.fr'), 'other', { known }))).toBe('email-taken');
    expect(decideAs('laureate', staff, changeEmail('A@b.fr'), 'other')).toMatchObject({
      changes: [{ person: { email: 'a@b.fr', verified: false, state: 'invited' }, reason }],
    });
  });

  const correctName = (name: string) => ({ action: 'correctName', name, reason }) as const;
  it('changes its name by staff, not its own, to another one, and the journal says the one before', () => {
    expect(codeOf(decideAs('laureate', 'head', correctName('Zoé'), 'other'))).toBe('staff-only');
    expect(codeOf(decideAs('expert', 'other', correctName('Zoé'), 'other'))).toBe('staff-only');
    expect(codeOf(decideAs('team', 'other', correctName('Zoé'), 'head'))).toBe('staff-only');
    expect(codeOf(decideAs('team', 'head', correctName('Zoé'), 'head'))).toBe('not-oneself');
    expect(codeOf(decideAs('laureate', staff, correctName(' '), 'other'))).toBe('name-missing');
    expect(codeOf(decideAs('laureate', staff, correctName(' other'), 'other'))).toBe('same-name');
    expect(codeOf(decideAs('laureate', staff, { ...correctName('Zoé'), reason: ' ' }, 'other'))).toBe('reason-missing');
    for (const kind of kinds)
      expect(decideAs(kind, staff, correctName(' Zoé Martin '), 'other')).toMatchObject({
        changes: [
          {
            done: 'correctName',
            person: { name: 'Zoé Martin', email: 'other@exemple.fr', state: 'active', verified: true },
            reason: `Nom d’avant : other. ${reason}`,
          },
        ],
      });
  });

  it('that is closed has its name corrected too, and stays closed', () => {
    expect(decideAs('expert', staff, correctName('Zoé Martin'), 'closed')).toMatchObject({
      changes: [{ person: { name: 'Zoé Martin', state: 'closed' } }],
    });
  });

  it('is cut by staff, with a reason, not their own; only staff open it again', () => {
    const switchOff = { action: 'switchOff', reason } as const;
    expect(codeOf(decideAs('team', 'head', switchOff, 'head'))).toBe('not-oneself');
    expect(codeOf(decideAs('expert', staff, { ...switchOff, reason: '' }, 'other'))).toBe('reason-missing');
    expect(codeOf(decideAs('expert', staff, switchOff, 'other'))).toBeNull();
    expect(codeOf(decideAs('expert', 'head', { action: 'reopen', reason }, 'cut'))).toBe('switched-off');
    expect(codeOf(decideAs('expert', 'head', { action: 'reopen', reason }, 'closed'))).toBeNull();
    expect(codeOf(decideAs('expert', staff, { action: 'reopen', reason }, 'cut'))).toBeNull();
  });

  it('that is opened again signs for nobody: the signature it was lent is not given back', () => {
    const lent = { from: '2000-01-01', until: '2999-12-31', byName: 'Anne Le Goff' };
    const people = [person('lent', 'contributor', { state: 'closed', delegation: lent })];
    expect(decideAs('laureate', staff, { action: 'reopen', reason }, 'lent', { people })).toMatchObject({
      changes: [{ person: { delegation: null } }],
    });
  });

  it('whose time is over is invited anew, not reopened', () => {
    const people = [person('anct', 'observer', { state: 'closed', until: now - 1 })];
    expect(codeOf(decideAs('team', staff, { action: 'reopen', reason }, 'anct', { people }))).toBe('expired');
    const still = [person('anct', 'observer', { state: 'closed', until: now + 1 })];
    expect(codeOf(decideAs('team', staff, { action: 'reopen', reason }, 'anct', { people: still }))).toBeNull();
  });

  it('leaves by itself without saying why; another says why', () => {
    const leave = { action: 'close', successorUid: null, reason: '' } as const;
    expect(codeOf(decideAs('laureate', 'other', leave, 'other'))).toBeNull();
    expect(codeOf(decideAs('laureate', 'head', leave, 'other'))).toBe('reason-missing');
  });

  it('that is nobody’s here is not found', () => {
    expect(codeOf(decideAs('laureate', 'head', { action: 'inviteAgain' }, 'nobody'))).toBe('person-unknown');
    expect(codeOf(decideAs('laureate', 'head', { action: 'inviteAgain' }, 'invited'))).toBeNull();
    expect(codeOf(decideAs('laureate', 'head', { action: 'inviteAgain' }, 'other'))).toBe('wrong-state');
    const same = { action: 'setRole', role: 'contributor' } as const;
    expect(codeOf(decideAs('laureate', 'head', same, 'other'))).toBe('same-role');
  });
});
