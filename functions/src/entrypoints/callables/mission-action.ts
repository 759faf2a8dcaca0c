import type { MissionActionInput } from '../../domain/api.ts';
import type { Command } from '../../domain/missions/actions.ts';
import { settingsInForce } from '../../store/collections/settings.ts';
import { commitAction } from '../../store/missions/commit.ts';
import { Turns } from '../../store/turns.ts';
import { callable, invalid } from '../callable.ts';
import { firestore } from '../firebase.ts';
import { newId } from '../ids.ts';
import { missionActionInput } from '../inputs.ts';

/** Decisions on one subsidy, or steps of one mission, that reach this process at once. */
const turns = new Turns();

/** Every step of every mission. The table decides; this only brings the clock, the actor and the id of a mission to be. */
export const missionAction = callable<'missionAction'>(missionActionInput, async (input, { actor, now, from }) => {
  const { operationId, laureateId, askedBy } = input;
  // A mission to be is named here alone: a chosen id could be one that exists, or that a rule or a page reads otherwise.
  if (input.action === 'request' && input.missionId !== null) return invalid;
  const asked = {
    now,
    actor,
    from,
    laureateId,
    missionId: input.missionId ?? newId(),
    onBehalf: actor.kind === 'staff' && (laureateId !== null || askedBy !== undefined),
    askedBy: actor.kind === 'staff' ? (askedBy ?? null) : null,
    settings: await settingsInForce(firestore()),
  };
  return turns.take(laureateId ?? asked.missionId, () =>
    commitAction(firestore(), asked, commandOf(input), operationId),
  );
});

function commandOf(input: MissionActionInput): Command {
  const { operationId: _operation, missionId: _mission, laureateId: _laureate, askedBy: _askedBy, ...command } = input;
  return command;
}
