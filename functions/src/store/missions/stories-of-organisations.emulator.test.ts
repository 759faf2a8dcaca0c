import { beforeEach, describe, expect, it } from 'vitest';
import type { LaureateCommand } from '../../domain/laureates/facts.ts';
import { devisOf } from '../../domain/missions/testing/commands.ts';
import { balance } from '../../domain/missions/testing/ledgers.ts';
import { expert, signatory, staff, staffFor } from '../../domain/missions/testing/people.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { SubsidyCommand } from '../../domain/subsidy/actions.ts';
import { get } from '../collection.ts';
import { laureates, members } from '../collections/laureates.ts';
import { OUTBOX, outbox } from '../collections/outbox.ts';
import { actOnLaureate } from '../laureates/act.ts';
import { actOnSubsidy } from '../laureates/subsidy.ts';
import { databaseOf } from './testing/database.ts';
import { LiveStory } from './testing/live-story.ts';

const { firestore, clear } = databaseOf('organisations');
const atelier = signatory('atelier');

let live: LiveStory;
beforeEach(async () => {
  await clear();
  live = await LiveStory.begin(firestore);
  const seat = { laureateId: 'atelier', role: 'signatory', active: true } as const;
  const member = { ...seat, uid: 'member-atelier', name: 'Paul Riou', email: 'paul@exemple.fr' };
  await firestore.doc(members.path('atelier', member.uid)).set(members.write(member));
  await live.play(atelier, 'request');
  await live.play(expert, 'declareNoInterest');
  await live.play(expert, 'accept');
  await live.play(expert, 'submitDiagnostic', { devis: devisOf(live.story, expert, 3_000_00) });
});

let operations = 0;
const colleague = { kind: 'staff', uid: 'staff-2', name: 'Nour Petit', signedInAt: 0 } as const;

async function onRecord(command: LaureateCommand): Promise<void> {
  operations += 1;
  const answer = await actOnLaureate(firestore, {
    ...{ actor: staff.actor(live.story.now), laureateId: 'atelier', command, now: live.story.now },
    ...{ operationId: `record-${operations}`, lineId: `line-${operations}` },
  });
  if (isRefusal(answer)) throw new Error(`${command.action}: ${answer.code}`);
  await live.readAgain('atelier');
}

async function onSubsidy(command: SubsidyCommand, actor = staff.actor(live.story.now)): Promise<string | null> {
  operations += 1;
  if (actor.kind !== 'staff') throw new Error('only staff act on a subsidy');
  const operationId = `00000000-0000-4000-8000-${`${operations}`.padStart(12, '0')}`;
  const asked = { actor, laureateId: 'atelier', command, operationId, now: live.story.now };
  const answer = await actOnSubsidy(firestore, asked);
  await live.readAgain('atelier');
  return isRefusal(answer) ? answer.code : null;
}

const figures = () => {
  const { committedCents, settledCents, remainingCents } = balance(live.story, 'atelier');
  return { committedCents, settledCents, remainingCents };
};

describe('Real lives of organisations and of their money, each to its end, on the database', () => {
  it('an association becomes a SCIC mid-mission: what was validated stands, and the mission goes to its end', async () => {
    await live.play(atelier, 'validate');
    const frozen = live.story.share('atelier');
    await onRecord({
      ...{ action: 'changeLegalEntity', from: '2024-03-05', siret: '44306184100047', name: 'L’Atelier SCIC' },
      ...{ legalForm: null, reason: 'Transformation votée en assemblée générale.' },
    });
    expect((await get(firestore, laureates, 'atelier'))?.legalEntities).toHaveLength(2);
    expect(live.story.share('atelier')).toEqual(frozen);
    await live.play(expert, 'submitReport');
    await live.play(atelier, 'confirmService');
    expect(figures()).toEqual({ committedCents: 0, settledCents: 3_000_00, remainingCents: 7_000_00 });
    await live.ends();
  });

  it('a laureate is liquidated: nothing new is engaged, staff end what runs with what is due, and the rest is released', async () => {
    await live.play(atelier, 'validate');
    await onRecord({ action: 'withdrawLabel', reason: 'Liquidation judiciaire du 4 mars.' });
    await live.about('m2');
    expect(await live.refusal(atelier, 'request')).toBe('laureate-not-active');
    await live.about('m1').play(staff, 'endEarly', { finals: { atelier: 800_00 } });
    expect(live.story.mission.state).toBe('ended_early');
    expect(figures()).toEqual({ committedCents: 0, settledCents: 800_00, remainingCents: 9_200_00 });
    await live.ends();
  });

  it('money comes back after the closing: proposed by one, approved by another, once', async () => {
    await live.play(atelier, 'validate');
    await live.play(expert, 'submitReport');
    await live.play(atelier, 'confirmService');
    const refund = { kind: 'refund', cents: 600_00, missionId: 'm1', otherLaureateId: null } as const;
    expect(
      await onSubsidy({ action: 'adjust', input: { ...refund, reason: 'Avoir de l’expert, reçu le 4 mars.' } }),
    ).toBeNull();
    expect(figures().remainingCents).toBe(7_000_00);
    const approval = {
      action: 'approveAdjustment',
      input: { adjustmentId: `00000000-0000-4000-8000-${`${operations}`.padStart(12, '0')}` },
    } as const;
    expect(await onSubsidy(approval)).toBe('four-eyes');
    expect(await onSubsidy(approval, colleague)).toBeNull();
    expect(figures().remainingCents).toBe(7_600_00);
    expect(await onSubsidy(approval, colleague)).not.toBeNull();
    expect(figures().remainingCents).toBe(7_600_00);
    await live.ends();
  });

  it('a devis is signed by hand: staff record the paper, which commits as a validation does and says what it is', async () => {
    expect(await live.refusal(staffFor('atelier'), 'validate')).toBe('never-on-behalf');
    const { proof } = await live.play(staffFor('atelier'), 'recordSignedDevis', { reason: 'Reçu par courrier.' });
    expect(proof).toMatchObject({ kind: 'handSigned', paper: { signedBy: 'Paul Riou', recordedBy: 'staff' } });
    // Nobody asked for it: the mail says that a paper was recorded, not that somebody did an act in the laureate's name.
    const mails = outbox.list((await firestore.collection(OUTBOX).where('to.uid', '==', 'member-atelier').get()).docs);
    const told = mails.filter(({ createdAt }) => createdAt === proof?.at).map(({ mail }) => mail);
    expect(told).toEqual(['signedDevisRecorded']);
    expect(figures()).toEqual({ committedCents: 3_000_00, settledCents: 0, remainingCents: 7_000_00 });
    await live.play(expert, 'submitReport');
    await live.play(atelier, 'confirmService');
    expect(figures()).toEqual({ committedCents: 0, settledCents: 3_000_00, remainingCents: 7_000_00 });
    await live.ends();
  });
});
