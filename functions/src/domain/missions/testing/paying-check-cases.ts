import type { paying } from '../checks/paying.ts';
import { type CheckCases, diagnosed, tried } from './check-case.ts';
import { devisOf } from './commands.ts';
import { shared } from './guard-case.ts';
import { upTo } from './journeys.ts';
import { expert, signatory, staff } from './people.ts';

const atelier = signatory('atelier');
const bocal = signatory('bocal');

export const payingCheckCases: Record<keyof typeof paying, CheckCases> = {
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
  withinFunded: {
    'funded-exceeded': () => {
      // 3 000 € with 500 € of VAT, which this laureate recovers.
      const story = upTo('awaiting_validation').change('atelier', { fundedBase: { kind: 'excludingVat' } });
      const bad = { subsidyCents: 2_500_01, ownCents: 499_99 };
      return tried(story, atelier, 'validate', bad, { subsidyCents: 2_500_00, ownCents: 500_00 });
    },
  },
  withinRemaining: {
    'subsidy-exceeded': () => {
      const story = diagnosed();
      story.play(expert, 'submitDiagnostic', { devis: devisOf(story, expert, 12_000_00) });
      const all = { subsidyCents: 10_000_01, ownCents: 1_999_99 };
      return tried(story, atelier, 'validate', all, { subsidyCents: 10_000_00, ownCents: 2_000_00 });
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
  confirmsStatedAmount: {
    'final-differs': () => tried(upTo('awaiting_confirmation'), atelier, 'confirmService', { finalCents: 2_000_00 }),
  },
  paysItsAmendedShare: {
    'payment-differs': () => {
      const story = upTo('awaiting_report');
      story.play(expert, 'proposeAmendment');
      return tried(story, atelier, 'validateAmendment', { subsidyCents: 3_000_00, ownCents: 0 });
    },
  },
  amendmentWithinFunded: {
    'funded-exceeded': () => {
      const story = upTo('awaiting_validation').change('atelier', { fundedBase: { kind: 'excludingVat' } });
      story.play(atelier, 'validate', { subsidyCents: 2_500_00, ownCents: 500_00 });
      story.play(expert, 'proposeAmendment');
      const bad = { subsidyCents: 3_333_34, ownCents: 666_66 };
      return tried(story, atelier, 'validateAmendment', bad, { subsidyCents: 3_333_33, ownCents: 666_67 });
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
