import { DAY, HOUR } from '../../calendar.ts';
import type { GuardName } from '../guards.ts';
import { endingGuardCases } from './ending-guard-cases.ts';
import { dates, type GuardCase, plays, proposed, shared } from './guard-case.ts';
import { requested, upTo } from './journeys.ts';
import { payingGuardCases } from './paying-guard-cases.ts';
import { colleague, expert, signatory, staff, system } from './people.ts';
import { standingGuardCases } from './standing-guard-cases.ts';
import { Story } from './story.ts';
import { onDay, pastDeadline, whenDue } from './waiting.ts';

const atelier = signatory('atelier');
const bocal = signatory('bocal');
const expertIs = (change: Partial<Story['expert']>) => (story: Story) => {
  story.expert = { ...story.expert, ...change };
  return story;
};
const broken = { ledgerHolds: false };
const holds = { ledgerHolds: true };

/** The record that the compiler keeps complete: a guard without a case does not compile. */
export const guardCases: Record<GuardName, GuardCase> = {
  ...standingGuardCases,
  noteHandedIn: {
    code: 'note-missing',
    person: atelier,
    action: 'request',
    story: () => new Story().change('atelier', { note: null }),
    once: (story) => story.change('atelier', { note: { version: 1, subthemes: [], accepted: false } }),
  },
  requestsOpen: {
    code: 'requests-closed',
    person: atelier,
    action: 'request',
    story: () => dates({ lastRequest: '2024-03-04' })(new Story()),
    once: dates({ lastRequest: '2024-03-05' }),
  },
  validationsOpen: {
    code: 'validations-closed',
    person: atelier,
    action: 'validate',
    story: () => dates({ lastValidation: '2024-03-04' })(upTo('awaiting_validation')),
    once: dates({ lastValidation: '2024-03-05' }),
  },
  reportsOpen: {
    code: 'reports-closed',
    person: expert,
    action: 'submitReport',
    story: () => dates({ lastReport: '2024-03-04' })(upTo('awaiting_report')),
    once: dates({ lastReport: '2024-03-05' }),
  },
  settlementsOpen: {
    code: 'settlements-closed',
    person: atelier,
    action: 'confirmService',
    story: () => dates({ lastSettlement: '2024-03-04' })(upTo('awaiting_confirmation')),
    once: dates({ lastSettlement: '2024-03-05' }),
  },
  endingsOpen: {
    code: 'settlements-closed',
    person: atelier,
    action: 'endEarly',
    story: () => dates({ lastSettlement: '2024-03-04' })(upTo('awaiting_report')),
    once: dates({ lastSettlement: '2024-03-05' }),
  },
  expertMayBeCommissioned: {
    code: 'expert-not-open',
    person: atelier,
    action: 'request',
    story: () => expertIs({ mayBeCommissioned: false })(new Story()),
    // Published in the directory and open to missions are two facts.
    once: expertIs({ mayBeCommissioned: true, published: false }),
  },
  noInterestFound: {
    code: 'interest-found',
    person: expert,
    action: 'declareNoInterest',
    story: () => expertIs({ interests: ['Manufacture du Vercors'] })(requested()),
    once: expertIs({ interests: [] }),
  },
  proposedToJoin: {
    code: 'not-proposed',
    person: bocal,
    action: 'join',
    story: shared,
    once: proposed,
  },
  takesPart: {
    code: 'not-taking-part',
    person: bocal,
    action: 'leaveShared',
    story: proposed,
    once: plays(bocal, 'join'),
  },
  notDeclaredYet: {
    code: 'already-declared',
    person: expert,
    action: 'declareNoInterest',
    story: () => upTo('awaiting_expert', proposed()),
    once: plays(bocal, 'join'),
  },
  declared: {
    code: 'not-declared',
    person: expert,
    action: 'accept',
    story: requested,
    once: plays(expert, 'declareNoInterest'),
  },
  somebodyFollows: {
    code: 'nobody-follows',
    person: expert,
    action: 'standDown',
    story: requested,
    once: plays(expert, 'declareNoInterest'),
  },
  declaredForEveryone: {
    code: 'not-declared-for-all',
    person: expert,
    action: 'submitDiagnostic',
    story: () => plays(bocal, 'join')(upTo('awaiting_diagnostic', proposed())),
    // One of the company declares for it; its dossier opens to that person alone.
    once: plays(colleague, 'declareNoInterest'),
  },
  notValidatedYet: {
    code: 'already-validated',
    person: bocal,
    action: 'sendBack',
    story: () => plays(bocal, 'validate')(upTo('awaiting_validation', shared())),
    once: plays(expert, 'resplit'),
  },
  documentsReady: {
    code: 'documents-not-ready',
    person: atelier,
    action: 'validate',
    story: () => {
      const story = upTo('awaiting_validation');
      story.files = {};
      return story;
    },
    once: () => upTo('awaiting_validation'),
  },
  reportReady: {
    code: 'report-not-ready',
    person: atelier,
    action: 'confirmService',
    story: () => {
      const story = upTo('awaiting_confirmation');
      story.files = {};
      return story;
    },
    once: () => upTo('awaiting_confirmation'),
  },
  ledgerHolds: {
    code: 'ledger-broken',
    person: atelier,
    action: 'validate',
    story: () => upTo('awaiting_validation').change('atelier', broken),
    once: (story) => story.change('atelier', holds).change('chanvre', broken),
  },
  ledgersHold: {
    code: 'ledger-broken',
    person: expert,
    action: 'retract',
    story: () => upTo('awaiting_validation', shared()).change('bocal', broken),
    once: (story) => story.change('bocal', holds),
  },
  withinContestDelay: {
    code: 'contest-too-late',
    person: atelier,
    action: 'contest',
    story: () => upTo('awaiting_report').later(48 * HOUR + 1),
    once: (story) => story.later(-1),
  },
  nobodyConfirmed: {
    code: 'already-confirmed',
    person: bocal,
    action: 'sendBackReport',
    story: () => plays(atelier, 'confirmService')(upTo('awaiting_confirmation', shared())),
    once: () => upTo('awaiting_confirmation', shared()),
  },
  notConfirmedYet: {
    code: 'already-confirmed',
    person: atelier,
    action: 'confirmService',
    story: () => plays(atelier, 'confirmService')(upTo('awaiting_confirmation', shared())),
    once: (story) => {
      story.play(bocal, 'confirmService');
      story.play(staff, 'reopen');
      return story;
    },
  },
  noFeedbackYet: {
    code: 'feedback-given',
    person: atelier,
    action: 'giveFeedback',
    story: () => plays(atelier, 'giveFeedback')(upTo('closed')),
    once: () => upTo('closed'),
  },
  ...endingGuardCases,
  servicesOpen: {
    code: 'services-closed',
    person: expert,
    action: 'proposeAmendment',
    story: () => onDay(dates({ endOfServices: '2024-03-20' })(upTo('awaiting_report')), '2024-03-21'),
    once: dates({ endOfServices: '2024-03-21' }),
  },
  ...payingGuardCases,
  reminderDue: {
    code: 'too-early',
    person: system,
    action: 'remind',
    // Three working days from Tuesday 5 March 2024.
    story: () => onDay(upTo('awaiting_diagnostic'), '2024-03-07'),
    once: (story) => story.later(DAY),
  },
  isAwaited: {
    code: 'not-awaited',
    person: bocal,
    action: 'snoozeReminders',
    story: () => plays(bocal, 'validate')(upTo('awaiting_validation', shared())),
    once: () => upTo('awaiting_validation', shared()),
  },
  remindersMayWait: {
    code: 'no-reminder-left',
    person: staff,
    action: 'snoozeReminders',
    // Expected before Tuesday 26 March 2024: on its eve nothing can wait any more.
    story: () => onDay(upTo('awaiting_validation'), '2024-03-25'),
    once: (story) => onDay(story, '2024-03-22'),
  },
  deadlineReached: {
    code: 'too-early',
    person: system,
    action: 'passDeadline',
    story: () => onDay(upTo('awaiting_diagnostic'), '2024-04-02'),
    once: (story) => story.later(DAY),
  },
  noDiagnosticEver: {
    code: 'diagnostic-exists',
    person: system,
    action: 'expire',
    story: () => {
      const story = upTo('awaiting_validation');
      story.play(expert, 'retract');
      return onDay(pastDeadline(story), '2024-06-04');
    },
    once: () => whenDue(pastDeadline(upTo('awaiting_diagnostic'))),
  },
  waitedTooLong: {
    code: 'too-early',
    person: system,
    action: 'expire',
    story: () => whenDue(pastDeadline(upTo('awaiting_expert'))).daysLater(-1),
    once: (story) => story.later(DAY),
  },
};
