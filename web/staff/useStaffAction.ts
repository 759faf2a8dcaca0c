import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import {
  type ItemAnswer,
  type StaffAction,
  type StaffActionName,
  staffActions,
} from '@sur-mesure/functions/domain/staff/actions';
import { useRef, useState } from 'preact/hooks';
import { newOperationId } from '../common/api/call.ts';
import { useCall } from '../common/api/useCall.ts';

export interface StaffActing {
  readonly run: (action: StaffAction) => Promise<readonly ItemAnswer[] | undefined>;
  readonly busy: boolean;
  readonly refusal: Refusal | undefined;
  /** The last action that was answered, item by item. */
  readonly answered: { readonly action: StaffAction; readonly items: readonly ItemAnswer[] } | undefined;
}

/** An action on a selection. The same one pressed again after a lost connection keeps its operation, so that only what is missing is done. */
export function useStaffAction(onDone: () => void): StaffActing {
  const { run: call, busy, refusal } = useCall('staffAction');
  const [answered, setAnswered] = useState<StaffActing['answered']>();
  const pending = useRef<{ readonly key: string; readonly operationId: string } | null>(null);
  const run = async (action: StaffAction) => {
    const key = JSON.stringify(action);
    const operationId = pending.current?.key === key ? pending.current.operationId : newOperationId();
    pending.current = { key, operationId };
    const answer = await call({ ...action, operationId });
    if (answer === undefined) return undefined;
    pending.current = null;
    setAnswered({ action, items: answer.items });
    onDone();
    return answer.items;
  };
  return { run, busy, refusal, answered };
}

export function actionLabel(action: StaffActionName): string {
  return staffActions[action].label;
}
