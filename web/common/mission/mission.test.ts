import type { Availability } from '@sur-mesure/functions/domain/missions/decide';
import type { Participant } from '@sur-mesure/functions/domain/missions/mission';
import { actionNames, transitionOf } from '@sur-mesure/functions/domain/missions/transitions';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { defaultSettings } from '@sur-mesure/functions/domain/programme/settings';
import { refuse } from '@sur-mesure/functions/domain/refusal';
import { wholeBase } from '@sur-mesure/functions/domain/subsidy/funded';
import { positionOf } from '@sur-mesure/functions/domain/subsidy/position';
import type { Share } from '@sur-mesure/functions/domain/subsidy/share';
import { describe, expect, test } from 'vitest';
import { connectionLost, outcomeIsUnknown } from '../api/refusals.ts';
import { handedIn, submission } from '../testing/fixtures.ts';
import { arranged } from './arrangement.ts';
import { followedBy as followedWords, howToHandOver } from './following.ts';
import { reminderWords } from './reminder-words.ts';
import { nextAction, turnOf } from './turn-words.ts';
import {
  amendedPayment,
  askedFields,
  commandOf,
  finalsAsked,
  isSimple,
  nothingTyped,
  OTHER_DAY,
  onlyFollower,
  type Typed,
  typedErrors,
  USUAL_DAYS,
} from './typed-action.ts';

const participant = (laureateId: string, name: string, validated = false): Participant => ({
  laureateId,
  name,
  status: 'joined',
  noteVersion: 1,
  validated,
  confirmed: false,
  feedbackGiven: false,
  leftAt: null,
});

const mission = handedIn('awaiting_validation', {
  need: 'Revoir les tarifs de l’atelier',
  expert: { expertId: 'e1', name: 'Camille Roy', declarations: [] },
  participants: { lac: participant('lac', 'Atelier du Lac', true), bois: participant('bois', 'Fabrique du Bois') },
  laureateIds: ['lac', 'bois'],
  submission: { ...submission, plannedEnd: '2027-01-31' },
});

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

describe('reminders', () => {
  const shown = { to: 'Oïkos', lastAt: Date.UTC(2025, 2, 4, 7), next: '2025-03-13', putOffTo: null };

  test('say who was reminded, when last and when next', () => {
    expect(reminderWords(shown)).toBe(
      'Rappel envoyé à Oïkos le mardi 4 mars 2025 ; prochain rappel le jeudi 13 mars 2025.',
    );
    expect(reminderWords({ ...shown, next: null })).toBe('Rappel envoyé à Oïkos le mardi 4 mars 2025.');
    expect(reminderWords({ ...shown, lastAt: null, putOffTo: '2025-03-13' })).toBe(
      'Aucun rappel envoyé ; prochain rappel reporté au jeudi 13 mars 2025.',
    );
    expect(reminderWords({ ...shown, lastAt: null, next: null })).toBeNull();
  });

  test('are put off to a day that the page offers, to another one, or take back their rhythm', () => {
    const until = (typed: Partial<Typed>) => {
      const command = commandOf('snoozeReminders', { ...nothingTyped, ...typed }, whole(null));
      return command?.action === 'snoozeReminders' ? command.input.until : undefined;
    };
    expect(until({ until: '2025-03-13' })).toBe('2025-03-13');
    expect(until({ until: OTHER_DAY, otherDay: '2025-03-14' })).toBe('2025-03-14');
    expect(until({ until: USUAL_DAYS, otherDay: '2025-03-14' })).toBeNull();
    const errors = (typed: Partial<Typed>) =>
      typedErrors('snoozeReminders', { ...nothingTyped, ...typed }, whole(null)).map(({ fieldId }) => fieldId);
    expect(errors({})).toEqual(['snoozeReminders-until']);
    expect(errors({ until: OTHER_DAY })).toEqual(['snoozeReminders-other-day']);
    expect(errors({ until: USUAL_DAYS })).toEqual([]);
  });

  test('have no button on the page of who is not reminded', () => {
    const buttons = (refusal: Availability['refusal']) =>
      arranged([{ action: 'snoozeReminders', refusal }], { known: new Set(), hidden: [] }).first.length;
    expect([null, refuse('not-awaited', ''), refuse('no-reminder-left', '')].map(buttons)).toEqual([1, 0, 0]);
  });
});

describe('what an action asks to type', () => {
  test('comes from the checks of the table', () => {
    expect(askedFields('cancel')).toEqual(['reason']);
    expect(askedFields('sendBack').toSorted()).toEqual(['reason', 'reasons']);
    expect(askedFields('endEarly').toSorted()).toEqual(['finals', 'reason']);
    expect(askedFields('accept')).toEqual([]);
  });

  test('is said all at once, in the order of the fields', () => {
    const fields = typedErrors('sendBack', nothingTyped, whole(null)).map(({ fieldId }) => fieldId);
    expect(fields).toEqual(['sendBack-reasons', 'sendBack-reason']);
  });

  test('is one’s own amount only, and none before a validation', () => {
    expect(finalsAsked(whole(share('proposed')))).toEqual([]);
    expect(finalsAsked(whole(share('committed')))).toEqual([
      { laureateId: 'bois', name: 'Fabrique du Bois', mostCents: 300_000 },
    ]);
  });

  test('is bound by the devis in force while an amendment waits for the others', () => {
    const before = { shareCents: 200_000, fundedCents: 200_000, subsidyCents: 200_000, ownCents: 0 };
    const amendment = { number: 1, shareCents: 300_000, fundedCents: 300_000, before };
    expect(finalsAsked(whole({ ...share('committed'), amendment }))).toMatchObject([{ mostCents: 200_000 }]);
    expect(finalsAsked(whole({ ...share('committed'), amendment: { ...amendment, before: null } }))).toMatchObject([
      { mostCents: 300_000 },
    ]);
  });
});

test('a service is confirmed for the report and the amount that the page shows', () => {
  const view = whole({ ...share('committed'), finalCents: 280_000 });
  expect(commandOf('confirmService', nothingTyped, view)).toEqual({
    action: 'confirmService',
    input: { finalCents: 280_000, reportNumber: view.mission.report?.number ?? 0 },
  });
});

test('a return and a refusal name the version that the page shows', () => {
  const read = {
    ...whole(null),
    mission: handedIn('awaiting_validation', { submission: { ...submission, version: 2 } }),
  };
  expect(commandOf('sendBack', nothingTyped, read)?.input).toMatchObject({ version: 2 });
  expect(commandOf('refuse', nothingTyped, read)?.input).toMatchObject({ version: 2 });
});

test('an amendment takes what the first devis engaged before asking for more', () => {
  const amendment = { number: 1, shareCents: 400_000, fundedCents: 400_000, before: null };
  const view = whole({ ...share('committed'), subsidyCents: 300_000, amendment });
  expect(amendedPayment(view)).toEqual({ number: 1, shareCents: 400_000, subsidyCents: 350_000, ownCents: 50_000 });
});

test('an amendment never asks the subsidy for the VAT that the laureate recovers', () => {
  const amendment = { number: 1, shareCents: 60_000, fundedCents: 50_000, before: null };
  const view = whole({ ...share('committed'), amendment });
  expect(amendedPayment(view)).toMatchObject({ subsidyCents: 50_000, ownCents: 10_000 });
});

test('an operation is repeated as the same one only while its outcome is unknown', () => {
  expect(outcomeIsUnknown(connectionLost)).toBe(true);
  expect(outcomeIsUnknown(refuse('sign-in-too-old', 'Votre connexion est ancienne.'))).toBe(false);
});

function share(status: Share['status']): Share {
  return {
    missionId: 'm1',
    laureateId: 'bois',
    expertId: 'e1',
    expertName: 'Camille Roy',
    needId: mission.needId,
    need: mission.need,
    subthemes: [],
    missionState: 'awaiting_report',
    since: 0,
    version: 1,
    status,
    base: wholeBase,
    shareCents: 300_000,
    fundedCents: 300_000,
    subsidyCents: 0,
    ownCents: 0,
    finalCents: 0,
    amendment: null,
  };
}

function whole(own: Share | null): MissionView {
  return {
    mission,
    reader: 'signatory',
    laureateId: 'bois',
    events: [],
    files: [],
    links: [],
    proofs: [],
    mayShare: false,
    otherExperts: [],
    sameNeed: [],
    unreadMessages: 0,
    actions: [],
    expectedBefore: null,
    reminders: null,
    onBehalf: [],
    share: own,
    balance: { ...positionOf([], []), remainingCents: 50_000 },
    proposed: null,
    submitted: null,
    amounts: null,
    parts: [],
    changes: null,
    warnings: [],
    notes: [],
    dossiers: [],
    invoices: { rows: [], invoiceable: [] },
    forms: {},
    diagnosticForm: null,
    settings: defaultSettings,
  };
}

test('Hides what is about somebody else or an amendment that nobody proposed, and greys what is not possible yet', () => {
  const panel = { known: new Set<string>(), hidden: [] };
  const refused = (code: string): Availability[] => [{ action: 'join', refusal: refuse(code, 'Pas maintenant.') }];
  expect(arranged(refused('not-proposed'), panel).first).toEqual([]);
  expect(arranged(refused('no-amendment'), panel).first).toEqual([]);
  expect(arranged(refused('note-missing'), panel).first).toHaveLength(1);
});
