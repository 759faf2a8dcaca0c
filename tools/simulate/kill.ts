import { randomUUID } from 'node:crypto';
import { addDays, dayOf, HOUR } from '../../functions/src/domain/calendar.ts';
import type { Command } from '../../functions/src/domain/missions/actions.ts';
import { totalsOnly } from '../../functions/src/domain/subsidy/share.ts';
import { settingsInForce } from '../../functions/src/store/collections/settings.ts';
import { type ExpertOfTests, publishedExpert } from '../../tests/experts.ts';
import { signIn } from '../../tests/people.ts';
import { deposited, type LaureateOfTests, laureateWith, openProgramme } from '../../tests/programme.ts';
import { bucket, firestore } from '../../tests/suite.ts';
import { commandLineOf, descendants, kill } from '../emulators/processes.ts';
import { type Chance, chanceFrom } from '../seed/random.ts';
import { inParallel } from '../seed/world.ts';
import { checkAll, type Verdict } from './checking.ts';
import { programmeInvariants } from './invariants.ts';
import { mend } from './mending.ts';
import { insist, type MissionAction, type Tally } from './persistence.ts';
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
  /** Of what the sweeps found left over. */
  readonly mended: { readonly mails: number; readonly documents: number; readonly balances: number };
}

/** Each mission is as many operations, one after the other, for its people wait for one another. */
const STEPS = 8;
const MISSIONS_TOGETHER = 4;
const EXPERTS = 3;
/** Between two kills, in milliseconds: less than a mission takes, more than a process needs to start on a free machine. */
const PAUSES = [400, 2_500] as const;

/**
 * Plays missions over HTTP while the processes of the functions, of callables and of triggers alike, are killed at random moments; then lets the sweeps pass, and
 * checks everything. People call again until they are answered, under the same id; nobody helps the triggers.
 */
export async function playAndKill({ operations, seed, suite }: KillAsked): Promise<Killed> {
  await openProgramme();
  const count = Math.ceil(operations / STEPS);
  const experts = await Promise.all(numbered(EXPERTS).map(() => publishedExpert()));
  const laureates = await inParallel(numbered(Math.ceil(count / 2)), 4, () => laureateWith(20_000_00));
  const tally: Tally = { calls: 0, again: 0 };
  const reaper = reap(suite, chanceFrom(seed));
  try {
    await inParallel(numbered(count), MISSIONS_TOGETHER, (place) => {
      const [laureate, expert] = [laureates[place % laureates.length], experts[place % experts.length]];
      if (laureate === undefined || expert === undefined) throw new Error('nobody to play');
      return playMission({ laureate, expert, tally });
    });
  } finally {
    await reaper.stop();
  }
  const ours = laureates.map(({ laureateId }) => laureateId);
  const mended = await mend(firestore, bucket, ours);
  const truth = await readTruth(firestore, ours);
  const settings = await settingsInForce(firestore);
  const verdicts = await checkAll(programmeInvariants, { firestore, bucket, truth, settings, now: Date.now() + HOUR });
  const done = [...truth.events.values()].flat().length;
  const each = {
    name: 'each operation is done once',
    counterExamples: done === count * STEPS ? [] : [`${done} lines`],
  };
  return {
    ...tally,
    operations: count * STEPS,
    processes: reaper.killed(),
    mended,
    verdicts: [...verdicts, each, mended.verdict],
  };
}

const numbered = (count: number) => Array.from({ length: count }, (_none, place) => place);

interface Playing {
  readonly laureate: LaureateOfTests;
  readonly expert: ExpertOfTests;
  readonly tally: Tally;
}

const answers = {
  report: { course: 'Comme prévu.', results: 'Des tarifs.', deliverables: 'Un tableur.', recommendations: 'Suivre.' },
  feedback: { overall: 'Satisfaisant', listening: 'Satisfaisant', usefulness: 'Satisfaisant' },
};

/** The plainest mission: what its commands name is read in the database, since pages have their own tests. */
async function playMission({ laureate, expert, tally }: Playing): Promise<void> {
  const { laureateId } = laureate;
  const [signatory, consultant] = await Promise.all([signIn(laureate.signatory.uid), signIn(expert.person.uid)]);
  const act = (token: string, missionId: string | null, command: Command): Promise<MissionAction['output']> => {
    const own = token === signatory ? laureateId : null;
    return insist({ ...command, missionId, laureateId: own, operationId: randomUUID() }, token, tally);
  };
  const asked = {
    expertId: expert.expertId,
    subthemes: ['4.2'],
    need: 'Revoir le modèle.',
    needId: null,
    shareWith: [],
  };
  const { missionId } = await act(signatory, null, { action: 'request', input: asked });
  await act(consultant, missionId, { action: 'declareNoInterest', input: { declares: true } });
  await act(consultant, missionId, { action: 'accept', input: {} });
  const [diagnostic, devis] = await Promise.all(
    (['diagnostic', 'devis'] as const).map((piece) => deposited(missionId, expert.person.uid, piece)),
  );
  if (diagnostic === undefined || devis === undefined) throw new Error('nothing was deposited');
  const today = dayOf(Date.now());
  await act(consultant, missionId, {
    action: 'submitDiagnostic',
    input: {
      diagnostic: { kind: 'file', fileId: diagnostic.id },
      devis: {
        fileId: devis.id,
        number: 'D-1',
        validUntil: addDays(today, 30),
        issuer: null,
        amounts: totalsOnly(2_500_00, 500_00),
      },
      plannedStart: today,
      plannedEnd: addDays(today, 60),
      split: { [laureateId]: 3_000_00 },
    },
  });
  const decision = { version: 1, diagnosticSha256: diagnostic.sha256, devisSha256: devis.sha256, consent: true };
  await act(signatory, missionId, { action: 'validate', input: { ...decision, subsidyCents: 3_000_00, ownCents: 0 } });
  const document = { kind: 'form', answers: answers.report } as const;
  await act(consultant, missionId, { action: 'submitReport', input: { document, finals: { [laureateId]: 2_800_00 } } });
  await act(signatory, missionId, { action: 'confirmService', input: { finalCents: 2_800_00, reportNumber: 1 } });
  await act(signatory, missionId, { action: 'giveFeedback', input: { answers: answers.feedback } });
}

/** Kills one process of the functions after the other, sometimes all of them, until it is told to stop. */
function reap(suite: number, chance: Chance): { killed(): number; stop(): Promise<void> } {
  let killed = 0;
  let over = false;
  const { promise: stopping, resolve } = Promise.withResolvers<void>();
  const reaping = (async () => {
    while (!over) {
      const { promise: pause, resolve: goOn } = Promise.withResolvers<void>();
      const timer = setTimeout(goOn, chance.between(...PAUSES));
      await Promise.race([pause, stopping]);
      clearTimeout(timer);
      const alive = over ? [] : workersOf(suite);
      const condemned = chance.sometimes(0.25) ? alive : chance.shuffled(alive).slice(0, 1);
      for (const id of condemned) kill(id);
      killed += condemned.length;
    }
  })();
  return {
    killed: () => killed,
    stop: async () => {
      over = true;
      resolve();
      await reaping;
    },
  };
}

/** firebase-tools gives each function, or all that share one, a process that runs this file of its own. */
function workersOf(suite: number): number[] {
  return descendants(suite).filter((id) => commandLineOf(id).includes('functionsEmulatorRuntime'));
}
