import { describe, expect, it } from 'vitest';
import { addDays, DAY, dayOf, endOfDay } from '../calendar.ts';
import { type Grant, grantEndsAt, WHILE_LIVE } from '../missions/facts.ts';
import { requested, upTo } from '../missions/testing/journeys.ts';
import { expert, signatory } from '../missions/testing/people.ts';
import type { GrantAction } from '../people/people.ts';
import { defaultSettings } from '../programme/settings.ts';
import { isRefusal } from '../refusal.ts';
import { decideGrant, type GrantState, grantActions, grantState, missionsEndAt } from './grant-actions.ts';

const now = Date.UTC(2024, 5, 3, 10);
const reason = 'À la demande de la manufacture.';
const kept: Grant = {
  laureateId: 'atelier',
  uid: 'noe',
  expertId: 'forge',
  missions: { m1: WHILE_LIVE },
  active: true,
};
const inState: Record<GrantState, Grant> = {
  open: kept,
  ended: { ...kept, missions: { m1: now - DAY } },
  cut: { ...kept, active: false },
};
const until = addDays(dayOf(now), 40);
const actions: readonly GrantAction[] = [
  { action: 'cut', reason },
  { action: 'restore', reason },
  { action: 'extend', missionId: 'm1', until, reason },
];

const decide = (grant: Grant, action: GrantAction) => decideGrant({ grant, settings: defaultSettings, now }, action);
const codeOf = (grant: Grant, action: GrantAction) => {
  const decided = decide(grant, action);
  return isRefusal(decided) ? decided.code : null;
};
const after = (grant: Grant, action: GrantAction): Grant => {
  const decided = decide(grant, action);
  if (isRefusal(decided)) throw new Error(decided.message);
  return decided;
};
const extend = (change: Partial<Extract<GrantAction, { action: 'extend' }>>): GrantAction => ({
  action: 'extend',
  missionId: 'm1',
  until,
  reason,
  ...change,
});

describe('What staff may do to an access', () => {
  const states = ['open', 'ended', 'cut'] as const;
  const cells = states.flatMap((state) => actions.map((action) => [action.action, state, action] as const));
  const refusals: Record<string, string> = {
    'cut cut': 'grant-cut',
    'restore open': 'grant-open',
    'restore ended': 'grant-not-cut',
    'extend open': 'mission-lives',
    'extend cut': 'grant-cut',
  };

  it.each(cells)('%s when it is %s', (name, state, action) => {
    expect(grantState(inState[state], now)).toBe(state);
    expect(codeOf(inState[state], action)).toBe(refusals[`${name} ${state}`] ?? null);
    if (state === 'open' && name === 'extend') return;
    expect(codeOf(inState[state], action) === null).toBe(grantActions[name].from.some((from) => from === state));
  });

  it('always needs a reason, of a length that people read', () => {
    for (const action of actions) {
      const grant = inState[action.action === 'restore' ? 'cut' : 'ended'];
      expect(codeOf(grant, { ...action, reason: ' \n' })).toBe('reason-missing');
      expect(codeOf(grant, { ...action, reason: 'a'.repeat(2_001) })).toBe('reason-too-long');
      expect(codeOf(grant, action)).toBeNull();
    }
  });
});

describe('Cutting', () => {
  it('ends every mission’s part at once, and restoring gives back exactly what the missions open', () => {
    const grant = { ...kept, missions: { m1: now + 3 * DAY, m2: now - DAY } };
    const cut = after(grant, { action: 'cut', reason });
    expect([grantState(cut, now), grantEndsAt(cut), missionsEndAt(cut)]).toEqual(['cut', 0, now + 3 * DAY]);
    expect(after(cut, { action: 'restore', reason })).toEqual(grant);
  });

  it('holds against a new declaration; once restored, the new mission opens the dossier', () => {
    const story = upTo('awaiting_expert');
    story.grants = story.grants.map((grant) => after(grant, { action: 'cut', reason }));
    story.about('m2').play(signatory('atelier'), 'request');
    story.play(expert, 'declareNoInterest');
    const grant = story.grants.find(({ uid }) => uid === expert.uid) ?? kept;
    expect(grantState(grant, story.now)).toBe('cut');
    expect(grantState(after(grant, { action: 'restore', reason }), story.now)).toBe('open');
  });
});

describe('Extending', () => {
  it('keeps the dossier open until the end of that day in Paris, by that mission alone', () => {
    const grant = { ...kept, missions: { m1: now - DAY, m2: now - 2 * DAY } };
    const longer = after(grant, extend({}));
    expect(longer.missions).toEqual({ m1: endOfDay(until), m2: now - 2 * DAY });
    expect(grantState(longer, endOfDay(until) - 1)).toBe('open');
    expect(grantState(longer, endOfDay(until))).toBe('ended');
  });

  it('is for a mission that both had, to a day that comes, later than now open, within a year', () => {
    const grant = { ...kept, missions: { m1: now + 50 * DAY } };
    const today = dayOf(now);
    expect(codeOf(grant, extend({ missionId: 'm9' }))).toBe('mission-not-shared');
    expect(codeOf(grant, extend({ until: addDays(today, -1) }))).toBe('day-past');
    expect(codeOf(grant, extend({}))).toBe('not-longer');
    expect(codeOf(grant, extend({ until: addDays(today, 366) }))).toBe('extension-too-long');
    expect(codeOf(grant, extend({ until: addDays(today, 365) }))).toBeNull();
  });

  it('outlives the thirty days, and no later end of another mission shortens it', () => {
    const story = requested();
    story.about('m2').play(signatory('atelier'), 'request');
    upTo('closed', story);
    const day = addDays(dayOf(story.now), 90);
    const facts = (grant: Grant) => ({ grant, settings: defaultSettings, now: story.now });
    story.grants = story.grants.map((grant) => {
      const longer = decideGrant(facts(grant), { action: 'extend', missionId: 'm2', until: day, reason });
      return isRefusal(longer) ? grant : longer;
    });
    story.about('m1').later(DAY).play(expert, 'decline');
    expect(story.grants.map(grantEndsAt)).toEqual([endOfDay(day)]);
  });
});
