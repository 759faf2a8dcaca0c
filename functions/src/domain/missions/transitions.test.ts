import { describe, expect, it } from 'vitest';
import type { ActionName } from './actions.ts';
import type { CheckName } from './checks.ts';
import { checks } from './checks.ts';
import { availableActions, refusalOf } from './decide.ts';
import { effects } from './effects.ts';
import type { Role } from './facts.ts';
import { guards } from './guards.ts';
import { allStates, isLive, type MissionState, missionStates, waitingStates } from './states.ts';
import { upTo } from './testing/journeys.ts';
import { occasion } from './testing/occasions.ts';
import {
  contributor,
  expert,
  impostor,
  observer,
  type Person,
  signatory,
  staff,
  staffFor,
  stranger,
  system,
} from './testing/people.ts';
import { Story } from './testing/story.ts';
import { actionNames, transitionOf, transitions } from './transitions.ts';

const states = ['start', ...allStates] as const;
const rows = actionNames.map((action) => [action, transitionOf(action)] as const);

/** Everybody who could knock, and the role that the table knows them by (null: none on this mission). */
const callers: Record<string, { person: Person; role: Role | 'staff acting for' | null }> = {
  'the signatory': { person: signatory('atelier'), role: 'signatory' },
  'the contributor': { person: contributor('atelier'), role: 'contributor' },
  'the expert': { person: expert, role: 'expert' },
  staff: { person: staff, role: 'staff' },
  'staff acting for the laureate': { person: staffFor('atelier'), role: 'staff acting for' },
  'the system': { person: system, role: 'system' },
  'another expert': { person: stranger, role: null },
  'a signatory naming another laureate': { person: impostor('bocal', 'atelier'), role: null },
  'a signatory of a laureate outside of the mission': { person: signatory('chanvre'), role: null },
  'an observer': { person: observer, role: null },
};

const gateCodes = ['wrong-state', 'signatory-only', 'not-yours', 'not-your-turn', 'never-on-behalf'];

/** What the table says of a caller in a state, as the code of the refusal; null when the gate is open and only facts can refuse. */
function verdict(action: ActionName, state: (typeof states)[number], role: Role | 'staff acting for' | null) {
  const { by, from, actFor } = transitionOf(action);
  const stands = from.includes(state) ? null : 'wrong-state';
  if (role === null) return 'not-yours';
  if (role === 'staff acting for') return actFor || by.includes('staff') ? stands : 'never-on-behalf';
  if (by.includes(role)) return stands;
  return role === 'contributor' && by.includes('signatory') ? 'signatory-only' : 'not-your-turn';
}

describe('Only what the table says is allowed, and each denial says why', () => {
  const stories = new Map(states.map((state) => [state, state === 'start' ? new Story() : upTo(state)] as const));

  describe.each(states)('in %s', (state) => {
    it.each(Object.entries(callers))('%s', (name, { person, role }) => {
      const story = stories.get(state) ?? new Story();
      // Before the mission exists, anybody's laureate may ask, and no expert or stranger has a part.
      const isMember = state === 'start' && name === 'a signatory of a laureate outside of the mission';
      const known = isMember ? 'signatory' : state === 'start' && role === 'expert' ? null : role;
      for (const action of actionNames) {
        const code = refusalOf(story.facts(person), action)?.code ?? null;
        const expected = verdict(action, state, known);
        const gate = code !== null && gateCodes.includes(code) ? code : null;
        expect(gate, `${action} by ${name} in ${state}`).toBe(expected);
      }
    });
  });
});

/** Who is not awaited while the others are. */
const notAwaited = { expert: ['signatory', 'contributor'], laureate: ['expert'] } as const;

/** Open by the table, closed by a guard whatever the facts: once validated, a laureate stops the mission, it no longer cancels it; it answers a report. */
const neverSo = new Map<string, readonly [ActionName, MissionState, string]>([
  ...waitingStates.flatMap((state) =>
    notAwaited[missionStates[state].turn].map(
      (role) => [`snoozeReminders ${role} ${state}`, ['snoozeReminders', state, 'not-awaited']] as const,
    ),
  ),
  ['cancel signatory awaiting_report', ['cancel', 'awaiting_report', 'already-validated']],
  ['cancel signatory awaiting_confirmation', ['cancel', 'awaiting_confirmation', 'already-validated']],
  ['endEarly signatory awaiting_confirmation', ['endEarly', 'awaiting_confirmation', 'report-awaits']],
  ['endEarly signatory on_hold', ['endEarly', 'on_hold', 'on-hold']],
]);

describe('Every open gate has an occasion that succeeds', () => {
  const cases = rows.flatMap(([action, { by, from }]) =>
    from.flatMap((state) =>
      by.filter((role) => !neverSo.has(`${action} ${role} ${state}`)).map((role) => [action, role, state] as const),
    ),
  );

  it.each(cases)('%s by %s in %s', (action, role, state) => {
    const { story, person } = occasion(action, state, role);
    expect(story.missionIfAny?.state ?? 'start').toBe(state);
    const before = story.missionIfAny;
    const { mission, event } = story.play(person, action);
    expect(event).toMatchObject({ action, from: before?.state ?? null, to: mission.state, number: mission.events });
    expect(mission.events).toBe((before?.events ?? 0) + 1);
  });

  it.each([...neverSo])('%s stays closed by its guard', (name, [action, state, code]) => {
    const caller = Object.values(callers).find(({ role }) => role !== null && name.includes(` ${role} `));
    expect(upTo(state).refusal(caller?.person ?? signatory('atelier'), action)).toBe(code);
    expect(upTo(state).refusal(staff, action)).toBeNull();
  });
});

describe('Where each action leads', () => {
  const plain = rows.flatMap(([action, { to, from, by }]) =>
    typeof to === 'string' && allStates.some((state) => state === to) && by[0]
      ? from
          .filter((state) => !neverSo.has(`${action} ${by[0]} ${state}`))
          .map((state) => [action, state, to, by[0]] as const)
      : [],
  );
  it.each(plain)('%s in %s leads to %s', (action, state, to, role = 'staff') => {
    const { story, person } = occasion(action, state, role);
    expect(story.play(person, action).mission.state).toBe(to);
  });

  it.each(rows.filter(([, { to }]) => to === 'same').map(([action]) => action))('%s keeps the state', (action) => {
    const { by, from } = transitionOf(action);
    for (const state of from) {
      const role = by.find((one) => !neverSo.has(`${action} ${one} ${state}`)) ?? 'staff';
      const { story, person } = occasion(action, state, role);
      expect(story.play(person, action).mission.state).toBe(state);
    }
  });

  it('resume leads back to where the mission was held', () => {
    for (const state of waitingStates) {
      const story = upTo(state);
      story.play(staff, 'hold');
      expect(story.mission).toMatchObject({ state: 'on_hold', heldFrom: state });
      const { mission } = story.play(staff, 'resume');
      expect(mission).toMatchObject({ state, heldFrom: null });
    }
  });
});

describe('The buttons of a page', () => {
  it('are those of the role and the state, each live or greyed with its reason', () => {
    const story = upTo('awaiting_validation').later(3_600_000);
    const offered = availableActions(story.facts(signatory('atelier')));
    expect(offered.map(({ action, refusal }) => [action, refusal?.code ?? null])).toEqual([
      ['validate', null],
      ['recordSignedDevis', null],
      ['sendBack', null],
      ['refuse', null],
      ['endEarly', null],
      ['leaveShared', 'alone'],
      ['cancel', null],
      ['snoozeReminders', null],
    ]);
    expect(availableActions(story.facts(contributor('atelier'))).map(({ action }) => action)).toEqual([
      'snoozeReminders',
    ]);
    expect(availableActions(story.facts(stranger))).toEqual([]);
    expect(availableActions(story.facts(expert)).map(({ action }) => action)).toEqual([
      'declareNoInterest',
      'retract',
      'resplit',
      'standDown',
      'withdraw',
      'declareConflict',
      'snoozeReminders',
    ]);
  });
});

describe('The table is whole', () => {
  const used = <Name extends string>(pick: (row: (typeof rows)[number][1]) => readonly Name[]) =>
    [...new Set(rows.flatMap(([, row]) => pick(row)))].sort();

  it('uses every guard, check and effect, and knows no other', () => {
    expect(used((row) => row.guards)).toEqual(Object.keys(guards).sort());
    expect(used((row) => row.checks)).toEqual(Object.keys(checks).sort());
    expect(used((row) => row.effects)).toEqual(Object.keys(effects).sort());
  });

  it('asks every laureate’s action whether that laureate takes part, or is asked to', () => {
    const laureates = rows.filter(([action, { by }]) => action !== 'request' && by.includes('signatory'));
    for (const [action, { guards: listed }] of laureates) {
      expect(
        listed.some((guard) => guard === 'takesPart' || guard === 'proposedToJoin' || guard === 'hasAPart'),
        action,
      ).toBe(true);
    }
  });

  it('reads every ledger that an action writes on, and lets nobody engage money on an old sign-in', () => {
    const others = [
      'voidShares',
      'settleShares',
      'settleOrVoidLeaving',
      'recommitShares',
      'commitAmendment',
      'dropAmendment',
      'payInvoice',
      'cancelInvoicePayment',
    ];
    for (const [action, { guards: listed, effects: done, checks: checked }] of rows) {
      if (done.some((effect) => others.includes(effect))) expect(listed, action).toContain('ledgersHold');
      if (done.some((effect) => effect === 'commitShare' || effect === 'settleShare'))
        expect(listed, action).toContain('ledgerHolds');
      if (done.includes('recordProof'))
        expect(
          checked.some((check) => check === 'signInIsFresh' || check === 'signInIsFreshToSettle'),
          action,
        ).toBe(true);
    }
  });

  it('gives a reason wherever staff decide on others, or somebody leaves', () => {
    const silent: ActionName[] = ['remind', 'snoozeReminders', 'recordPayment'];
    const reasons: readonly CheckName[] = ['reasonGiven', 'staffSayWhy'];
    for (const [action, { by, checks: listed }] of rows)
      if (by.includes('staff') && !silent.includes(action))
        expect(
          listed.some((check) => reasons.includes(check)),
          action,
        ).toBe(true);
  });

  it('names every action and state once, in French', () => {
    const labels = [
      ...rows.flatMap(([, { label, done }]) => [label, done]),
      ...Object.values(missionStates).map(({ label }) => label),
    ];
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.every((label) => /^[A-ZÀÉ]/.test(label))).toBe(true);
    expect(Object.keys(transitions).sort()).toEqual([...actionNames].sort());
    expect(Object.keys(missionStates).sort()).toEqual([...allStates].sort());
  });
});

describe('Every state', () => {
  const next = (state: MissionState): MissionState[] =>
    rows
      .filter(([, { from }]) => from.includes(state))
      .flatMap(([, { to }]): MissionState[] => {
        if (typeof to !== 'string') return Object.values(to).flatMap((end) => allStates.filter((one) => one === end));
        if (to === 'heldFrom') return [...waitingStates];
        if (to === 'closedFrom') return ['awaiting_report', 'awaiting_confirmation'];
        return allStates.filter((one) => one === to);
      });
  const reachable = (start: MissionState): Set<MissionState> => {
    const seen = new Set([start]);
    for (const state of seen) for (const one of next(state)) seen.add(one);
    return seen;
  };

  it('can be reached from a request', () => {
    expect([...reachable('awaiting_expert')].sort()).toEqual([...allStates].sort());
  });

  it.each(allStates)('%s can reach an end, and its own turn can be told', (state) => {
    expect([...reachable(state)].some((one) => !isLive(one))).toBe(true);
    expect(missionStates[state].turn === null).toBe(!isLive(state));
  });
});
