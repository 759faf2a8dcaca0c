import type { payingGuards } from '../guards/paying.ts';
import { type GuardCase, plays, shared } from './guard-case.ts';
import { upTo } from './journeys.ts';
import { expert, signatory, staff } from './people.ts';

const atelier = signatory('atelier');
const bocal = signatory('bocal');

/** `bocal` left before anything was settled for it, and the mission went on to its invoice. */
function invoicedWithout() {
  const story = upTo('awaiting_validation', shared());
  story.play(bocal, 'refuse');
  story.play(expert, 'resplit');
  story.play(atelier, 'validate');
  return plays(expert, 'depositInvoice')(story);
}

export const payingGuardCases = {
  somethingToInvoice: {
    code: 'nothing-to-invoice',
    person: expert,
    action: 'depositInvoice',
    story: () => plays(staff, 'endEarly')(upTo('awaiting_validation')),
    once: () => upTo('ended_early'),
  },
  hasAPart: {
    code: 'not-taking-part',
    person: bocal,
    action: 'recordUnpaid',
    story: invoicedWithout,
    once: () => plays(expert, 'depositInvoice')(upTo('awaiting_report', shared())),
  },
  hasAnInvoice: {
    code: 'no-invoice',
    person: atelier,
    action: 'recordPayment',
    story: () => upTo('closed'),
    once: plays(expert, 'depositInvoice'),
  },
} as const satisfies Record<keyof typeof payingGuards, GuardCase>;
