import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import {
  type ItemAnswer,
  type StaffAction,
  type StaffActionName,
  staffActions,
} from '@sur-mesure/functions/domain/staff/actions';
import { useState } from 'preact/hooks';
import { useOperation } from '../common/api/useOperation.ts';
import type { NetworkWaiting } from '../common/network/useNetworkWait.ts';

export interface StaffActing extends NetworkWaiting {
  readonly run: (action: StaffAction) => Promise<readonly ItemAnswer[] | undefined>;
  readonly busy: boolean;
  readonly refusal: Refusal | undefined;
  /** The last action that was answered, item by item. */
  readonly answered: { readonly action: StaffAction; readonly items: readonly ItemAnswer[] } | undefined;
}

/** An action on a selection. The same one pressed again after a lost connection keeps its operation, so that only what is missing is done. */
export function useStaffAction(onDone: () => void): StaffActing {
  const { run: ask, ...operating } = useOperation('staffAction');
  const [answered, setAnswered] = useState<StaffActing['answered']>();
  const run = async (action: StaffAction) => {
    const answer = await ask((operationId) => ({ ...action, operationId }));
    if (answer === undefined) return undefined;
    setAnswered({ action, items: answer.items });
    onDone();
    return answer.items;
  };
  return { ...operating, run, answered };
}

export function actionLabel(action: StaffActionName): string {
  return staffActions[action].label;
}
