import { describe, expect, it } from 'vitest';
import type { CheckName } from './checks.ts';
import { amounts, type CheckCases, diagnosed, tried, withDevis } from './testing/check-case.ts';
import { shared } from './testing/guard-case.ts';
import { handingInCheckCases } from './testing/handing-in-check-cases.ts';
import { invoicingCheckCases } from './testing/invoicing-check-cases.ts';
import { requested, upTo } from './testing/journeys.ts';
import { onPaperCheckCases } from './testing/on-paper-check-cases.ts';
import { payingCheckCases } from './testing/paying-check-cases.ts';
import { colleague, expert, signatory, staff, staffFor } from './testing/people.ts';
import { Story } from './testing/story.ts';
import { succeedingCheckCases } from './testing/succeeding-check-cases.ts';
import { takingOverCheckCases } from './testing/taking-over-check-cases.ts';
import { onDay } from './testing/waiting.ts';

const atelier = signatory('atelier');

/** Each check with every code it can answer; the compiler keeps the record complete. */
const cases: Record<CheckName, CheckCases> = {
  ...handingInCheckCases,
  ...payingCheckCases,
  ...onPaperCheckCases,
  ...succeedingCheckCases,
  ...takingOverCheckCases,
  ...invoicingCheckCases,
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
  offeredSubthemes: {
    'subtheme-retired': () => {
      const story = new Story();
      const given = story.settings.themes.map((theme) => ({
        ...theme,
        subthemes: theme.subthemes.map((one) => (one.id === '7.1' ? { ...one, retired: true } : one)),
      }));
      story.settings = { ...story.settings, themes: given };
      return tried(story, atelier, 'request', { subthemes: ['7.1'] }, { subthemes: ['7.2'] });
    },
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
    'sharing-not-open': () => {
      const closed = new Story().change('atelier', { openToSharing: false });
      return tried(closed, atelier, 'request', { shareWith: ['bocal'] }, { shareWith: [] });
    },
    'partner-not-open': () => {
      const closed = new Story().change('chanvre', { openToSharing: false });
      return tried(closed, atelier, 'request', { shareWith: ['bocal', 'chanvre'] }, { shareWith: ['bocal'] });
    },
  },
  declares: {
    'declaration-missing': () => tried(requested(), expert, 'declareNoInterest', { declares: false }),
  },
  followsTheMission: {
    'not-following': () => tried(diagnosed(), colleague, 'standDown', { uid: colleague.uid }, { uid: expert.uid }),
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
  delayInProgramme: {
    // Each state has its own last day; the day itself may be granted.
    'delay-beyond-programme': () =>
      tried(onDay(upTo('awaiting_validation'), '2024-12-02'), staff, 'extend', { days: 30 }, { days: 29 }),
  },
  reportIsCurrent: {
    'version-outdated': () => {
      const story = upTo('awaiting_confirmation');
      story.play(atelier, 'sendBackReport');
      story.play(expert, 'submitReport');
      return tried(story, atelier, 'confirmService', { reportNumber: 1 }, { reportNumber: 2 });
    },
  },
  reasonableDelay: {
    'delay-invalid': () => tried(upTo('awaiting_report'), staff, 'extend', { days: 181 }, { days: 30 }),
  },
  snoozedBeforeDeadline: {
    'not-put-off': () => tried(upTo('awaiting_validation'), atelier, 'snoozeReminders', { until: null }),
    'snooze-past': () =>
      tried(
        onDay(upTo('awaiting_validation'), '2024-03-12'),
        atelier,
        'snoozeReminders',
        { until: '2024-03-12' },
        { until: '2024-03-13' },
      ),
    // Expected before Tuesday 26 March 2024: the Monday is the last day that may be chosen.
    'snooze-beyond-deadline': () =>
      tried(upTo('awaiting_validation'), atelier, 'snoozeReminders', { until: '2024-03-26' }, { until: '2024-03-25' }),
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
  it.each(['sendBack', 'refuse'] as const)(
    '%s is about the version that was read, and about no newer one',
    (action) => {
      const story = upTo('awaiting_correction');
      story.play(expert, 'submitDiagnostic');
      expect(story.refusal(atelier, action, { version: 1 })).toBe('version-outdated');
      expect(story.refusal(atelier, action, { version: 2 })).toBeNull();
    },
  );

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

  it('a laureate that is no longer open to sharing joins what it was proposed before, and goes on', () => {
    const story = new Story();
    story.play(atelier, 'request', { shareWith: ['bocal'] });
    story.change('atelier', { openToSharing: false }).change('bocal', { openToSharing: false });
    expect(story.refusal(signatory('bocal'), 'join')).toBeNull();
    // The team that asks in its name is told the same as its own people.
    story.about('m2');
    for (const person of [atelier, staffFor('atelier')]) {
      expect(story.refusal(person, 'request', { shareWith: ['bocal'] })).toBe('sharing-not-open');
      expect(story.refusal(person, 'request')).toBeNull();
    }
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
