import type { GuardName } from '../guards.ts';
import { type GuardCase, plays, proposed, shared } from './guard-case.ts';
import { upTo } from './journeys.ts';
import { expert, signatory, staff } from './people.ts';
import type { Story } from './story.ts';

const atelier = signatory('atelier');
const bocal = signatory('bocal');

/** The guards of what changes, ends or reopens a mission under way. */
export const endingGuardCases = {
  aloneOrStaff: {
    code: 'shared-mission',
    person: atelier,
    action: 'endEarly',
    story: () => upTo('awaiting_report', shared()),
    once: plays(bocal, 'leaveShared'),
  },
  notAlone: {
    code: 'alone',
    person: atelier,
    action: 'leaveShared',
    story: proposed,
    once: plays(bocal, 'join'),
  },
  sharedMission: {
    code: 'not-shared',
    person: expert,
    action: 'resplit',
    story: () => upTo('awaiting_correction'),
    // Also when only one is left: what the other had is to be split anew.
    once: () => plays(bocal, 'refuse')(upTo('awaiting_validation', shared())),
  },
  noAnswerAwaited: {
    code: 'report-awaits',
    person: atelier,
    action: 'endEarly',
    story: () => upTo('awaiting_confirmation'),
    once: plays(atelier, 'sendBackReport'),
  },
  beforeValidationUnlessStaff: {
    code: 'already-validated',
    person: atelier,
    action: 'cancel',
    story: () => upTo('awaiting_report'),
    once: () => upTo('awaiting_validation'),
  },
  validatedByAll: {
    code: 'not-validated',
    person: staff,
    action: 'arbitrate',
    story: () => plays(staff, 'hold')(upTo('awaiting_correction')),
    once: () => upTo('on_hold'),
  },
  noOpenAmendment: {
    code: 'amendment-open',
    person: expert,
    action: 'submitReport',
    story: () => plays(expert, 'proposeAmendment')(upTo('awaiting_report')),
    once: plays(atelier, 'refuseAmendment'),
  },
  amendmentAwaitsMe: {
    code: 'no-amendment',
    person: atelier,
    action: 'refuseAmendment',
    story: () => upTo('awaiting_report'),
    once: plays(expert, 'proposeAmendment'),
  },
  nothingPaid: {
    code: 'already-paid',
    person: staff,
    action: 'reopen',
    story: () => plays(atelier, 'recordPayment')(plays(expert, 'depositInvoice')(upTo('closed'))),
    once: plays(staff, 'cancelPayment'),
  },
  endedAfterItsStart: {
    code: 'nothing-to-reopen',
    person: staff,
    action: 'reopen',
    story: () => plays(staff, 'endEarly')(upTo('awaiting_validation')),
    once: () => upTo('ended_early'),
  },
  remainsEnoughToReopen: {
    code: 'not-enough-to-reopen',
    person: staff,
    action: 'reopen',
    story: () => closedAtHalf(9_000_00),
    once: () => closedAtHalf(8_500_00),
  },
} as const satisfies Partial<Record<GuardName, GuardCase>>;

/** A first mission of 3 000 € closed at 1 500 €, then a second that commits `cents`; reopening the first asks for 1 500 € more. */
function closedAtHalf(cents: number): Story {
  const story = upTo('awaiting_report');
  story.play(staff, 'closeWithout');
  story.change('atelier', { entries: [...story.laureate('atelier').entries, engaged(cents - 1_500_00, story.now)] });
  return story;
}

function engaged(cents: number, at: number) {
  const line = { id: 'm2.v1.commit', cents: -cents, at, by: 'signatory-atelier', reason: null, settingsVersion: 1 };
  return { ...line, type: 'commit', missionId: 'm2', version: 1 } as const;
}
