import { DAY } from '../../functions/src/domain/calendar.ts';
import { type ScheduleName, scheduleNames, schedules } from '../../functions/src/domain/health/schedules.ts';
import { sweeps } from '../../functions/src/store/retention/sweeps.ts';

/**
 * What a month of the service costs, from operations that were counted: of a mission (`budget.json`, which `npm run bench -- cost` holds), of pages and of
 * nights (`npm run bench -- scale`). `docs/cost.md` prints the table, and a test holds the two together. Pure: prices and volumes are data.
 */

/** Dollars, of each unit past what is free in a month. */
interface Price {
  readonly label: string;
  readonly each: number;
  readonly unit: string;
  /** In a month of thirty days. */
  readonly free: number;
}

/** List prices in dollars, before tax, as `docs/cost.md` says where they were read. */
export const prices = {
  reads: { label: 'Firestore, documents read', each: 0.06 / 100_000, unit: 'reads', free: 50_000 * 30 },
  writes: { label: 'Firestore, documents written', each: 0.18 / 100_000, unit: 'writes', free: 20_000 * 30 },
  deletes: { label: 'Firestore, documents deleted', each: 0.02 / 100_000, unit: 'deletes', free: 20_000 * 30 },
  documentGb: { label: 'Firestore, documents and indexes kept', each: 0.18, unit: 'GB', free: 1 },
  fileGb: { label: 'Storage, files kept', each: 0.026, unit: 'GB', free: 0 },
  fileWrites: { label: 'Storage, files written or copied', each: 0.01 / 1_000, unit: 'operations', free: 0 },
  fileReads: { label: 'Storage, files read', each: 0.0004 / 1_000, unit: 'operations', free: 0 },
  invocations: { label: 'Functions, calls', each: 0.4 / 1_000_000, unit: 'calls', free: 2_000_000 },
  processorSeconds: { label: 'Functions, processor', each: 0.000024, unit: 'vCPU-s', free: 180_000 },
  memorySeconds: { label: 'Functions, memory', each: 0.0000025, unit: 'GiB-s', free: 360_000 },
  sentGb: { label: 'Sent to browsers', each: 0.15, unit: 'GB', free: 10 },
  schedules: { label: 'Schedules', each: 0.1, unit: 'jobs', free: 3 },
} as const satisfies Record<string, Price>;

export type Item = keyof typeof prices;
export type Volumes = Readonly<Record<Item, number>>;

/** Of one mission from its request to its closing. */
export interface MissionCost {
  readonly reads: number;
  readonly writes: number;
  readonly deletes: number;
  readonly invocations: number;
  readonly storedBytes: number;
}

/** A programme as the simulation plays it: a hundred laureates, two hundred experts, six hundred missions in two years. All of it is there. */
const programme = { laureates: 100, experts: 200, missions: 600, months: 24, team: 5 } as const;

/** What is counted elsewhere, a document each: by `npm run bench -- scale` at 70 missions for 24 laureates. */
const counted = {
  /** Each night, of each mission that ever was: lists (1.6), figures (8.8), the two summaries that go on (2 × 3.5), the morning's digests (2). */
  nightReadsOfAMission: 19.4,
  /** Each night, of each laureate: the check of its ledger, shares, proofs and invoices. */
  nightReadsOfALaureate: 14.2,
  /** A page of a laureate, of an expert, and of the team with its lists. */
  pageReads: { laureate: 33, expert: 21, team: 100 },
  /** With the code and the words of the page, from an empty cache. */
  pageKb: 120,
  /** Documents of a mission and of what is around it, with their indexes. */
  documentKbOfAMission: 250,
} as const;

/** What nobody has counted yet: how people will use it. To be replaced by what a first year shows. */
const supposed = {
  /** Pages opened in a month by each person: two people a laureate, one an expert. */
  pages: { laureate: 2 * 10, expert: 8, team: 22 * 40 },
  /** Visits of the directory for each expert in it; Hosting's cache answers four of five. */
  directoryVisits: 25,
  directoryReaching: 0.2,
  /** A scan is heavier than what our benches deposit: files kept of a mission, dossiers included. */
  fileMbOfAMission: 10,
  /** Files opened for each mission of the month, and what one weighs. */
  filesOpened: 20,
  fileMb: 1.5,
  /** What an instance is billed for one call: they share it when they come together. */
  secondsOfACall: 0.5,
  memoryGib: 0.5,
  /** In a month: two people a laureate and one an expert each week, the team each working day. What is written for one, and what of it is deleted after its time. */
  signIns: { laureate: 2 * 4, expert: 4, team: 20 },
  signIn: { writes: 6, deletes: 4 },
  /** What a mission leaves that is deleted after its time (operations, drafts, deposits, tasks), and mails, which are emptied and stay. */
  ofAMissionOver: { deletes: 40, mails: 20 },
} as const;

/** How often each runs. */
const runsADay = {
  ...{
    sweepMails: 1_440,
    sweepProjections: 144,
    sweepArchives: 144,
    sweepPreviews: 48,
    stampProofs: 24,
    watchHealth: 24,
  },
  ...{ retainData: 1, sweepInterests: 1, sweepTasks: 1, sweepLists: 1, reconcileLedgers: 1, countFigures: 1 },
  ...{ sendSummaries: 1, sweepDeadlines: 1, sweepCards: 1, makeDigests: 1 },
} as const satisfies Record<ScheduleName, number>;

const DAYS = 30;
const summed = (of: (name: ScheduleName) => number) => scheduleNames.reduce((sum, name) => sum + of(name), 0);
const runsKept = (name: ScheduleName) => {
  const { keptEvery } = schedules[name];
  return keptEvery === 0 ? runsADay[name] : Math.min(runsADay[name], DAY / keptEvery);
};

/** Whatever the programme, in a month. */
export const idle = {
  calls: summed((name) => runsADay[name]) * DAYS,
  /** A query that finds nothing is a read. */
  readsOfACall: 2,
  /** The service reads itself: each schedule, and thirteen queries and counts (`store/health/reading.ts`). */
  healthReads: runsADay.watchHealth * DAYS * (scheduleNames.length + 13),
  /** That a schedule ended well (`recorded`). */
  writes: summed(runsKept) * DAYS,
  /** And the weekly export of Firestore (`npm run setup`). */
  schedules: scheduleNames.length + 1,
} as const;

/** Each night: a query a row, and the companies whose turn it is: sheet, warning, three missions and a person of each (`store/retention`). */
const retention = { queries: Object.keys(sweeps).length, companies: 200, readsOfACompany: 6 } as const;
const KB_A_GB = 1_000_000;
const MB_A_GB = 1_000;

/** What nights read in a month: the programme, then what the table of retention looks at. */
export function nightReadsOf(times: number): number {
  const { laureates, missions, experts } = programme;
  const made = times * (missions * counted.nightReadsOfAMission + laureates * counted.nightReadsOfALaureate);
  const companies = Math.min(experts * times, retention.companies) * retention.readsOfACompany;
  return (made + retention.queries + companies) * DAYS;
}

/** What people do in a month: pages opened, what these read, and sign-ins. */
function activityOf(times: number) {
  const people = {
    laureate: programme.laureates * times,
    expert: programme.experts * times,
    team: programme.team * times,
  };
  const summed = (each: (kind: keyof typeof people) => number) => each('laureate') + each('expert') + each('team');
  return {
    pages: summed((kind) => people[kind] * supposed.pages[kind]),
    pageReads: summed((kind) => people[kind] * supposed.pages[kind] * counted.pageReads[kind]),
    signIns: summed((kind) => people[kind] * supposed.signIns[kind]),
    visits: people.expert * supposed.directoryVisits,
  };
}

/** The month in which everything is there, for a programme `times` as large. */
export function volumesOf(times: number, mission: MissionCost): Volumes {
  const missions = programme.missions * times;
  const ofMonth = missions / programme.months;
  const { pages, pageReads, signIns, visits } = activityOf(times);
  // As much goes as came: the programme has lasted for longer than what it keeps.
  const deletes = ofMonth * (mission.deletes + supposed.ofAMissionOver.deletes) + signIns * supposed.signIn.deletes;
  const emptied = ofMonth * supposed.ofAMissionOver.mails;
  const calls = idle.calls + ofMonth * mission.invocations + pages + visits * supposed.directoryReaching;
  const seconds = calls * supposed.secondsOfACall;
  const files = ofMonth * supposed.filesOpened;
  // What is deleted or emptied is read first.
  const ended = deletes + emptied;
  // Each night writes what it made again: some documents of five hundred lines, and a check a laureate.
  const checks = programme.laureates * times * DAYS;
  return {
    reads:
      ofMonth * mission.reads +
      pageReads +
      nightReadsOf(times) +
      ended +
      idle.calls * idle.readsOfACall +
      idle.healthReads,
    writes: ofMonth * mission.writes + checks + signIns * supposed.signIn.writes + emptied + idle.writes,
    deletes,
    documentGb: (missions * counted.documentKbOfAMission) / KB_A_GB,
    fileGb: (missions * supposed.fileMbOfAMission) / MB_A_GB,
    fileWrites: ofMonth * 20,
    fileReads: files * 2,
    invocations: calls,
    processorSeconds: seconds,
    memorySeconds: seconds * supposed.memoryGib,
    sentGb: ((pages + visits) * counted.pageKb) / KB_A_GB + (files * supposed.fileMb) / MB_A_GB,
    schedules: idle.schedules,
  };
}

/** Dollars of each item in a month. */
export function billOf(volumes: Volumes): Volumes {
  return mapped((item) => Math.max(0, volumes[item] - prices[item].free) * prices[item].each);
}

export function totalOf(bill: Volumes): number {
  return items.reduce((total, item) => total + bill[item], 0);
}

const items = Object.keys(prices).filter((name): name is Item => name in prices);

function mapped(at: (item: Item) => number): Volumes {
  return {
    ...{ reads: at('reads'), writes: at('writes'), deletes: at('deletes'), documentGb: at('documentGb') },
    ...{ fileGb: at('fileGb'), fileWrites: at('fileWrites'), fileReads: at('fileReads') },
    ...{ invocations: at('invocations'), processorSeconds: at('processorSeconds'), memorySeconds: at('memorySeconds') },
    ...{ sentGb: at('sentGb'), schedules: at('schedules') },
  };
}

/** How many programmes are put beside each other. */
const sizes = [1, 10, 100] as const;

/** As `docs/cost.md` prints it. */
export function billTable(mission: MissionCost): string {
  const months = sizes.map((times) => {
    const volumes = volumesOf(times, mission);
    return { times, volumes, bill: billOf(volumes) };
  });
  const cells = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  const head = cells(['', ...months.flatMap(({ times }) => [`×${times}`, '$'])]);
  const rows = items.map((item) =>
    cells([
      `${prices[item].label} (${prices[item].unit})`,
      ...months.flatMap(({ volumes, bill }) => [amount(volumes[item]), bill[item].toFixed(2)]),
    ]),
  );
  const total = cells([
    '**A month, in dollars**',
    ...months.flatMap(({ bill }) => ['', `**${totalOf(bill).toFixed(2)}**`]),
  ]);
  return [head, cells(['---', ...months.flatMap(() => ['--:', '--:'])]), ...rows, total].join('\n');
}

/** What `docs/cost.md` says of these figures in its own sentences: a test looks for each. */
export function billWords(mission: MissionCost): readonly string[] {
  const shares = sizes.map((times) => Math.round((100 * nightReadsOf(times)) / volumesOf(times, mission).reads));
  return [
    `${mission.reads} reads, ${mission.writes} writes, ${mission.invocations} calls`,
    `${shares.slice(0, -1).join(' %, ')} % and ${shares.at(-1)} % of all reads`,
    `${amount(idle.calls)} calls, ${amount(idle.calls * idle.readsOfACall + idle.healthReads)} reads and ${amount(idle.writes)} writes a month`,
    `${idle.schedules} jobs`,
  ];
}

function amount(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: value < 100 ? 1 : 0 });
}
