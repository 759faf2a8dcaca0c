import type { ApiContract, ApiName } from '@sur-mesure/functions/domain/api';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { useRef, useState } from 'preact/hooks';
import { call } from './call.ts';

export interface Calling<Name extends ApiName> {
  /** Resolves to the answer, or to undefined when it was refused: `refusal` says why. A second press while one is on its way does nothing. */
  readonly run: (input: ApiContract[Name]['input']) => Promise<ApiContract[Name]['output'] | undefined>;
  readonly busy: boolean;
  readonly refusal: Refusal | undefined;
}

/** One call of a form or a dialog, with what its button and its notice need. */
export function useCall<Name extends ApiName>(name: Name): Calling<Name> {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const running = useRef(false);
  const run = async (input: ApiContract[Name]['input']) => {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    const answer = await call(name, input);
    running.current = false;
    setBusy(false);
    // A copy, so that the same refusal met twice is a new one to announce.
    setRefusal(isRefusal(answer) ? { ...answer } : undefined);
    return isRefusal(answer) ? undefined : answer;
  };
  return { run, busy, refusal };
}
