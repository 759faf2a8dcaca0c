import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInThemes } from '../programme/built-in-themes.ts';
import { regions } from '../programme/territories.ts';
import type { ExpertAvailability } from './availability.ts';
import type { ExpertCard } from './card.ts';
import { matchedExperts, type Sought } from './matching.ts';

const card = (id: string, changed: Partial<ExpertCard> = {}): ExpertCard => ({
  ...{ id, company: id, skills: 'Modèles économiques', sectors: 'Textile', website: '', email: null, phone: null },
  ...{ subthemes: ['4.2'], regions: ['Bretagne'], published: true },
  ...changed,
});
const sought = (changed: Partial<Sought> = {}): Sought => ({
  ...{ subthemes: ['4.2', '10.1', '1.1'], region: 'Bretagne', today: '2026-11-30', themes: builtInThemes },
  ...changed,
});
const order = (cards: readonly ExpertCard[], asked = sought()) =>
  matchedExperts(cards, asked).map((one) => one.card.id);
const wordsOf = (one: ExpertCard, asked = sought()) =>
  matchedExperts([one], asked).flatMap(({ reasons }) => reasons.map(({ words }) => words));

describe('Experts for a need', () => {
  it('come by how much of it they cover, then by territory, then by availability, then by name', () => {
    const cards = [
      card('b-name'),
      card('a-name'),
      card('late', { availability: { kind: 'from', day: '2027-06-01' } }),
      card('sooner', { availability: { kind: 'from', day: '2027-01-15' } }),
      card('far', { regions: ['Corse'] }),
      card('more', { subthemes: ['10.1', '4.2'], regions: ['Corse'] }),
    ];
    expect(order(cards)).toEqual(['more', 'a-name', 'b-name', 'sooner', 'late', 'far']);
  });

  it('come last when they cover none of it, after those who cover some and take no mission for now', () => {
    const cards = [
      card('none', { subthemes: ['2.1'] }),
      card('closed', { subthemes: ['4.2', '10.1', '1.1'], availability: { kind: 'notNow' } }),
      card('some', { regions: ['Corse'] }),
    ];
    expect(order(cards)).toEqual(['some', 'closed', 'none']);
  });
});

describe('The reasons', () => {
  it('say how many needs are covered and which, where the expert works and when', () => {
    const one = card('a', { subthemes: ['4.2', '10.1'], availability: { kind: 'from', day: '2027-03-04' } });
    const [needs, ...others] = wordsOf(one);
    expect(needs).toMatch(/^Couvre 2 de ces 3 besoins : « .+ » et « .+ »$/);
    expect(others).toEqual(['Intervient en Bretagne', 'Disponible à partir du jeudi 4 mars 2027']);
    expect(wordsOf(one, sought({ subthemes: ['4.2'] }))[0]).toMatch(/^Couvre ce besoin : « /);
    expect(wordsOf(one, sought({ subthemes: ['4.2', '10.1'] }))[0]).toMatch(/^Couvre ces 2 besoins : « /);
  });

  it('say what speaks against an expert as plainly', () => {
    const regionsElsewhere = ['Corse', 'Normandie', 'Occitanie', 'Guyane', 'Mayotte'];
    const one = card('a', { subthemes: ['2.1'], regions: regionsElsewhere, availability: { kind: 'notNow' } });
    expect(wordsOf(one)).toEqual([
      'N’annonce aucun de ces besoins',
      'Intervient dans d’autres régions : Corse, Normandie, Occitanie et 2 autres régions',
      'Pas disponible pour le moment',
    ]);
    expect(matchedExperts([one], sought())[0]?.reasons.some(({ speaksFor }) => speaksFor)).toBe(false);
  });

  it('say nothing of what was not asked, or not said', () => {
    expect(wordsOf(card('a', { regions: [...regions] }), sought({ subthemes: [] }))).toEqual([
      'Intervient dans toute la France',
    ]);
  });
});

const ids = builtInThemes.flatMap(({ subthemes }) => subthemes.map(({ id }) => id));
const availabilities = fc.option(
  fc.oneof(
    fc.constantFrom<ExpertAvailability>({ kind: 'now' }, { kind: 'notNow' }),
    fc.constantFrom('2026-10-01', '2026-12-01', '2027-05-01').map((day) => ({ kind: 'from' as const, day })),
  ),
  { nil: undefined },
);
const anyCards = fc
  .uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z]{1,6}$/),
      company: fc.constantFrom('Forge', 'Élan', 'forge', 'Tisse'),
      own: fc.subarray(ids, { minLength: 1, maxLength: 6 }),
      served: fc.subarray([...regions], { minLength: 1 }),
      availability: availabilities,
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  )
  .map((some) =>
    some.map(({ id, company, own, served, availability }) =>
      card(id, { company, subthemes: own, regions: served, ...(availability === undefined ? {} : { availability }) }),
    ),
  );
const anySought = fc.record({
  subthemes: fc.subarray(ids, { maxLength: 5 }),
  region: fc.constantFrom(...regions),
  today: fc.constant('2026-11-30'),
  themes: fc.constant(builtInThemes),
});

describe('Whatever the cards and the need', () => {
  const forAll = (rule: (cards: readonly ExpertCard[], asked: Sought) => void) =>
    fc.assert(fc.property(anyCards, anySought, rule), { seed: 7, numRuns: 400 });

  it('everybody is there once, in an order that the order of arrival does not change', () => {
    forAll((cards, asked) => {
      const found = order(cards, asked);
      expect(found.toSorted()).toEqual(cards.map(({ id }) => id).toSorted());
      expect(order(cards.toReversed(), asked)).toEqual(found);
    });
  });

  it('nobody stands before one who covers more of the need and takes missions', () => {
    forAll((cards, asked) => {
      const found = matchedExperts(cards, asked).map((one) => one.card);
      const covered = (one: ExpertCard) => asked.subthemes.filter((id) => one.subthemes.includes(id)).length;
      const takes = (one: ExpertCard) => one.availability?.kind !== 'notNow';
      found.forEach((after, index) => {
        if (!takes(after)) return;
        for (const before of found.slice(0, index)) expect(covered(before)).toBeGreaterThanOrEqual(covered(after));
      });
    });
  });

  it('the reasons are those of the card: as many needs as it covers, the territory it has', () => {
    forAll((cards, asked) => {
      for (const { card: one, reasons } of matchedExperts(cards, asked)) {
        const covered = asked.subthemes.filter((id) => one.subthemes.includes(id)).length;
        const needs = reasons.find(({ about }) => about === 'needs');
        expect(needs === undefined).toBe(asked.subthemes.length === 0);
        expect(needs?.speaksFor ?? false).toBe(covered > 0);
        expect(needs?.words.split('«').length ?? 1).toBe(covered + 1);
        const territory = reasons.find(({ about }) => about === 'territory');
        expect(territory?.speaksFor).toBe(one.regions.includes(asked.region));
      }
    });
  });
});
