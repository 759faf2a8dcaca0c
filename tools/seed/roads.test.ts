import { describe, expect, it } from 'vitest';
import { DAY } from '../../functions/src/domain/calendar.ts';
import { allStates } from '../../functions/src/domain/missions/states.ts';
import { expert, type Person, signatory, staff, system } from '../../functions/src/domain/missions/testing/people.ts';
import { Story } from '../../functions/src/domain/missions/testing/story.ts';
import { turnOf } from './playing.ts';
import { demonstrationProgramme, type PlannedMission } from './programme.ts';
import { at } from './random.ts';
import { roadNames, roads } from './roads.ts';

const names = ['atelier', 'bocal'] as const;
const personOf = { signatory, expert, system, staff };

/** Plays a planned mission in memory, by the table alone. */
function walked({ steps, laureates }: PlannedMission, settings: Story['settings']): Story {
  const story = new Story();
  story.settings = settings;
  for (const step of steps) {
    story.now = step.at;
    const turn = turnOf(step.action);
    const person: Person = turn === 'signatory' ? signatory(at(names, step.laureate)) : personOf[turn];
    if (step.action === 'request') story.play(person, 'request', { shareWith: names.slice(1, laureates.length) });
    else story.play(person, step.action);
  }
  return story;
}

describe.each([0, 1, 2, 3, 4, 5, 6])('on day %d of the week', (day) => {
  const { missions, settings } = demonstrationProgramme(Date.UTC(2026, 10, 22, 20) + day * DAY);
  it.each(roadNames)('the road « %s » is allowed by the table and leads where it says', (road) => {
    const taken = missions.filter((mission) => mission.road === road);
    expect(taken.length).toBeGreaterThan(0);
    for (const mission of taken) expect(walked(mission, settings).mission.state).toBe(roads[road].leadsTo);
  });
});

it('the roads lead to every state of a mission', () => {
  expect(new Set(roadNames.map((road) => roads[road].leadsTo))).toEqual(new Set(allStates));
});
