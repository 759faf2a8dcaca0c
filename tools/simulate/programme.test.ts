import { describe, expect, it } from 'vitest';
import { addDays } from '../../functions/src/domain/calendar.ts';
import { OPENING, simulatedProgramme, TWO_YEARS } from './programme.ts';

const whole = { laureates: 100, experts: 200, missions: 600, seed: 1, days: TWO_YEARS };

describe('a simulated programme', () => {
  const programme = simulatedProgramme(whole);

  it('is the same for the same seed, and another for another', () => {
    expect(simulatedProgramme(whole)).toEqual(programme);
    expect(simulatedProgramme({ ...whole, seed: 2 }).missions).not.toEqual(programme.missions);
  });

  it('keeps its missions when there are more of them', () => {
    expect(simulatedProgramme({ ...whole, missions: 610 }).missions.slice(0, 600)).toEqual(programme.missions);
  });

  it('has as many of each as asked, nobody of the name or the company of somebody else', () => {
    const { laureates, experts, missions } = programme;
    expect([laureates.length, experts.length, missions.length]).toEqual([100, 200, 600]);
    expect(new Set(experts.flatMap(({ company, siret }) => [company, siret])).size).toBe(400);
    const people = [
      ...laureates.flatMap(({ signatory, contributor }) => [signatory, ...(contributor ? [contributor] : [])]),
      ...experts.map(({ person }) => person),
    ];
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
  });

  it('takes every step after the one before, from the opening on', () => {
    for (const { steps } of programme.missions) {
      const instants = steps.map(({ at }) => at);
      expect(instants).toEqual([...instants].sort((one, other) => one - other));
      expect(instants[0]).toBeGreaterThan(Date.parse(addDays(OPENING, 30)));
    }
  });
});
