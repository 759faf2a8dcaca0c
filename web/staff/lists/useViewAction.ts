import type { ApiContract } from '@sur-mesure/functions/domain/api';
import type { ViewCommand } from '@sur-mesure/functions/domain/lists/saved-views';
import { useRef } from 'preact/hooks';
import { newOperationId } from '../../common/api/call.ts';
import { type Calling, useCall } from '../../common/api/useCall.ts';

export interface ViewActing extends Pick<Calling<'viewAction'>, 'busy' | 'refusal'> {
  readonly act: (command: ViewCommand) => Promise<ApiContract['viewAction']['output'] | undefined>;
}

/** One thing done of a view. The same one pressed again after a lost connection keeps its operation, and is done once; another is another. */
export function useViewAction(): ViewActing {
  const { run, busy, refusal } = useCall('viewAction');
  const pending = useRef<{ readonly key: string; readonly operationId: string } | null>(null);
  const act = (command: ViewCommand) => {
    const key = JSON.stringify(command);
    if (pending.current?.key !== key) pending.current = { key, operationId: newOperationId() };
    return run({ ...command, operationId: pending.current.operationId });
  };
  return { act, busy, refusal };
}
