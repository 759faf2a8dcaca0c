import type { ApiContract, ApiName } from '@sur-mesure/functions/domain/api';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { useRef, useState } from 'preact/hooks';
import { type NetworkWaiting, useNetworkWait } from '../network/useNetworkWait.ts';
import { call, newOperationId } from './call.ts';
import { outcomeIsUnknown } from './refusals.ts';

/** The calls that write once however often they come. */
type Operated = {
  [Name in ApiName]: ApiContract[Name]['input'] extends { readonly operationId: string } ? Name : never;
}[ApiName];

export interface Operating<Name extends Operated> extends NetworkWaiting {
  /** Resolves to the answer, or to undefined when it was refused: `refusal` says why. A second press while one is on its way does nothing. */
  readonly run: (
    ask: (operationId: string) => ApiContract[Name]['input'],
  ) => Promise<ApiContract[Name]['output'] | undefined>;
  readonly busy: boolean;
  readonly refusal: Refusal | undefined;
}

/**
 * One call that writes. The operation id is chosen once per press and kept while the outcome is unknown (a cut connection), so that trying the same
 * again gives the first answer instead of writing twice; after a refusal, or with other words, a press is a new operation. What still waits for the
 * network when its page or its dialog is left is taken back.
 */
export function useOperation<Name extends Operated>(name: Name): Operating<Name> {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const pending = useRef<{ readonly intention: string; readonly operationId: string } | undefined>(undefined);
  const running = useRef(false);
  const { wait, takeBack, options } = useNetworkWait();
  const run: Operating<Name>['run'] = async (ask) => {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    const intention = JSON.stringify(ask(''));
    if (pending.current?.intention !== intention) pending.current = { intention, operationId: newOperationId() };
    const answer = await call(name, ask(pending.current.operationId), options());
    running.current = false;
    setBusy(false);
    if (!isRefusal(answer) || !outcomeIsUnknown(answer)) pending.current = undefined;
    // A copy, so that the same refusal met twice is a new one to announce.
    setRefusal(isRefusal(answer) ? { ...answer } : undefined);
    return isRefusal(answer) ? undefined : answer;
  };
  return { run, busy, refusal, wait, takeBack };
}
