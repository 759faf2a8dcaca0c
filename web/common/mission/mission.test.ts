import type { Availability } from '@sur-mesure/functions/domain/missions/decide';
import { actionNames, transitionOf } from '@sur-mesure/functions/domain/missions/transitions';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { refuse } from '@sur-mesure/functions/domain/refusal';
import { describe, expect, test } from 'vitest';
import { mission } from '../testing/mission-view.ts';
import { arranged } from './arrangement.ts';
import { followedBy as followedWords, howToHandOver } from './following.ts';
import { nextAction, turnOf } from './turn-words.ts';
import { askedFields, isSimple, onlyFollower } from './typed-action.ts';

const live = (action: Availability['action']): Availability => ({ action, refusal: null });
const seen = (laureateId: string | null, actions: readonly Availability[]): MissionViewPart => ({
  mission,
  laureateId,
  actions,
});
type MissionViewPart = Pick<MissionView, 'mission' | 'laureateId' | 'actions'>;

describe('whose turn it is', () => {
  test('is mine when the server lets me take an awaited action', () => {
    expect(turnOf(seen('bois', [live('validate')]), 'laureate')).toMatchObject({ whose: 'À vous', action: 'validate' });
  });

  test('is said by name when it is somebody else’s', () => {
    expect(turnOf(seen(null, []), 'expert').whose).toBe('Au tour de Fabrique du Bois');
    expect(turnOf(seen('lac', []), 'laureate').whose).toBe('Au tour de Fabrique du Bois');
  });

  test('is a signatory’s when mine can only read', () => {
    expect(turnOf(seen('bois', []), 'laureate').whose).toMatch(/signataire de votre manufacture/);
  });

  test('gives the reason when what is awaited of me is not possible yet', () => {
    const refusal = refuse('documents-not-ready', 'Les documents sont en cours de préparation.');
    const turn = turnOf(seen('bois', [{ action: 'validate', refusal }]), 'laureate');
    expect(turn).toMatchObject({ yours: false, sentence: refusal.message });
  });
});

test('an awaited action comes before an opinion, and a way out is never awaited', () => {
  expect(nextAction([live('giveFeedback'), live('confirmService'), live('endEarly')])).toBe('confirmService');
  expect(nextAction([live('cancel'), live('endEarly')])).toBeUndefined();
});

describe('a company of several people', () => {
  const declaration = (uid: string) => ({ uid, name: uid, laureateIds: ['lac'], at: 0, endedAt: null });
  const followedBy = (...uids: string[]): MissionView['mission'] => ({
    ...mission,
    expert: { ...mission.expert, declarations: uids.map(declaration) },
  });
  const panel = { known: new Set<string>(), hidden: [] };

  test('is awaited for one declaration: a colleague’s is a choice, not the turn of the company', () => {
    const actions = [live('declareNoInterest')];
    expect(turnOf({ mission: followedBy(), laureateId: null, actions }, 'expert').action).toBe('declareNoInterest');
    const turn = turnOf({ mission: followedBy('Marc'), laureateId: null, actions }, 'expert');
    expect(turn).toMatchObject({ yours: false, whose: 'Au tour de Fabrique du Bois' });
    expect(arranged(actions, { ...panel, followed: true }).first).toMatchObject([{ tone: 'secondary' }]);
  });

  test('says who stops following, when more than one does', () => {
    expect(onlyFollower(followedBy('Marc'))?.uid).toBe('Marc');
    expect(onlyFollower(followedBy('Marc', 'Katell'))).toBeUndefined();
  });

  test('everybody reads who of the company follows, and the company alone how to hand over', () => {
    expect(followedWords(followedBy('Marc', 'Katell'))).toBe('Marc et Katell');
    expect(followedWords(followedBy())).toContain('Personne');
    const declarations = [{ ...declaration('Marc'), endedAt: 2 }, declaration('Katell')];
    expect(followedWords({ ...mission, expert: { ...mission.expert, declarations } })).toBe('Katell');
    expect(howToHandOver(followedBy('Marc'), 'expert')).toContain('Ne plus suivre cette mission');
    expect(howToHandOver(followedBy('Marc'), 'laureate')).toBeNull();
    expect(howToHandOver(followedBy(), 'expert')).toBeNull();
    expect(askedFields('standDown')).toEqual(['reason', 'follower']);
    expect(arranged([live('standDown')], panel).others.map(({ action }) => action)).toEqual(['standDown']);
  });
});

test('buttons put what is asked first as the only primary one, and fold the ways out', () => {
  const { first, others } = arranged([live('cancel'), live('sendBackReport'), live('confirmService')], {
    known: new Set(),
    hidden: [],
  });
  expect(first.map(({ action, tone }) => [action, tone])).toEqual([
    ['confirmService', 'primary'],
    ['sendBackReport', 'secondary'],
  ]);
  expect(others.map(({ action }) => action)).toEqual(['cancel']);
});

test('an action that nobody made a form for is not offered', () => {
  expect(arranged([live('submitReport')], { known: new Set(), hidden: [] }).first).toEqual([]);
  expect(arranged([live('submitReport')], { known: new Set(['submitReport']), hidden: [] }).first).toHaveLength(1);
});

test('whatever is possible with a reason alone needs no form of its own', () => {
  const reasonOnly = actionNames.filter((action) => transitionOf(action).checks.join() === 'reasonGiven');
  expect(reasonOnly.filter((action) => !isSimple(action))).toEqual([]);
});

test('Hides what is about somebody else or an amendment that nobody proposed, and greys what is not possible yet', () => {
  const panel = { known: new Set<string>(), hidden: [] };
  const refused = (code: string): Availability[] => [{ action: 'join', refusal: refuse(code, 'Pas maintenant.') }];
  expect(arranged(refused('not-proposed'), panel).first).toEqual([]);
  expect(arranged(refused('no-amendment'), panel).first).toEqual([]);
  expect(arranged(refused('note-missing'), panel).first).toHaveLength(1);
});
