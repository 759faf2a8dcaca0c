import { beforeEach, describe, expect, it } from 'vitest';
import { followers } from '../../domain/missions/mission.ts';
import { devisOf } from '../../domain/missions/testing/commands.ts';
import { balance } from '../../domain/missions/testing/ledgers.ts';
import {
  colleague,
  consultant,
  contributor,
  expert,
  type Person,
  signatory,
  staff,
  system,
} from '../../domain/missions/testing/people.ts';
import { readableOpenTasks } from '../staff/tasks.ts';
import { databaseOf } from './testing/database.ts';
import { LiveStory } from './testing/live-story.ts';
import { storeWorld } from './testing/world.ts';

const { firestore, clear } = databaseOf('stories');
const atelier = signatory('atelier');
const bocal = signatory('bocal');

let live: LiveStory;
beforeEach(async () => {
  await clear();
  live = await LiveStory.begin(firestore);
});

/** Asked, declared, accepted, handed in: the mission waits for its laureates. */
async function submitted(missionId: string, total = 3_000_00): Promise<void> {
  live.about(missionId);
  await live.play(atelier, 'request');
  await live.play(expert, 'declareNoInterest');
  await live.play(expert, 'accept');
  await live.play(expert, 'submitDiagnostic', { devis: devisOf(live.story, expert, total) });
}

async function running(missionId: string, total = 3_000_00): Promise<void> {
  await submitted(missionId, total);
  await live.play(atelier, 'validate');
}

async function closed(): Promise<void> {
  await live.play(expert, 'submitReport');
  await live.play(atelier, 'confirmService');
}

const figures = (laureateId = 'atelier') => {
  const { committedCents, settledCents, remainingCents } = balance(live.story, laureateId);
  return { committedCents, settledCents, remainingCents };
};

describe('Real lives of missions, each to its end, on the database', () => {
  it('the expert is replaced mid-mission: what was held is released, the next mission is the successor', async () => {
    await running('m1');
    await live.play(expert, 'withdraw');
    expect(live.story.mission.state).toBe('ended_early');
    expect(figures()).toEqual({ committedCents: 0, settledCents: 0, remainingCents: 10_000_00 });
    await running('m2', 4_000_00);
    await closed();
    expect(figures()).toEqual({ committedCents: 0, settledCents: 4_000_00, remainingCents: 6_000_00 });
    await live.ends();
  });

  it('the signatory is on sick leave: nobody else signs, until a contributor does by its word', async () => {
    await submitted('m1');
    expect(await live.refusal(contributor('atelier'), 'validate')).toBe('signatory-only');
    // A delegation makes the contributor a signatory for its days, and says by whose word (domain/people).
    const memberships = [{ laureateId: 'atelier', role: 'signatory', delegatedBy: 'Anne Le Goff' }] as const;
    const delegate: Person = {
      ...contributor('atelier'),
      actor: (signedInAt) => ({ kind: 'laureate', uid: 'contributor-atelier', name: 'Awa', signedInAt, memberships }),
    };
    const { proof } = await live.play(delegate, 'validate');
    expect(proof?.person).toMatchObject({ name: 'Awa', delegatedBy: 'Anne Le Goff' });
    await live.play(expert, 'submitReport');
    await live.play(delegate, 'confirmService');
    expect(live.story.mission.state).toBe('closed');
    await live.ends();
  });

  it('the report is disputed: sent back twice, then staff arbitrate the amount', async () => {
    await running('m1');
    await live.play(expert, 'submitReport');
    await live.play(atelier, 'sendBackReport');
    await live.play(expert, 'submitReport');
    await live.play(atelier, 'sendBackReport');
    expect(await live.refusal(atelier, 'arbitrate')).toBe('not-your-turn');
    await live.play(staff, 'arbitrate', { finals: { atelier: 2_000_00 } });
    expect(live.story.mission.state).toBe('closed');
    expect(figures()).toEqual({ committedCents: 0, settledCents: 2_000_00, remainingCents: 8_000_00 });
    await live.ends();
  });

  it('the laureate is silent after the report: it is reminded, staff have a task, and close without its confirmation', async () => {
    await running('m1');
    await live.play(expert, 'submitReport');
    expect(await live.refusal(system, 'remind')).toBe('too-early');
    await live.daysLater(8).play(system, 'remind');
    await live.daysLater(14).play(system, 'passDeadline');
    expect((await readableOpenTasks(firestore)).values).toMatchObject([{ kind: 'deadlinePassed', missionId: 'm1' }]);
    expect(await live.refusal(system, 'expire')).toBe('wrong-state');
    await live.play(staff, 'closeWithout', { missing: 'confirmation', finals: { atelier: 3_000_00 } });
    expect((await readableOpenTasks(firestore)).values).toEqual([]);
    expect(figures()).toEqual({ committedCents: 0, settledCents: 3_000_00, remainingCents: 7_000_00 });
    await live.play(atelier, 'giveFeedback');
    await live.ends();
  });

  it('the subsidy is exhausted: the laureate pays the rest, then everything, and the missions go on', async () => {
    await running('m1', 8_000_00);
    await submitted('m2', 5_000_00);
    expect(await live.refusal(atelier, 'validate', { subsidyCents: 5_000_00, ownCents: 0 })).toBe('subsidy-exceeded');
    await live.play(atelier, 'validate', { subsidyCents: 2_000_00, ownCents: 3_000_00 });
    await running('m3', 1_000_00);
    expect(live.story.share('atelier')).toMatchObject({ subsidyCents: 0, ownCents: 1_000_00 });
    await closed();
    await live.about('m2').play(expert, 'submitReport');
    await live.play(atelier, 'confirmService');
    expect(figures()).toEqual({ committedCents: 8_000_00, settledCents: 2_000_00, remainingCents: 0 });
    await live.about('m1').play(staff, 'endEarly', { finals: { atelier: 0 } });
    expect(figures().remainingCents).toBe(8_000_00);
    await live.ends();
  });

  it('a mission outlives the programme: nothing new starts, staff bring it to its end', async () => {
    await running('m1');
    live.story.now = Date.UTC(2025, 1, 3, 11);
    expect(await live.refusal(expert, 'submitReport')).toBe('reports-closed');
    expect(await live.refusal(atelier, 'endEarly')).toBe('settlements-closed');
    live.about('m2');
    expect(await live.refusal(atelier, 'request')).toBe('requests-closed');
    await live.about('m1').play(staff, 'closeWithout', { missing: 'report', finals: { atelier: 1_200_00 } });
    expect(figures()).toEqual({ committedCents: 0, settledCents: 1_200_00, remainingCents: 8_800_00 });
    await live.ends();
  });

  it('two missions with the same expert: each holds its own, and the dossier stays open while one lives', async () => {
    await running('m1', 2_000_00);
    await running('m2', 3_000_00);
    await live.about('m1').play(staff, 'cancel');
    const [grant] = live.story.grants;
    expect(grant?.missions.m2).toBeGreaterThan(live.story.now);
    expect(grant?.missions.m1).toBe(live.story.now);
    await live.about('m2').play(expert, 'submitReport');
    await live.play(atelier, 'confirmService');
    expect(figures()).toEqual({ committedCents: 0, settledCents: 3_000_00, remainingCents: 7_000_00 });
    await live.ends();
  });

  it('a company with three consultants: each declares for itself, one stands down, another ends the work', async () => {
    const third = consultant('sam');
    await live.play(atelier, 'request');
    await live.play(expert, 'declareNoInterest');
    await live.play(colleague, 'declareNoInterest');
    await live.play(third, 'declareNoInterest');
    expect(await live.refusal(third, 'declareNoInterest')).toBe('already-declared');
    await live.play(colleague, 'accept');
    await live.play(expert, 'standDown', { uid: 'noe' });
    expect(followers(live.story.mission).map(({ uid }) => uid)).toEqual(['mina', 'sam']);
    await live.play(third, 'submitDiagnostic');
    await live.play(atelier, 'validate');
    await live.play(colleague, 'submitReport');
    await live.play(atelier, 'confirmService');
    expect(live.story.mission.state).toBe('closed');
    await live.ends();
  });

  it('a mission of three is left by one after the start: it pays its part of the work, the others go on', async () => {
    await live.play(atelier, 'request', { shareWith: ['bocal', 'chanvre'] });
    await live.play(bocal, 'join');
    await live.play(signatory('chanvre'), 'join');
    await live.play(expert, 'declareNoInterest');
    await live.play(expert, 'accept');
    await live.play(expert, 'submitDiagnostic');
    for (const person of [atelier, bocal, signatory('chanvre')]) await live.play(person, 'validate');
    await live.play(bocal, 'leaveShared', { finalCents: 400_00 });
    expect(figures('bocal')).toEqual({ committedCents: 0, settledCents: 400_00, remainingCents: 9_600_00 });
    await live.play(expert, 'submitReport');
    await live.play(atelier, 'confirmService');
    await live.play(signatory('chanvre'), 'confirmService');
    expect(live.story.mission.state).toBe('closed');
    expect([figures(), figures('chanvre')].map(({ settledCents }) => settledCents)).toEqual([1_000_00, 1_000_00]);
    await live.ends();
  });

  it('the wrong file was sent: it is taken back, and the right one is another version', async () => {
    await submitted('m1', 9_000_00);
    await live.play(expert, 'retract');
    expect(live.story.mission.state).toBe('awaiting_diagnostic');
    await live.play(expert, 'submitDiagnostic', { devis: devisOf(live.story, expert, 3_000_00, 'right') });
    expect(await live.refusal(atelier, 'validate', { version: 1 })).toBe('version-outdated');
    await live.play(atelier, 'validate');
    await closed();
    expect(figures()).toEqual({ committedCents: 0, settledCents: 3_000_00, remainingCents: 7_000_00 });
    await live.ends();
  });

  it('the expert dies after a deposit: staff end the mission, what was done is paid, and a colleague may take over', async () => {
    await running('m1');
    await live.play(staff, 'standDown', { uid: 'noe' });
    expect(followers(live.story.mission)).toEqual([]);
    await live.play(colleague, 'declareNoInterest');
    await live.play(staff, 'endEarly', { finals: { atelier: 1_000_00 } });
    expect(figures()).toEqual({ committedCents: 0, settledCents: 1_000_00, remainingCents: 9_000_00 });
    await live.ends();
  });

  it('a conflict is found after reading the dossier: it closes at once, and nothing is due', async () => {
    await submitted('m1');
    expect(await live.refusal(expert, 'declareConflict', { finals: { atelier: 500_00 } })).not.toBeNull();
    await live.play(expert, 'declareConflict');
    expect(live.story.mission.state).toBe('ended_early');
    expect(live.story.grants[0]?.missions.m1).toBe(live.story.now);
    expect(figures()).toEqual({ committedCents: 0, settledCents: 0, remainingCents: 10_000_00 });
    await live.ends();
  });

  it('three experts are asked for one need: one is chosen, the others are told', async () => {
    const forge = live.story.expert;
    const [tisse, laine] = [
      { ...forge, id: 'tisse' },
      { ...forge, id: 'laine' },
    ];
    for (const other of [tisse, laine, forge]) {
      live.story.expert = other;
      await storeWorld(firestore, live.story, []);
    }
    const asking = [
      ['m1', tisse, null],
      ['m2', forge, 'm1'],
      ['m3', laine, 'm1'],
    ] as const;
    for (const [missionId, other, needId] of asking) {
      live.story.expert = other;
      await live.about(missionId).play(atelier, 'request', { expertId: other.id, needId });
    }
    live.story.expert = forge;
    await live.about('m2').play(expert, 'declareNoInterest');
    await live.play(expert, 'accept');
    await live.play(expert, 'submitDiagnostic');
    await live.play(atelier, 'validate');
    for (const missionId of ['m1', 'm3']) await live.about(missionId).play(atelier, 'cancel');
    await live.about('m2');
    await closed();
    expect(figures()).toEqual({ committedCents: 0, settledCents: 3_000_00, remainingCents: 7_000_00 });
    await live.ends();
  });

  it('a devis expires while it waits: it warns, is sent back, and its new version is validated', async () => {
    await submitted('m1');
    live.story.now = Date.UTC(2024, 11, 30, 11);
    await live.play(atelier, 'sendBack');
    await live.play(expert, 'submitDiagnostic', {
      devis: { ...devisOf(live.story, expert, 2_500_00, 'renewed'), validUntil: '2025-03-31' },
    });
    await live.play(atelier, 'validate');
    await closed();
    expect(figures()).toEqual({ committedCents: 0, settledCents: 2_500_00, remainingCents: 7_500_00 });
    await live.ends();
  });
});
