import { addDays, type Day, type Instant } from '../../functions/src/domain/calendar.ts';
import { defaultSettings } from '../../functions/src/domain/programme/settings.ts';
import { addWorkingDays } from '../../functions/src/domain/working-days.ts';
import { type PlannedExpert, plannedExperts, plannedLaureates } from '../seed/organisations.ts';
import { domainOf, newcomers, type Person } from '../seed/people.ts';
import { turnOf } from '../seed/playing.ts';
import { type DemonstrationProgramme, instantOn, type PlannedMission, type PlannedStep } from '../seed/programme.ts';
import { at, type Chance, chanceFrom, idOf, siretOf } from '../seed/random.ts';
import { type Road, type RoadName, roadNames, roads } from '../seed/roads.ts';
import { subjectOf } from '../seed/subjects.ts';

/** What is asked of a simulation. The same figures and the same seed give the same programme, whatever the day. */
export interface Figures {
  readonly laureates: number;
  readonly experts: number;
  readonly missions: number;
  readonly seed: number;
  /** From the opening to the last day that is lived. */
  readonly days: number;
}

/** Two years, as the source has them: « de février 2023 à décembre 2024 inclus », and the weeks of the last answers. */
export const OPENING: Day = '2023-02-01';
export const TWO_YEARS = 730;
/** Companies that registered under one name in the demonstration bear a number here: it has names for some sixty. */
const EXPERTS_A_BATCH = 50;
/** Nobody asks before notes are handed in, nor so late that nothing could follow. */
const FIRST_REQUEST_DAY = 40;
const LAST_REQUEST_SHARE = 0.8;

/** How many of a hundred missions take the roads that go to an end; each other road is taken by as many as the demonstration has. */
const endings = { closed: 5, praised: 9, invoiced: 6, paid: 14, declined: 4, refused: 4, cancelled: 3 } as const;
type Ending = keyof typeof endings;

const isEnding = (road: RoadName): road is Ending => Object.hasOwn(endings, road);

/** How long people take: most do as the road says, some sooner, some so late that they are reminded, or that staff are told. */
const paces = [
  { share: 0.55, least: 0.6, most: 1.2 },
  { share: 0.3, least: 1, most: 2 },
  { share: 0.15, least: 2.5, most: 6 },
] as const;
/** Stop answering, in the middle of anything. */
const VANISHING = 0.06;

export function simulatedProgramme(figures: Figures): DemonstrationProgramme {
  const chance = chanceFrom(figures.seed);
  const newcomer = namesakesApart(newcomers(chance));
  const around = { chance, newcomer, opening: OPENING, today: addDays(OPENING, FIRST_REQUEST_DAY - 5) };
  const laureates = plannedLaureates(figures.laureates, around);
  const experts = expertsOf(figures.experts, around);
  return {
    // The source's dates, whatever is lived of them.
    settings: defaultSettings,
    importedAt: instantOn(addDays(OPENING, -15), 0),
    laureates,
    experts,
    missions: missionsOf({ laureates, experts }, figures),
  };
}

/** The demonstration has names for fewer people: here they would come round, and a namesake of a laureate's is stopped for a conflict of interest. */
function namesakesApart(newcomer: (domain: string) => Person): (domain: string) => Person {
  const given = new Set<string>();
  return (domain) => {
    let person = newcomer(domain);
    while (given.has(person.name)) person = newcomer(domain);
    given.add(person.name);
    return person;
  };
}

interface Around {
  readonly chance: Chance;
  readonly newcomer: (domain: string) => Person;
  readonly opening: Day;
  readonly today: Day;
}

function expertsOf(count: number, around: Around): PlannedExpert[] {
  const batches = Math.ceil(count / EXPERTS_A_BATCH);
  return Array.from({ length: batches }, (_none, batch) => {
    const size = Math.min(EXPERTS_A_BATCH, count - batch * EXPERTS_A_BATCH);
    return plannedExperts(size, around).map((expert, index) => {
      const company = batch === 0 ? expert.company : `${expert.company} ${batch + 1}`;
      const { name, email } = expert.person;
      const person = { name, email: `${email.split('@')[0]}@${domainOf(company)}` };
      return { ...expert, company, person, siret: siretOf(20_000 + batch * EXPERTS_A_BATCH + index) };
    });
  }).flat();
}

type People = Pick<DemonstrationProgramme, 'laureates' | 'experts'>;

/** Each mission from a chance of its own: one more mission moves none of the others. */
function missionsOf(people: People, { missions, seed, days }: Figures): PlannedMission[] {
  const ways = roadNames.flatMap((road) => Array.from({ length: isEnding(road) ? endings[road] : 1 }, () => road));
  const asking = [...people.laureates.keys()].filter((index) => at(people.laureates, index).noteSubthemes.length > 0);
  const published = [...people.experts.keys()].filter(
    (index) => at(people.experts, index).review?.decision === 'publish',
  );
  return Array.from({ length: missions }, (_none, index) => {
    const chance = chanceFrom(Math.imul(seed, 2_654_435_761) + index);
    const road = chance.pick(ways);
    const first = at(asking, index);
    const subtheme = chance.pick(at(people.laureates, first).noteSubthemes);
    const second = at(asking, index + 1 + chance.between(0, asking.length - 2));
    const together = roads[road].laureates > 1 && second !== first;
    const begins = addDays(OPENING, chance.between(FIRST_REQUEST_DAY, Math.floor(days * LAST_REQUEST_SHARE)));
    return {
      ...{
        id: idOf('simulated', seed, index),
        road: together || roads[road].laureates === 1 ? road : 'praised',
        subtheme,
      },
      laureates: together ? [first, second] : [first],
      expert: expertFor(subtheme, people, published, chance),
      need: chance.pick(subjectOf(subtheme).needs),
      price: {
        days: chance.between(5, 14) / 2 + roads[road].laureates,
        dailyRateCents: chance.pick([550_00, 600_00, 650_00, 700_00]),
        withVat: chance.sometimes(0.75),
      },
      billed: chance.sometimes(0.25) ? 0.9 : 1,
      steps: stepsFrom(begins, roads[together || roads[road].laureates === 1 ? road : 'praised'], chance),
    };
  });
}

/** One of the theme, or any that is published. */
function expertFor(subtheme: string, { experts }: People, published: readonly number[], chance: Chance): number {
  const theme = `${subtheme.split('.')[0]}.`;
  const able = published.filter((index) => at(experts, index).subthemes.some((id) => id.startsWith(theme)));
  return chance.pick(able.length > 0 ? able : published);
}

/** Forwards from the request, each step at the pace of whoever takes it; those that the clock takes are left to the clock. */
function stepsFrom(begins: Day, { steps }: Road, chance: Chance): PlannedStep[] {
  let day = addWorkingDays(begins, 1, null);
  const planned: PlannedStep[] = [];
  for (const [order, [action, after, laureate = 0]] of steps.entries()) {
    if (order > 0) day = addWorkingDays(day, Math.round(after * paceOf(chance)), null);
    if (order > 0 && chance.sometimes(VANISHING)) break;
    if (turnOf(action) !== 'system') planned.push({ action, laureate, at: instantAmong(day, order, chance) });
  }
  return planned;
}

function paceOf(chance: Chance): number {
  let left = chance.next();
  const pace = paces.find(({ share }) => {
    left -= share;
    return left < 0;
  });
  const { least, most } = pace ?? paces[0];
  return least + chance.next() * (most - least);
}

/** In office hours, two steps of a mission in their order, and nobody at the second of somebody else. */
function instantAmong(day: Day, order: number, chance: Chance): Instant {
  return instantOn(day, Math.min(order, 8)) + chance.between(0, 39) * 60_000 + chance.between(1, 59_000);
}
