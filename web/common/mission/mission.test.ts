import type { MissionView } from '@sur-mesure/functions/domain/api';
import type { Availability } from '@sur-mesure/functions/domain/missions/decide';
import type { Mission, Participant } from '@sur-mesure/functions/domain/missions/mission';
import { actionNames, transitionOf } from '@sur-mesure/functions/domain/missions/transitions';
import { refuse } from '@sur-mesure/functions/domain/refusal';
import { describe, expect, test } from 'vitest';
import { arranged } from './arrangement.ts';
import { nextAction, turnOf } from './turn-words.ts';
import { isSimple } from './typed-action.ts';

const participant = (laureateId: string, name: string, validated = false): Participant => ({
  laureateId,
  name,
  status: 'joined',
  noteVersion: 1,
  validated,
  confirmed: false,
  feedbackGiven: false,
});

const mission: Mission = {
  id: 'm1',
  needId: 'n1',
  need: 'Revoir les tarifs de l’atelier',
  subthemes: ['4.2'],
  outsideNote: [],
  expert: { expertId: 'e1', name: 'Camille Roy', declarations: [] },
  participants: { lac: participant('lac', 'Atelier du Lac', true), bois: participant('bois', 'Fabrique du Bois') },
  laureateIds: ['lac', 'bois'],
  since: 0,
  createdAt: 0,
  lastReminderAt: null,
  versions: 1,
  amendments: 0,
  openAmendment: null,
  reopened: 0,
  validatedAt: null,
  closedFrom: null,
  successorId: null,
  events: 1,
  state: 'awaiting_validation',
  submission: {
    version: 1,
    at: 0,
    by: 'u',
    diagnostic: { kind: 'file', fileId: 'f1' },
    devis: { fileId: 'f2', number: 'D1', validUntil: '2026-12-31' },
    plannedStart: '2026-12-01',
    plannedEnd: '2027-01-31',
  },
  report: null,
  heldFrom: null,
};

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
