import fc from 'fast-check';
import type { Firestore } from 'firebase-admin/firestore';
import { describe, expect, it } from 'vitest';
import { HOUR } from '../../domain/calendar.ts';
import type { ActionName } from '../../domain/missions/actions.ts';
import { decide } from '../../domain/missions/decide.ts';
import { laureateIds, type Press, presses, sent } from '../../domain/missions/testing/presses.ts';
import { awarded, type Story } from '../../domain/missions/testing/story.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type Answered, committedOrder, type InFlight, refusalsOf, sendAll } from './testing/burst.ts';
import { commissioned, missionIds } from './testing/commissioned.ts';
import { databaseOf } from './testing/database.ts';
import { expectSame } from './testing/same.ts';
import { storeFiles, storeWorld } from './testing/world.ts';

/** The same programmes each time: a failure is a fault of the code, never of the day. */
const settings = { seed: 20_261_130, endOnFailure: true };
const AWARDED = 4_000_00;
const MOST_IN_FLIGHT = 200;

const { firestore, clear } = databaseOf('model');

interface Real {
  readonly firestore: Firestore;
  readonly stored: Set<string>;
  calls: number;
}

/** What was seen in all the programmes: a walk that never meets a case proves nothing about it. */
const seen = { done: new Set<ActionName>(), refused: new Set<string>(), repeated: 0, mostInFlight: 0 };

/**
 * One step of a programme: calls that all start at once, some of them repeated (the same operation, or the same decision as another
 * operation), all of them sent from pages that show the state before the step. The sequential model then plays what was committed, in the
 * order of the database, and must come to the same documents.
 */
class Burst implements fc.AsyncCommand<Story, Real> {
  readonly #presses: readonly Press[];

  constructor(pressesOfBurst: readonly Press[]) {
    this.#presses = pressesOfBurst;
  }

  check(): boolean {
    return true;
  }

  toString(): string {
    return `burst of ${this.#presses.length}`;
  }

  async run(model: Story, real: Real): Promise<void> {
    model.later(HOUR);
    const calls = this.#calls(model, real);
    await storeFiles(real.firestore, model, real.stored);
    const answers = await sendAll(real.firestore, model, calls);
    const order = await committedOrder(real.firestore, answers, model);
    expectRepeatedAlike(answers, order);
    expectExplained(model, order, answers);
    await expectSame(real.firestore, model, missionIds);
    seen.mostInFlight = Math.max(seen.mostInFlight, calls.length);
  }

  #calls(model: Story, real: Real): InFlight[] {
    const calls = this.#presses.flatMap((press): InFlight[] => {
      const made = sent(model, press, missionIds[press.mission] ?? 'm1');
      if (made === null || made.command.action === 'request') return [];
      real.calls += 1;
      const call = { ...made, now: model.now + real.calls, operationId: `operation-${real.calls}` };
      // One call in three is sent twice: a double click repeats the operation, two tabs make two of them.
      if (press.hours % 3 !== 0) return [call];
      real.calls += 1;
      seen.repeated += 1;
      const sameOperation = press.hours % 2 === 0;
      const again = { ...call, now: model.now + real.calls };
      return [call, sameOperation ? again : { ...again, operationId: `operation-${real.calls}` }];
    });
    return calls.slice(0, MOST_IN_FLIGHT);
  }
}

/** The same operation has one effect and one answer, whichever of its calls came first. */
function expectRepeatedAlike(answers: readonly Answered[], order: readonly InFlight[]): void {
  const operations = Map.groupBy(answers, ({ call }) => call.operationId);
  const done = order.map(({ operationId }) => operationId);
  expect(new Set(done).size).toBe(done.length);
  for (const [operationId, alike] of operations) {
    const accepted = alike.filter(({ answer }) => !isRefusal(answer));
    expect(accepted.length > 0, operationId).toBe(done.includes(operationId));
    for (const { answer } of accepted) expect(answer).toEqual(accepted[0]?.answer);
  }
}

/** Plays what was committed on the model, one after the other, and finds the reason of each refusal at one of these moments. */
function expectExplained(model: Story, order: readonly InFlight[], answers: readonly Answered[]): void {
  let unexplained = refusalsOf(answers);
  for (const { refusal } of unexplained) seen.refused.add(refusal.code);
  expect(unexplained.filter(({ refusal }) => refusal.code === 'busy')).toEqual([]);
  const at = model.now;
  const explain = () => {
    unexplained = unexplained.filter(({ call, refusal }) => {
      const verdict = verdictOn(model, call);
      return verdict.allowed || verdict.refusal.code !== refusal.code;
    });
  };
  explain();
  for (const call of order) {
    const verdict = verdictOn(model, call);
    if (!verdict.allowed) throw new Error(`${call.command.action} on ${call.missionId}: ${verdict.refusal.code}`);
    model.keep(verdict.outcome);
    seen.done.add(call.command.action);
    explain();
  }
  model.now = at;
  expect(unexplained.map(({ call, refusal }) => [call.command.action, call.missionId, refusal.code])).toEqual([]);
}

function verdictOn(model: Story, call: InFlight) {
  const signedInAt = model.about(call.missionId).now - model.signedInAgo;
  return decide({ ...model.facts(call.person), actor: call.person.actor(signedInAt), now: call.now }, call.command);
}

const burstOf = (most: number) => presses(most, missionIds.length).map((drawn) => new Burst(drawn));
const steps = fc.commands([burstOf(12), burstOf(30)], { maxCommands: 5 });

async function play(commands: Iterable<fc.AsyncCommand<Story, Real>>): Promise<void> {
  await clear();
  const model = commissioned(laureateIds.map((laureateId) => awarded(laureateId, AWARDED)));
  const real = { firestore, stored: new Set(Object.keys(model.files)), calls: 0 };
  await storeWorld(firestore, model, missionIds);
  await fc.asyncModelRun(() => ({ model, real }), commands);
}

describe('forty missions of three laureates, with calls in flight, repeated and out of order', () => {
  it('end as one call after the other would, after every step', { timeout: 120_000 }, () =>
    fc.assert(fc.asyncProperty(steps, play), { ...settings, numRuns: 2 }),
  );

  // Once: most of its time is calls that meet on three ledgers and read again.
  it('and with two hundred calls at once, then a last step', { timeout: 240_000 }, () =>
    fc.assert(
      fc.asyncProperty(burstOf(2 * MOST_IN_FLIGHT), burstOf(40), (storm, after) => play([storm, after])),
      { ...settings, numRuns: 1 },
    ),
  );

  it('and these programmes met what they were meant to meet', () => {
    const met = (names: readonly ActionName[]) => names.filter((name) => seen.done.has(name)).length;
    expect(met(['validate'])).toBe(1);
    expect(met(['confirmService', 'endEarly', 'arbitrate', 'closeWithout'])).toBeGreaterThan(1);
    expect(met(['sendBack', 'refuse', 'retract', 'cancel'])).toBeGreaterThan(1);
    expect(seen.done.size).toBeGreaterThan(12);
    for (const code of ['subsidy-exceeded', 'wrong-state']) expect(seen.refused).toContain(code);
    expect(seen.repeated).toBeGreaterThan(100);
    expect(seen.mostInFlight).toBe(MOST_IN_FLIGHT);
  });
});
