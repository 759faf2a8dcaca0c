import type { standing } from '../guards/standing.ts';
import type { GuardCase } from './guard-case.ts';
import { requested, upTo } from './journeys.ts';
import { expert, signatory, staff } from './people.ts';
import { Story } from './story.ts';

/** The cases of the guards on where a laureate stands in the programme. */
export const standingGuardCases: Record<keyof typeof standing, GuardCase> = {
  laureateActive: {
    code: 'laureate-not-active',
    person: signatory('atelier'),
    action: 'request',
    story: () => new Story().change('atelier', { status: 'suspended' }),
    once: (story) => story.change('atelier', { status: 'active' }),
  },
  laureatesActive: {
    code: 'laureate-not-active',
    person: expert,
    action: 'declareNoInterest',
    story: () => requested('bocal').change('bocal', { status: 'withdrawn' }),
    once: (story) => story.change('bocal', { status: 'active' }),
  },
  noneMerged: {
    code: 'laureate-merged',
    person: staff,
    action: 'reopen',
    story: () => upTo('closed').change('atelier', { status: 'merged' }),
    once: (story) => story.change('atelier', { status: 'active' }),
  },
};
