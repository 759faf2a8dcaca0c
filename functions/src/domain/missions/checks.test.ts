import { describe, expect, it } from 'vitest';
import { forms } from '../programme/forms.ts';
import type { ActionInputs, ActionName } from './actions.ts';
import { type CheckName, devisExpired } from './checks.ts';
import { answersTo, devisOf, satisfied } from './testing/commands.ts';
import { requested, upTo } from './testing/journeys.ts';
import { colleague, expert, type Person, signatory, staff } from './testing/people.ts';
import { Story } from './testing/story.ts';

const atelier = signatory('atelier');
const bocal = signatory('bocal');

type Verdict = readonly [refused: string | null, twin: string | null];

/** Tries an action with a bad input then, everything else equal, with a good one. */
function tried<Name extends ActionName>(
  story: Story,
  person: Person,
  action: Name,
  bad: Partial<ActionInputs[Name]>,
  good: Partial<ActionInputs[Name]> = {},
): Verdict {
  return [story.refusal(person, action, bad), story.refusal(person, action, good)];
}

const diagnosed = () => upTo('awaiting_diagnostic');
const shared = () => requested('bocal');
const withDevis = (story: Story, change: Partial<ReturnType<typeof devisOf>>) => ({
  devis: { ...devisOf(story, expert, 3_000_00), ...change },
});
const amounts = (excludingVatCents: number, vatCents: number, includingVatCents: number) => ({
  amounts: { excludingVatCents, vatCents, includingVatCents },
});

/** Each check with every code it can answer; the compiler keeps the record complete. */
const cases: Record<CheckName, Record<string, () => Verdict>> = {
  reasonGiven: {
    'reason-missing': () => tried(upTo('awaiting_report'), staff, 'hold', { reason: '  ' }),
    'reason-too-long': () =>
      tried(upTo('awaiting_report'), staff, 'hold', { reason: 'a'.repeat(2_001) }, { reason: 'a'.repeat(2_000) }),
  },
  sendBackReasons: {
    'reasons-missing': () => tried(upTo('awaiting_validation'), atelier, 'sendBack', { reasons: [] }),
  },
  knownSubthemes: {
    'subthemes-missing': () => tried(new Story(), atelier, 'request', { subthemes: [] }),
    'subtheme-unknown': () => tried(new Story(), atelier, 'request', { subthemes: ['4.2', '4.9'] }),
  },
  needDescribed: {
    'need-missing': () => tried(new Story(), atelier, 'request', { need: ' Conseil  ' }),
    'need-too-long': () =>
      tried(new Story(), atelier, 'request', { need: 'a'.repeat(2_001) }, { need: 'a'.repeat(2_000) }),
  },
  sharesWithOthers: {
    'laureate-unknown': () =>
      tried(new Story(), atelier, 'request', { shareWith: ['atelier'] }, { shareWith: ['bocal'] }),
    'too-many': () =>
      tried(new Story(), atelier, 'request', { shareWith: Array.from('abcdefghij') }, { shareWith: ['bocal'] }),
  },
  followsTheMission: {
    'not-following': () => tried(diagnosed(), colleague, 'standDown', { uid: colleague.uid }, { uid: expert.uid }),
  },
  declares: {
    'declaration-missing': () => tried(requested(), expert, 'declareNoInterest', { declares: false }),
  },
  diagnosticComplete: {
    'answers-incomplete': () =>
      tried(
        diagnosed(),
        expert,
        'submitDiagnostic',
        { diagnostic: { kind: 'form', answers: {} } },
        { diagnostic: { kind: 'form', answers: answersTo(forms.diagnostic) } },
      ),
    'file-unknown': () => {
      const story = diagnosed();
      // Somebody else's deposit, for this mission.
      const fileId = story.deposit(colleague, 'diagnostic');
      return tried(story, expert, 'submitDiagnostic', { diagnostic: { kind: 'file', fileId } });
    },
  },
  reportComplete: {
    'answers-incomplete': () =>
      tried(
        upTo('awaiting_report'),
        expert,
        'submitReport',
        { document: { kind: 'form', answers: { ...answersTo(forms.report), unknown: 'x' } } },
        { document: { kind: 'form', answers: answersTo(forms.report) } },
      ),
    'file-unknown': () =>
      tried(upTo('awaiting_report'), expert, 'submitReport', { document: { kind: 'file', fileId: 'nowhere' } }),
  },
  devisIsOwnPdf: {
    'file-unknown': () => {
      const story = diagnosed();
      // One's own file, deposited for another mission.
      const fileId = story.deposit(expert, 'elsewhere', { missionId: 'm2' });
      return tried(story, expert, 'submitDiagnostic', withDevis(story, { fileId }));
    },
    'file-not-pdf': () => {
      const story = diagnosed();
      const fileId = story.deposit(expert, 'word', { contentType: 'application/msword' });
      return tried(story, expert, 'submitDiagnostic', withDevis(story, { fileId }));
    },
  },
  devisNumbered: {
    'devis-number-missing': () => {
      const story = diagnosed();
      return tried(story, expert, 'submitDiagnostic', withDevis(story, { number: ' ' }));
    },
  },
  amountsAddUp: {
    'amounts-differ': () => {
      const story = diagnosed();
      const bad = withDevis(story, amounts(2_500_00, 500_01, 3_000_00));
      return tried(story, expert, 'submitDiagnostic', bad, withDevis(story, amounts(2_500_00, 500_00, 3_000_00)));
    },
    'amount-invalid': () => {
      const story = diagnosed();
      const bad = withDevis(story, amounts(3_000_00.5, -0.5, 3_000_00));
      return tried(story, expert, 'submitDiagnostic', bad, withDevis(story, amounts(3_000_00, 0, 3_000_00)));
    },
  },
  splitAddsUp: {
    'split-differs': () =>
      tried(
        diagnosed(),
        expert,
        'submitDiagnostic',
        { split: { atelier: 2_999_99 } },
        { split: { atelier: 3_000_00 } },
      ),
    'split-incomplete': () =>
      tried(
        upTo('awaiting_diagnostic', shared()),
        expert,
        'submitDiagnostic',
        { split: { atelier: 3_000_00 } },
        { split: { atelier: 3_000_00, bocal: 0 } },
      ),
  },
  datesInOrder: {
    'dates-reversed': () =>
      tried(
        diagnosed(),
        expert,
        'submitDiagnostic',
        { plannedStart: '2024-05-03', plannedEnd: '2024-05-02' },
        { plannedStart: '2024-05-02', plannedEnd: '2024-05-02' },
      ),
  },
  servicesInProgramme: {
    'after-programme': () =>
      tried(diagnosed(), expert, 'submitDiagnostic', { plannedEnd: '2025-01-01' }, { plannedEnd: '2024-12-31' }),
  },
  consents: {
    'consent-missing': () => tried(upTo('awaiting_validation'), atelier, 'validate', { consent: false }),
  },
  versionIsCurrent: {
    'version-outdated': () => {
      const story = upTo('awaiting_correction');
      story.play(expert, 'submitDiagnostic');
      return tried(story, atelier, 'validate', { version: 1 }, { version: 2 });
    },
  },
  documentsUnchanged: {
    'documents-changed': () => {
      const story = upTo('awaiting_validation');
      return tried(story, atelier, 'validate', { devisSha256: 'another' });
    },
  },
  paysItsShare: {
    'payment-differs': () =>
      tried(
        upTo('awaiting_validation'),
        atelier,
        'validate',
        { subsidyCents: 3_000_00, ownCents: 1 },
        { subsidyCents: 2_999_99, ownCents: 1 },
      ),
  },
  withinRemaining: {
    'subsidy-exceeded': () => {
      const story = diagnosed();
      story.play(expert, 'submitDiagnostic', { devis: devisOf(story, expert, 12_000_00) });
      const all = { subsidyCents: 10_000_01, ownCents: 1_999_99 };
      return tried(story, atelier, 'validate', all, { subsidyCents: 10_000_00, ownCents: 2_000_00 });
    },
  },
  signInIsFresh: {
    'sign-in-too-old': () => {
      const story = upTo('awaiting_validation');
      story.signedInAgo = 30 * 60_000 + 1;
      const refused = story.refusal(atelier, 'validate');
      story.signedInAgo -= 1;
      return [refused, story.refusal(atelier, 'validate')];
    },
  },
  signInIsFreshToSettle: {
    'sign-in-too-old': () => {
      const story = upTo('awaiting_report');
      story.signedInAgo = 30 * 60_000 + 1;
      const refused = story.refusal(atelier, 'endEarly');
      story.signedInAgo -= 1;
      return [refused, story.refusal(atelier, 'endEarly')];
    },
  },
  finalsWithinValidated: {
    'final-exceeds': () =>
      tried(
        upTo('awaiting_report'),
        expert,
        'submitReport',
        { finals: { atelier: 3_000_01 } },
        { finals: { atelier: 3_000_00 } },
      ),
    // Said, even when it is zero: an amount left out would be settled at nothing.
    'finals-incomplete': () =>
      tried(upTo('awaiting_report'), staff, 'endEarly', { finals: {} }, { finals: { atelier: 0 } }),
    'amount-invalid': () =>
      tried(upTo('awaiting_report'), staff, 'endEarly', { finals: { atelier: -1 } }, { finals: { atelier: 1 } }),
  },
  claimsNothingAlone: {
    'final-needs-agreement': () =>
      tried(upTo('awaiting_report'), expert, 'withdraw', { finals: { atelier: 3_000_00 } }, { finals: { atelier: 0 } }),
  },
  finalWithinOwnShare: {
    'final-exceeds': () =>
      tried(
        upTo('awaiting_report', shared()),
        bocal,
        'leaveShared',
        { finalCents: 1_500_01 },
        { finalCents: 1_500_00 },
      ),
    'final-too-early': () =>
      tried(upTo('awaiting_validation', shared()), bocal, 'leaveShared', { finalCents: 1 }, { finalCents: 0 }),
  },
  reportIsCurrent: {
    'version-outdated': () => {
      const story = upTo('awaiting_confirmation');
      story.play(atelier, 'sendBackReport');
      story.play(expert, 'submitReport');
      return tried(story, atelier, 'confirmService', { reportNumber: 1 }, { reportNumber: 2 });
    },
  },
  confirmsStatedAmount: {
    'final-differs': () => tried(upTo('awaiting_confirmation'), atelier, 'confirmService', { finalCents: 2_000_00 }),
  },
  reasonableDelay: {
    'delay-invalid': () => tried(upTo('awaiting_report'), staff, 'extend', { days: 181 }, { days: 180 }),
  },
  feedbackComplete: {
    'answers-incomplete': () =>
      tried(upTo('closed'), atelier, 'giveFeedback', { answers: { ...satisfied, overall: 'Bof' } }),
  },
  amendmentIsCurrent: {
    'version-outdated': () => {
      const story = upTo('awaiting_report');
      story.play(expert, 'proposeAmendment');
      story.play(atelier, 'refuseAmendment');
      story.play(expert, 'proposeAmendment');
      return tried(story, atelier, 'validateAmendment', { number: 1 }, { number: 2 });
    },
  },
  paysItsAmendedShare: {
    'payment-differs': () => {
      const story = upTo('awaiting_report');
      story.play(expert, 'proposeAmendment');
      return tried(story, atelier, 'validateAmendment', { subsidyCents: 3_000_00, ownCents: 0 });
    },
  },
  amendmentWithinRemaining: {
    'subsidy-exceeded': () => {
      const story = upTo('awaiting_report');
      story.play(expert, 'proposeAmendment', { devis: devisOf(story, expert, 12_000_00, 'amended') });
      const all = { subsidyCents: 10_000_01, ownCents: 1_999_99 };
      return tried(story, atelier, 'validateAmendment', all, { subsidyCents: 10_000_00, ownCents: 2_000_00 });
    },
  },
};

const all = Object.entries(cases).flatMap(([check, codes]) =>
  Object.entries(codes).map(([code, verdict]) => [check, code, verdict] as const),
);

describe('Each check refuses with its code, and lets through once one thing changes', () => {
  it.each(all)('%s: %s', (_check, code, verdict) => {
    expect(verdict()).toEqual([code, null]);
  });
});

describe('What an action carries is never more than it should be', () => {
  it.each([Number.NaN, -1, 0.5, 1e21, Number.POSITIVE_INFINITY])('%d is not an amount', (cents) => {
    const story = upTo('awaiting_validation');
    expect(story.refusal(atelier, 'validate', { subsidyCents: cents, ownCents: 3_000_00 - cents })).toBe(
      'payment-differs',
    );
    const running = upTo('awaiting_report');
    expect(running.refusal(staff, 'endEarly', { finals: { atelier: cents } })).toBe('amount-invalid');
    expect(running.refusal(staff, 'extend', { days: cents })).toBe('delay-invalid');
  });

  it('a devis of zero is not a devis', () => {
    const story = diagnosed();
    expect(story.refusal(expert, 'submitDiagnostic', withDevis(story, amounts(0, 0, 0)))).toBe('amount-invalid');
  });

  it('the same laureate proposed twice takes part once', () => {
    const story = new Story();
    story.play(atelier, 'request', { shareWith: ['bocal', 'bocal'], subthemes: ['4.2', '1.1', '4.2'] });
    expect(story.mission.laureateIds).toEqual(['atelier', 'bocal']);
    expect(story.mission).toMatchObject({ subthemes: ['4.2', '1.1'], outsideNote: ['1.1'] });
  });

  it('an amount is asked of a laureate that takes part, and of no other', () => {
    const story = upTo('awaiting_report', shared());
    const finals = { atelier: 0, bocal: 0 };
    expect(story.refusal(staff, 'endEarly', { finals: { ...finals, chanvre: 0 } })).toBe('finals-incomplete');
    expect(story.refusal(staff, 'endEarly', { finals })).toBeNull();
  });

  it('staff may say what is due to an expert that withdraws', () => {
    const story = upTo('awaiting_report');
    expect(story.refusal(staff, 'withdraw', { finals: { atelier: 1_000_00 } })).toBeNull();
    expect(story.refusal(expert, 'declareConflict', { finals: { atelier: 1 } })).toBe('final-needs-agreement');
    // The expert has nothing to say of amounts, so it need not; staff must.
    expect(story.refusal(expert, 'withdraw', { finals: {} })).toBeNull();
    expect(story.refusal(staff, 'withdraw', { finals: {} })).toBe('finals-incomplete');
  });
});

describe('A devis past its date', () => {
  it('warns and never blocks', () => {
    const story = diagnosed();
    story.play(expert, 'submitDiagnostic', withDevis(story, { validUntil: '2024-03-05' }));
    expect(devisExpired(story.facts(atelier))).toBe(false);
    story.daysLater(1);
    expect(devisExpired(story.facts(atelier))).toBe(true);
    expect(story.refusal(atelier, 'validate')).toBeNull();
  });
});
