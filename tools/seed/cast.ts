import type { RoadName } from './roads.ts';

interface CastMission {
  readonly road: RoadName;
  readonly laureate: number;
  readonly expert: number;
  readonly days: number;
  readonly ago: number;
}

/** By place in the lists of the programme. */
export const people = {
  laureateWithDecision: 0,
  laureateWithLittleLeft: 1,
  laureateOfContributor: 2,
  expertAsked: 0,
  expertAtWork: 1,
} as const;

const { laureateWithDecision, laureateWithLittleLeft, laureateOfContributor, expertAsked, expertAtWork } = people;

const missions: readonly CastMission[] = [
  { road: 'submitted', laureate: laureateWithDecision, expert: expertAtWork, days: 4, ago: 2 },
  { road: 'running', laureate: laureateWithDecision, expert: 2, days: 3.5, ago: 12 },
  { road: 'invoiced', laureate: laureateWithDecision, expert: 3, days: 2, ago: 20 },

  // 10 000 € awarded: 5 040 settled and paid, 4 320 engaged, 640 left, and 1 800 asked for.
  { road: 'paid', laureate: laureateWithLittleLeft, expert: 2, days: 7, ago: 60 },
  { road: 'reported', laureate: laureateWithLittleLeft, expert: 3, days: 6, ago: 3 },
  { road: 'putOff', laureate: laureateWithLittleLeft, expert: 4, days: 2.5, ago: 1 },

  { road: 'closed', laureate: laureateOfContributor, expert: 4, days: 3, ago: 8 },
  { road: 'accepted', laureate: laureateOfContributor, expert: 5, days: 3, ago: 4 },

  { road: 'asked', laureate: 3, expert: expertAsked, days: 3, ago: 1 },
  { road: 'praised', laureate: 4, expert: expertAsked, days: 5, ago: 45 },

  { road: 'accepted', laureate: 4, expert: expertAtWork, days: 4, ago: 3 },
  { road: 'running', laureate: 5, expert: expertAtWork, days: 5, ago: 15 },
  { road: 'sentBack', laureate: 6, expert: expertAtWork, days: 4, ago: 2 },
  { road: 'resubmitted', laureate: laureateWithDecision, expert: 5, days: 3, ago: 1 },
];

/** The missions that the demonstration accounts meet; other missions are given to other people. */
export const cast = { missions, lastLaureate: 6, lastExpert: 1 } as const;
