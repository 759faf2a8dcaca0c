import type { Firestore } from 'firebase-admin/firestore';
import { DAY, formatInstant } from '../../functions/src/domain/calendar.ts';
import { judgeHealth, runsOf } from '../../functions/src/domain/health/facts.ts';
import { faultSentence } from '../../functions/src/domain/subsidy/ledger-fault.ts';
import { readHealth, type Watched } from '../../functions/src/store/health/reading.ts';
import { laureatesToReconcile, lookAtLaureate } from '../../functions/src/store/laureates/reconciling.ts';

export interface DoctorWorld extends Watched {
  readonly firestore: Firestore;
  readonly sample: number | null;
  readonly say: (line: string) => void;
}

const well = (label: string, found: string) => `  ok          ${label.padEnd(28)} ${found}`;
const short = (label: string, found: string) => `  à vérifier  ${label.padEnd(28)} ${found}`;
const advice = (words: string) => `${' '.repeat(43)}→ ${words}`;

/** Says what was read of a service, a line a fact, then of the subsidies that are read again. Resolves to the exit code; writes nothing. */
export async function runDoctor(world: DoctorWorld): Promise<0 | 1> {
  const { firestore, now, say } = world;
  const reading = await readHealth(firestore, world);
  const judged = judgeHealth(reading);
  say('Service\n');
  for (const { isShort, label, found, todo } of judged) {
    say(isShort ? short(label, found) : well(label, found));
    if (todo !== null) say(advice(todo));
  }
  say('\nTâches automatiques\n');
  for (const { label, schedule, at, isLate } of runsOf(reading)) {
    const ended = at === null ? 'jamais finie' : `finie le ${formatInstant(at)}`;
    say(isLate ? short(schedule, ended) : well(schedule, ended));
    if (isLate) say(advice(`${label} : npx firebase functions:log --only ${schedule}`));
  }
  const held = await checkSubsidies(world, now);
  const isWell = held && judged.every(({ isShort }) => !isShort);
  say(isWell ? '\nRien à vérifier.' : '\nQuelque chose est à vérifier.');
  return isWell ? 0 : 1;
}

/** Ledgers and proofs as they are now, and the balances that are shown: what the nightly check does, and keeps nothing of. */
async function checkSubsidies({ firestore, sample, say }: DoctorWorld, now: number): Promise<boolean> {
  const everyone = await laureatesToReconcile(firestore);
  const ids = ofToday(everyone, sample ?? everyone.length, now);
  say('\nRegistres et preuves\n');
  let holds = true;
  for (const id of ids) {
    const looked = await lookAtLaureate(firestore, id);
    if (looked === null || (looked.fault === null && !looked.isLate)) continue;
    holds = false;
    if (looked.fault !== null) {
      say(short(id, faultSentence(looked.fault)));
      say(advice(`npm run ledger -- check --laureate ${id}, puis docs/ledger-repair.md`));
    } else {
      say(short(id, 'le solde montré n’est pas celui du registre'));
      say(advice('Il est refait chaque nuit à 4 h 30 ; s’il reste, lisez les journaux de showBalance.'));
    }
  }
  say(`  Relus : ${ids.length} sur ${everyone.length}.`);
  return holds;
}

/** As many as are asked for, others each day, so that a daily look meets all of them in turn. */
export function ofToday<Item>(items: readonly Item[], most: number, now: number): Item[] {
  if (items.length <= most) return [...items];
  const start = (Math.floor(now / DAY) * most) % items.length;
  return [...items.slice(start), ...items.slice(0, start)].slice(0, most);
}
