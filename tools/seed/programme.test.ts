import { expect, it } from 'vitest';
import { DAY, dayOf } from '../../functions/src/domain/calendar.ts';
import { readLaureates } from '../../functions/src/domain/laureates/import.ts';
import { isSiret } from '../../functions/src/domain/laureates/laureate.ts';
import { builtInThemes } from '../../functions/src/domain/programme/built-in-themes.ts';
import { areSubthemes } from '../../functions/src/domain/programme/theme-list.ts';
import { cast } from './cast.ts';
import { laureatesCsv } from './organisations.ts';
import { separate } from './playing.ts';
import { amountsOf } from './printing.ts';
import { demonstrationProgramme, smallSize } from './programme.ts';
import { at } from './random.ts';
import { roads } from './roads.ts';

const sunday = Date.UTC(2026, 10, 22, 20);
const programme = demonstrationProgramme(sunday);
const { laureates, experts, missions } = programme;
/** Each weekday, both clock changes, a leap day. */
const moments = [...Array(7).keys()]
  .map((day) => sunday + day * DAY)
  .concat(Date.UTC(2027, 2, 28, 1), Date.UTC(2027, 9, 31, 1), Date.UTC(2028, 1, 29, 12));

it('is the same each time it is made on one day', () => {
  expect(demonstrationProgramme(sunday)).toEqual(programme);
});

it('depends on the day by its dates alone', () => {
  const later = demonstrationProgramme(sunday + 200 * DAY);
  expect(later.laureates.map(({ name, siret }) => [name, siret])).toEqual(
    laureates.map(({ name, siret }) => [name, siret]),
  );
  expect(later.missions.map(({ id, road, price }) => ({ id, road, price }))).toEqual(
    missions.map(({ id, road, price }) => ({ id, road, price })),
  );
});

it('has a hundred laureates of six promotions in three kinds of territory, that the import takes without a remark', () => {
  expect(laureates).toHaveLength(100);
  expect(new Set(laureates.map(({ promotion }) => promotion)).size).toBe(6);
  expect(new Set(laureates.map(({ territory }) => territory)).size).toBe(3);
  const file = readLaureates(laureatesCsv(laureates));
  expect(file.problems).toEqual([]);
  expect(file.ignoredColumns).toEqual([]);
  expect(file.rows).toHaveLength(100);
});

it('never gives two people one name, nor two organisations one SIRET: an expert would seem to have an interest', () => {
  const people = [
    ...laureates.flatMap(({ signatory, contributor }) => [signatory, ...(contributor ? [contributor] : [])]),
    ...experts.map(({ person }) => person),
  ];
  expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
  const sirets = [...laureates, ...experts].map(({ siret }) => siret);
  expect(sirets.filter((siret) => !isSiret(siret))).toEqual([]);
  expect(new Set(sirets.map((siret) => siret.slice(0, 9))).size).toBe(160);
});

it('has sixty experts, most of them published, some in each other situation', () => {
  expect(experts).toHaveLength(60);
  const count = Map.groupBy(experts, ({ review }) => review?.decision ?? 'waiting');
  expect(count.get('publish')?.length).toBeGreaterThan(40);
  expect([...count.keys()].sort()).toEqual(['admitUnlisted', 'publish', 'reject', 'return', 'waiting']);
});

it('leaves some laureates without a scoping note, and names known sub-themes in the others', () => {
  const named = laureates.flatMap(({ noteSubthemes }) => noteSubthemes);
  expect(named.filter((id) => !areSubthemes(builtInThemes, [id]))).toEqual([]);
  expect(laureates.filter(({ noteSubthemes }) => noteSubthemes.length === 0)).toHaveLength(8);
});

it.each(moments)('happens in order, once the programme is open and before now (%d)', (now) => {
  const made = demonstrationProgramme(now);
  for (const { steps } of made.missions) {
    const times = steps.map((step) => step.at);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    expect(dayOf(times[0] ?? 0) >= made.settings.dates.opening).toBe(true);
    expect(times.at(-1)).toBeLessThan(now);
  }
});

it('commissions experts after they were published, and laureates after their note', () => {
  for (const { expert, steps, laureates: places } of missions) {
    const asked = dayOf(at(steps, 0).at);
    expect(at(experts, expert).review).toMatchObject({ decision: 'publish' });
    expect((at(experts, expert).review?.on ?? '') < asked).toBe(true);
    expect(at(laureates, at(places, 0)).noteSubthemes.length).toBeGreaterThan(0);
  }
});

it('asks whole cents whose parts add up', () => {
  for (const { price } of missions) {
    const { excludingVatCents, vatCents, includingVatCents } = amountsOf(price);
    expect(excludingVatCents).toBe(price.days * price.dailyRateCents);
    expect(excludingVatCents + vatCents).toBe(includingVatCents);
  }
});

it('never plays two missions of one laureate at the same time', () => {
  const groups = separate(missions);
  expect(groups.flat()).toHaveLength(missions.length);
  const touched = groups.flatMap((group) => [...new Set(group.flatMap((mission) => mission.laureates))]);
  expect(new Set(touched).size).toBe(touched.length);
});

it('shares missions between two laureates, even when there are more missions than laureates', () => {
  const crowded = demonstrationProgramme(sunday, { laureates: 18, experts: 12, missionsOfARoad: 10 });
  const able = crowded.laureates.filter(({ noteSubthemes }) => noteSubthemes.length > 0);
  expect(crowded.missions.length).toBeGreaterThan(able.length);
  for (const { road, laureates: places } of crowded.missions)
    expect(new Set(places).size, road).toBe(roads[road].laureates);
});

it('gives the people of the demonstration accounts the same missions in the small programme', () => {
  const small = demonstrationProgramme(sunday, smallSize);
  expect(small.missions.map(({ road, laureates: places }) => [road, places])).toEqual(
    cast.missions.map(({ road, laureate }) => [road, [laureate]]),
  );
});
