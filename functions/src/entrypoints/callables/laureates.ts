import { logger } from 'firebase-functions';
import { can } from '../../domain/access/policy.ts';
import type { LaureateActionInput } from '../../domain/api.ts';
import type { LaureateCommand } from '../../domain/laureates/facts.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { reviewInterestsAround } from '../../store/experts/interests.ts';
import { actOnLaureate } from '../../store/laureates/act.ts';
import { transferLaureate } from '../../store/laureates/transfer.ts';
import { callable } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { laureateActionInput } from '../inputs-laureates.ts';

/** What staff do to a laureate's record, or its own people. The table decides which; this brings the clock and the actor, then looks for interests. */
export const laureateAction = callable<'laureateAction'>(laureateActionInput, async (input, { actor, now }) => {
  const { operationId, laureateId } = input;
  const refusal = can(actor, { action: 'actOnLaureate', laureateId });
  if (refusal) return refusal;
  const command = commandOf(input);
  const asked = { actor, laureateId, operationId, lineId: newId(), now };
  const acted =
    command.action === 'transferEntity'
      ? await transferLaureate(firestore(), { ...asked, command })
      : await actOnLaureate(firestore(), { ...asked, command });
  if (isRefusal(acted)) return acted;
  // Once the commit is made: what a crash leaves out here, the nightly sweep finds.
  await lookForInterests(command, now).catch((error: unknown) => {
    logger.error('interests were not reviewed', { stack: error instanceof Error ? error.stack : null });
  });
  return acted;
});

function commandOf(input: LaureateActionInput): LaureateCommand {
  const { operationId: _operation, laureateId: _laureate, ...command } = input;
  return command;
}

/** « ne détenir aucun intérêt dans aucune manufacture »: an expert's company may be the one that a laureate has just become. */
async function lookForInterests(command: LaureateCommand, now: number): Promise<void> {
  if (!('siret' in command)) return;
  await reviewInterestsAround(firestore(), { emails: [], names: [], sirens: [command.siret.slice(0, 9)] }, now);
}
