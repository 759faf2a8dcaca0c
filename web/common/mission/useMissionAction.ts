import type { MissionActionResult } from '@sur-mesure/functions/domain/api';
import type { ActionName, Command } from '@sur-mesure/functions/domain/missions/actions';
import type { AskedBy } from '@sur-mesure/functions/domain/missions/behalf';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { useRef, useState } from 'preact/hooks';
import { call, newOperationId } from '../api/call.ts';
import { outcomeIsUnknown } from '../api/refusals.ts';
import { type NetworkWaiting, useNetworkWait } from '../network/useNetworkWait.ts';

export interface MissionActing extends NetworkWaiting {
  /** Resolves to the result, or to undefined when the action was refused: the refusal is then in `refusal`. */
  readonly run: (command: Command) => Promise<MissionActionResult | undefined>;
  /** The action on its way: its button waits, and no other starts. */
  readonly busy: ActionName | undefined;
  readonly refusal: Refusal | undefined;
  readonly result: MissionActionResult | undefined;
  /** When the person closes the form it was about: forgets the refusal shown, and takes back what waits, so that nothing is done behind its back. */
  readonly forget: () => void;
}

interface MissionActionOf {
  /** Null for a request: the mission does not exist yet. */
  readonly missionId: string | null;
  readonly laureateId: string | null;
  /** From staff, for what they do in somebody's name. */
  readonly askedBy?: AskedBy | undefined;
}

/**
 * Takes an action on a mission. The operation id is chosen once per press and kept while the outcome is unknown (a cut connection), so that
 * trying again gives the first answer instead of acting twice; also while the person signs in again for it. After a refusal by the rules, a new
 * press is a new operation. An action that still waits for the network when its page is left is taken back.
 */
export function useMissionAction({ missionId, laureateId, askedBy }: MissionActionOf): MissionActing {
  const [busy, setBusy] = useState<ActionName>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [result, setResult] = useState<MissionActionResult>();
  const pending = useRef<{ readonly intention: string; readonly operationId: string } | undefined>(undefined);
  const running = useRef(false);
  const { wait, takeBack, options } = useNetworkWait();
  const run = async (command: Command) => {
    if (running.current) return undefined;
    running.current = true;
    const intention = JSON.stringify([command, askedBy]);
    if (pending.current?.intention !== intention) pending.current = { intention, operationId: newOperationId() };
    setBusy(command.action);
    const { operationId } = pending.current;
    const asked = { operationId, missionId, laureateId, ...(askedBy === undefined ? {} : { askedBy }) };
    const answer = await call('missionAction', { ...command, ...asked }, options());
    running.current = false;
    setBusy(undefined);
    if (isRefusal(answer)) {
      if (!outcomeIsUnknown(answer) && answer.code !== 'sign-in-too-old') pending.current = undefined;
      // A copy, so that the same refusal met twice is a new one to announce. The last one stays until here: a notice that left on the press
      // would move the button away from a finger about to press again.
      setRefusal({ ...answer });
      return undefined;
    }
    pending.current = undefined;
    setRefusal(undefined);
    setResult(answer);
    return answer;
  };
  const forget = () => {
    takeBack();
    setRefusal(undefined);
  };
  return { run, busy, refusal, result, wait, takeBack, forget };
}
