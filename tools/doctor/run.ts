import type { Firestore } from 'firebase-admin/firestore';
import { DAY, formatInstant } from '../../functions/src/domain/calendar.ts';
import { type HealthReading, judgeHealth, runsOf } from '../../functions/src/domain/health/facts.ts';
import { faultSentence } from '../../functions/src/domain/subsidy/ledger-fault.ts';
import { ACCOUNTS } from '../../functions/src/store/collections/accounts.ts';
import { readHealth, type Watched } from '../../functions/src/store/health/reading.ts';
import { laureatesToReconcile, lookAtLaureate } from '../../functions/src/store/laureates/reconciling.ts';

export interface DoctorWorld extends Watched {
  readonly project: string;
  readonly firestore: Firestore;
  readonly sample: number | null;
  readonly say: (line: string) => void;
}

const well = (label: string, found: string) => `  ok          ${label.padEnd(28)} ${found}`;
const short = (label: string, found: string) => `  à vérifier  ${label.padEnd(28)} ${found}`;
const logsOf = (name: string, project: string) => `npx firebase functions:log --only ${name} --project ${project}`;
const advice = (words: string) => `${' '.repeat(43)}→ ${words}`;

/** Says what was read of a service, a line a fact, then of the subsidies that are read again. Resolves to the exit code; writes nothing. */
export async function runDoctor(world: DoctorWorld): Promise<0 | 1> {
  const { firestore, now, say } = world;
  const [reading, inUse] = await Promise.all([readHealth(firestore, world), isInUse(firestore)]);
  const judged = judgeHealth(reading);
  say('Service\n');
  for (const { isShort, label, found, todo } of judged) {
    say(isShort ? short(label, found) : well(label, found));
    if (todo !== null) say(advice(todo));
  }
  const run = saySchedules(world, reading, inUse);
  const held = await checkSubsidies(world, now);
  const isWell = held && run && judged.every(({ isShort }) => !isShort);
  say(isWell ? '\nRien à vérifier.' : '\nQuelque chose est à vérifier.');
  return isWell ? 0 : 1;
}

/** Whether each schedule runs. */
function saySchedules({ project, say }: DoctorWorld, reading: HealthReading, inUse: boolean): boolean {
  say('\nTâches automatiques\n');
  const followed = new Set(reading.runs.map(({ schedule }) => schedule));
  let run = true;
  for (const { label, schedule, at, isLate } of runsOf(reading)) {
    const isUnknown = inUse && !followed.has(schedule);
    const ended = at === null ? 'jamais finie' : `finie le ${formatInstant(at)}`;
    if (!isLate && !isUnknown) {
      say(well(schedule, ended));
      continue;
    }
    run = false;
    say(short(schedule, ended));
    say(advice(`${label} : ${logsOf(schedule, project)}`));
  }
  return run;
}

/**
 * Whether somebody has an account (1 read). In a service that people use, `watchHealth` has written a line for each schedule in its first hour: a schedule
 * without one never ran, or `watchHealth` itself did not. Before the first account nothing is expected yet.
 */
async function isInUse(firestore: Firestore): Promise<boolean> {
  return !(await firestore.collection(ACCOUNTS).limit(1).get()).empty;
}

/** Reads ledgers, proofs and the balances that are shown, as the nightly check does, and writes nothing of what it finds. */
async function checkSubsidies({ firestore, project, sample, say }: DoctorWorld, now: number): Promise<boolean> {
  const everyone = await laureatesToReconcile(firestore);
  const ids = ofToday(everyone, sample ?? everyone.length, now);
  say('\nRegistres et preuves\n');
  let holds = true;
  for (const id of ids) {
    const wrong = await wrongWith(firestore, id, project);
    if (wrong === null) continue;
    holds = false;
    say(short(id, wrong.found));
    say(advice(wrong.todo));
  }
  say(`  Relus : ${ids.length} sur ${everyone.length}.`);
  return holds;
}

/** What is wrong with the accounts of a laureate, and what to do about it; null when they hold. */
async function wrongWith(firestore: Firestore, id: string, project: string) {
  const repair = `npm run ledger -- check --laureate ${id} --project ${project}, puis docs/ledger-repair.md`;
  const looked = await lookAtLaureate(firestore, id).catch((error: unknown) => {
    // Without a network or a right, nothing is known of any laureate.
    if (error instanceof Error && 'code' in error) throw error;
    return 'unreadable' as const;
  });
  if (looked === 'unreadable') return { found: 'illisible : un document n’a pas la forme attendue', todo: repair };
  if (looked?.fault) return { found: faultSentence(looked.fault), todo: repair };
  if (!looked?.isLate) return null;
  return {
    found: 'le solde montré n’est pas celui du registre',
    todo: `Il est refait chaque nuit à 4 h 30 ; s’il reste : ${logsOf('showBalance', project)}`,
  };
}

/** As many as are asked for, others each day, so that a daily look meets all of them in turn. */
export function ofToday<Item>(items: readonly Item[], most: number, now: number): Item[] {
  if (items.length <= most) return [...items];
  const start = (Math.floor(now / DAY) * most) % items.length;
  return [...items.slice(start), ...items.slice(0, start)].slice(0, most);
}
