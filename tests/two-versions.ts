import type { ExpertOfTests } from './experts.ts';
import { handingIn } from './handing-in.ts';
import { deposited, type LaureateOfTests, openedMission, play } from './programme.ts';

/** Hands in a version written on line: its words are ours to compare. */
export async function handIn(
  { laureate, expert, missionId }: { laureate: LaureateOfTests; expert: ExpertOfTests; missionId: string },
  { method, totalCents, number }: { method: string; totalCents: number; number: string },
): Promise<void> {
  const devis = await deposited(missionId, expert.person.uid, 'devis');
  const answers = {
    ...{ context: 'Un atelier de tissage.', need: 'Des tarifs.', findings: 'Peu de marge.', goals: 'Équilibre.' },
    ...{ method, deliverables: 'Un tableur.' },
  };
  await play(
    expert.person,
    missionId,
    null,
    handingIn({
      diagnostic: { kind: 'form', answers },
      devisId: devis.id,
      split: { [laureate.laureateId]: totalCents },
      number,
    }),
  );
}

/** A mission whose devis was sent back: the expert prepares the next one. Returns the mission's id. */
export async function sentBackMission(laureate: LaureateOfTests, expert: ExpertOfTests): Promise<string> {
  const missionId = await openedMission(laureate, expert);
  await play(expert.person, missionId, null, { action: 'accept', input: {} });
  await handIn({ laureate, expert, missionId }, { method: 'Deux ateliers.', totalCents: 4_000_00, number: 'D-1' });
  await play(laureate.signatory, missionId, laureate.laureateId, {
    action: 'sendBack',
    input: { reason: 'Un atelier de plus, pour moins.', reasons: ['scope', 'amount'], version: 1 },
  });
  return missionId;
}
