import { describe, expect, it } from 'vitest';
import { atelier, bocal } from '../laureates/testing/records.ts';
import { type SummaryFacts, summaryState } from './summary-state.ts';
import { upTo } from './testing/journeys.ts';

const story = upTo('awaiting_validation');
const { submitted } = story;
if (submitted === null) throw new Error('nothing is handed in');

const expert = {
  company: 'La Forge',
  siret: '73282932000074',
  contact: { name: 'Noé Lambert', email: 'noe@exemple.fr', phone: '' },
};
const facts: SummaryFacts = {
  ...{ mission: story.mission, devis: submitted.submission.devis, readAmounts: undefined, expert },
  ...{ laureates: [atelier, bocal], logoId: null, laureateId: 'atelier', now: story.now },
};
const poorer = { ...atelier, balance: { ...atelier.balance, remainingCents: 1_00 } };

describe('The summary of a devis', () => {
  it.each<[string, Partial<SummaryFacts>]>([
    ['the mission takes a step', { mission: { events: story.mission.events + 1 } }],
    ['totals are read in the PDF of the devis', { readAmounts: [3_000_00] }],
    ['the expert changes its name', { expert: { ...expert, company: 'La Grande Forge' } }],
    ['the expert’s contact changes', { expert: { ...expert, contact: { ...expert.contact, name: 'Ana Diaz' } } }],
    ['a laureate changes its name', { laureates: [atelier, { ...bocal, name: 'Le Grand Bocal' }] }],
    ['its laureate has a logo', { logoId: 'f1' }],
    ['less remains to the laureate that reads it', { laureates: [poorer, bocal] }],
    ['the devis is past its date', { now: Date.parse('2100-01-01') }],
  ])('is another once %s', (_when, change) => {
    expect(summaryState({ ...facts, ...change })).not.toBe(summaryState(facts));
  });

  it.each<[string, SummaryFacts, Partial<SummaryFacts>]>([
    ['a second has passed', facts, { now: story.now + 1_000 }],
    ['no total was found in its PDF', facts, { readAmounts: [] }],
    ['its expert has another telephone', facts, { expert: { ...expert, contact: { ...expert.contact, phone: '06' } } }],
    ['less remains to a laureate, for the expert', { ...facts, laureateId: null }, { laureates: [poorer, bocal] }],
  ])('is the same when %s', (_when, before, change) => {
    expect(summaryState({ ...before, ...change })).toBe(summaryState(before));
  });
});
