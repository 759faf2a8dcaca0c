import { describe, expect, it } from 'vitest';
import { requested, upTo } from '../missions/testing/journeys.ts';
import { expert, observer, type Person, signatory, staff } from '../missions/testing/people.ts';
import { proofsApart } from './apart.ts';

const story = upTo('awaiting_validation', requested('bocal'));
const { mission } = story;
const proof = { id: 'p1', laureateId: 'atelier', missionId: mission.id };
const there = { missionIds: new Set([mission.id]), missions: new Map([[mission.id, mission]]) };
const elsewhere = { ...there, missionIds: new Set<string>() };
const gone = { ...there, missions: new Map<string, typeof mission>() };
const closed = { ...there, missions: new Map([[mission.id, { ...mission, laureateIds: ['bocal'] }]]) };

const apartFor = (person: Person, given: typeof there) =>
  proofsApart([proof], { actor: person.actor(story.now), ...given });

describe('the proofs of a laureate in an archive', () => {
  it.each([staff, observer, signatory('atelier')])('are with their mission where it is there ($uid)', (person) => {
    expect(apartFor(person, there)).toEqual([]);
  });

  it.each([staff, observer, signatory('atelier')])(
    'are with the laureate where it is not, or is no more ($uid)',
    (person) => {
      expect([apartFor(person, elsewhere), apartFor(person, gone)]).toEqual([[proof], [proof]]);
    },
  );

  it('are with the laureate for its people, where the mission went on without it', () => {
    expect(apartFor(signatory('atelier'), closed)).toEqual([proof]);
    expect(apartFor(staff, closed)).toEqual([]);
  });

  it.each([signatory('bocal'), expert])('are nobody else’s ($uid)', (person) => {
    expect(apartFor(person, elsewhere)).toEqual([]);
  });
});
