import { randomUUID } from 'node:crypto';
import { HOUR } from '../../functions/src/domain/calendar.ts';
import type { Command } from '../../functions/src/domain/missions/actions.ts';
import { settingsInForce } from '../../functions/src/store/collections/settings.ts';
import { type ExpertOfTests, publishedExpert } from '../../tests/experts.ts';
import { handingIn } from '../../tests/handing-in.ts';
import { signIn } from '../../tests/people.ts';
import { deposited, type LaureateOfTests, laureateWith, openProgramme } from '../../tests/programme.ts';
import { bucket, firestore } from '../../tests/suite.ts';
import { commandLineOf, descendants, kill } from '../emulators/processes.ts';
import { at, type Chance, chanceFrom } from '../seed/random.ts';
import { inParallel } from '../seed/world.ts';
import { checkAll, type Verdict } from './checking.ts';
import { programmeInvariants } from './invariants.ts';
import { type Mended, mend } from './mending.ts';
import { insist, type MissionAction, type Tally } from './persistence.ts';
import { PostOffice } from './post-office.ts';
import { readTruth } from './truth.ts';

export interface KillAsked {
  readonly operations: number;
  readonly seed: number;
  /** Whose descendants the functions' processes are: they alone are killed. */
  readonly suite: number;
}

export interface Killed extends Tally {
  readonly operations: number;
  readonly processes: number;
  readonly verdicts: readonly Verdict[];
  /** What the sweeps found left over, each time that they passed. */
  readonly swept: readonly Mended[];
}

/** Each mission is as many operations, one after the other, for its people wait for one another. */
const STEPS = 8;
const MISSIONS_TOGETHER = 4;
const EXPERTS = 3;
/**
 * A process is killed when so many calls were answered since the last kill, and so many milliseconds later: by the clock alone, a slow machine would never see one
 * start. What was answered leaves triggers at work, and other calls in flight.
 */
const ANSWERS_BETWEEN = [1, 3] as const;
const LATER_MS = [0, 700] as const;
const LOOK_MS = 50;
/** firebase-tools waits for ever for a process that was killed before it listened: those alone that have had this long to start are killed. */
const STARTED_MS = 4_000;

/**
 * Plays missions over HTTP while the processes of the functions, of callables and of triggers alike, are killed at random moments; then lets the sweeps pass, and
 * checks everything. People call again until they are answered, under the same id; nobody helps the triggers.
 */
export async function playAndKill(asked: KillAsked): Promise<Killed> {
  const office = await PostOffice.open(Date.now);
  try {
    return await played(asked, office);
  } finally {
    await office.close();
  }
}

async function played({ operations, seed, suite }: KillAsked, office: PostOffice): Promise<Killed> {
  await openProgramme();
  const count = Math.ceil(operations / STEPS);
  const experts = await Promise.all(numbered(EXPERTS).map(() => publishedExpert()));
  const laureates = await inParallel(numbered(Math.ceil(count / 2)), 4, () => laureateWith(20_000_00));
  const playing: Playing = {
    tally: { calls: 0, again: 0, answered: 0 },
    suite,
    chance: chanceFrom(seed),
    processes: 0,
    seen: new Map(),
  };
  const ours = laureates.map(({ laureateId }) => laureateId);
  const mending = { firestore, bucket, laureateIds: ours, office };
  const beginOne = (place: number) => {
    const [laureate, expert] = [at(laureates, place), at(experts, place)];
    return begin({ laureate, expert, tally: playing.tally });
  };
  // In peace: where nothing has run yet, no process would be old enough to be killed before a fast machine is done.
  const first = await beginOne(0);
  await somethingToKill(playing);
  const others = await underFire(playing, numbered(count).slice(1), beginOne);
  // Nobody confirms a service before its report can be read: a report whose event was lost waits for its sweep.
  const swept = await mend(mending);
  await underFire(playing, [first, ...others], (goOn) => goOn());
  const last = await mend(mending);
  const truth = await readTruth(firestore, ours);
  const settings = await settingsInForce(firestore);
  const verdicts = await checkAll(programmeInvariants, { firestore, bucket, truth, settings, now: Date.now() + HOUR });
  const done = [...truth.events.values()].flat().length;
  const each = {
    name: 'each operation is done once',
    counterExamples: done === count * STEPS ? [] : [`${done} lines`],
  };
  return {
    ...{ ...playing.tally, operations: count * STEPS, processes: playing.processes, swept: [swept, last] },
    verdicts: [...verdicts, each, last.verdict],
  };
}

interface Playing {
  readonly tally: Tally;
  readonly suite: number;
  readonly chance: Chance;
  processes: number;
  /** Since when each process is known. */
  readonly seen: Map<number, number>;
}

/** Does `work` on each item, while processes are killed. */
async function underFire<Item, Result>(
  playing: Playing,
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const reaper = reap(playing);
  try {
    return await inParallel(items, MISSIONS_TOGETHER, work);
  } finally {
    playing.processes += await reaper.stop();
  }
}

const numbered = (count: number) => Array.from({ length: count }, (_none, place) => place);

interface Player {
  readonly laureate: LaureateOfTests;
  readonly expert: ExpertOfTests;
  readonly tally: Tally;
}

const answers = {
  report: { course: 'Comme prévu.', results: 'Des tarifs.', deliverables: 'Un tableur.', recommendations: 'Suivre.' },
  feedback: { overall: 'Satisfaisant', listening: 'Satisfaisant', usefulness: 'Satisfaisant' },
};

/** The plainest mission, to its report; answers how it goes on. What its commands name is read in the database, since pages have their own tests. */
async function begin({ laureate, expert, tally }: Player): Promise<() => Promise<void>> {
  const { laureateId } = laureate;
  const [signatory, consultant] = await Promise.all([signIn(laureate.signatory.uid), signIn(expert.person.uid)]);
  const act = (token: string, missionId: string | null, command: Command): Promise<MissionAction['output']> => {
    const own = token === signatory ? laureateId : null;
    return insist({ ...command, missionId, laureateId: own, operationId: randomUUID() }, token, tally);
  };
  const asked = { expertId: expert.expertId, subthemes: ['4.2'], need: 'Revoir le modèle.', needId: null };
  const { missionId } = await act(signatory, null, { action: 'request', input: { ...asked, shareWith: [] } });
  await act(consultant, missionId, { action: 'declareNoInterest', input: { declares: true } });
  await act(consultant, missionId, { action: 'accept', input: {} });
  const [diagnostic, devis] = await Promise.all([
    deposited(missionId, expert.person.uid, 'diagnostic'),
    deposited(missionId, expert.person.uid, 'devis'),
  ]);
  const handed = { kind: 'file', fileId: diagnostic.id } as const;
  const work = { diagnostic: handed, devisId: devis.id, split: { [laureateId]: 3_000_00 }, vatCents: 500_00 };
  await act(consultant, missionId, handingIn(work));
  const decision = { version: 1, diagnosticSha256: diagnostic.sha256, devisSha256: devis.sha256, consent: true };
  await act(signatory, missionId, { action: 'validate', input: { ...decision, subsidyCents: 3_000_00, ownCents: 0 } });
  const document = { kind: 'form', answers: answers.report } as const;
  await act(consultant, missionId, { action: 'submitReport', input: { document, finals: { [laureateId]: 2_800_00 } } });
  return async () => {
    await act(signatory, missionId, { action: 'confirmService', input: { finalCents: 2_800_00, reportNumber: 1 } });
    await act(signatory, missionId, { action: 'giveFeedback', input: { answers: answers.feedback } });
  };
}

interface Reaper {
  /** Answers how many it killed. */
  stop(): Promise<number>;
}

/** Kills one process of the functions after the other, sometimes all of them, until it is told to stop. */
function reap(playing: Playing): Reaper {
  const { tally, chance } = playing;
  let killed = 0;
  let over = false;
  const reaping = (async () => {
    for (let next = tally.answered + chance.between(...ANSWERS_BETWEEN); !over; await pause(LOOK_MS)) {
      if (tally.answered < next) continue;
      await pause(chance.between(...LATER_MS));
      const alive = over ? [] : startedIn(playing);
      const condemned = chance.sometimes(0.25) ? alive : chance.shuffled(alive).slice(0, 1);
      for (const id of condemned) kill(id);
      killed += condemned.length;
      next = tally.answered + chance.between(...ANSWERS_BETWEEN);
    }
    return killed;
  })();
  return {
    stop: () => {
      over = true;
      return reaping;
    },
  };
}

/** Those that have had time to start. */
function startedIn({ suite, seen }: Playing): number[] {
  const now = performance.now();
  const alive = workersOf(suite);
  for (const id of alive) if (!seen.has(id)) seen.set(id, now);
  return alive.filter((id) => now - (seen.get(id) ?? now) > STARTED_MS);
}

async function somethingToKill(playing: Playing): Promise<void> {
  while (startedIn(playing).length === 0) await pause(LOOK_MS);
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** firebase-tools gives each function, or all that share one, a process that runs this file of its own. */
function workersOf(suite: number): number[] {
  return descendants(suite).filter((id) => commandLineOf(id).includes('functionsEmulatorRuntime'));
}
