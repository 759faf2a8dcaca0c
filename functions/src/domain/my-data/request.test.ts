import { describe, expect, it } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { obstaclesOf } from './obstacles.ts';
import {
  decideErasure,
  type ErasureAction,
  type ErasureCommand,
  type ErasureRequest,
  type ErasureState,
  erasureActions,
  erasureStates,
} from './request.ts';

const person = { uid: 'u1', name: 'Maëlle', kind: 'laureate' };
const staff = { uid: 's1', name: 'Inès', kind: 'staff' };
const commands: Record<ErasureAction, ErasureCommand> = {
  ask: { action: 'ask' },
  withdraw: { action: 'withdraw' },
  approve: { action: 'approve', uid: 'u1' },
  refuse: { action: 'refuse', uid: 'u1', reason: 'Un litige est en cours.' },
};
const request = (state: ErasureState): ErasureRequest => ({
  ...{ uid: 'u1', cause: 'asked', askedAt: 1, state, decidedAt: null, decidedBy: null, reason: '', doneAt: null },
});
const decide = (action: ErasureAction, state: ErasureState | null, more = {}) =>
  decideErasure(
    {
      actor: erasureActions[action].by === 'staff' ? staff : person,
      request: state === null ? null : request(state),
      ...{ obstacles: [], now: 2, ...more },
    },
    commands[action],
  );
const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.code : null);

const states = Object.keys(erasureStates).filter((state): state is ErasureState => Object.hasOwn(erasureStates, state));
const actions = Object.keys(erasureActions).filter((one): one is ErasureAction => Object.hasOwn(erasureActions, one));
const cases = actions.flatMap((action) => [null, ...states].map((state) => ({ action, state })));
const allows = ({ action, state }: (typeof cases)[number]) =>
  [...erasureActions[action].from].some((from) => from === state);

describe('A request of erasure', () => {
  it.each(cases.filter(allows))('from $state: $action', ({ action, state }) => {
    expect(decide(action, state)).toMatchObject({ uid: 'u1', state: erasureActions[action].to });
  });

  it.each(cases.filter((one) => !allows(one)))('from $state, not: $action', ({ action, state }) => {
    expect(codeOf(decide(action, state))).toBe(state === null ? 'erasure-unknown' : 'erasure-moved');
  });

  it('is decided by staff alone, and never about oneself', () => {
    expect(codeOf(decide('approve', 'asked', { actor: person }))).toBe('staff-only');
    expect(codeOf(decide('approve', 'asked', { actor: { ...staff, uid: 'u1' } }))).toBe('not-oneself');
    expect(codeOf(decide('approve', 'asked'))).toBeNull();
  });

  it('is refused with a reason', () => {
    const asked = { actor: staff, request: request('asked'), obstacles: [], now: 2 };
    expect(codeOf(decideErasure(asked, { action: 'refuse', uid: 'u1', reason: ' ' }))).toBe('reason-needed');
    expect(decide('refuse', 'asked')).toMatchObject({
      reason: 'Un litige est en cours.',
      decidedBy: 'Inès',
      decidedAt: 2,
    });
  });

  it('leaves nobody without a signatory, a contact or a team', () => {
    const obstacles = obstaclesOf({ laureates: ['La Filature'], company: 'Oïkos', lastOfTheTeam: true });
    expect(obstacles).toHaveLength(3);
    expect(codeOf(decide('approve', 'asked', { obstacles }))).toBe('erasure-stopped');
    expect(codeOf(decide('refuse', 'asked', { obstacles }))).toBeNull();
    expect(obstaclesOf({ laureates: [], company: null, lastOfTheTeam: false })).toEqual([]);
  });
});
