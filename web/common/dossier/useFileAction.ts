import type { FileActionInput } from '@sur-mesure/functions/domain/api';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';

/** Does something about a file, and says what became of it. */
export function useFileAction(onDone: () => void) {
  const [busy, setBusy] = useState<string>();
  const [answer, setAnswer] = useState<{ readonly done: string } | Refusal>();
  const run = async (input: FileActionInput): Promise<boolean> => {
    setBusy(input.fileId);
    setAnswer(undefined);
    const given = await call('fileAction', input);
    setBusy(undefined);
    setAnswer(given);
    if (!isRefusal(given)) onDone();
    return !isRefusal(given);
  };
  return { busy, answer, run };
}
export type FileActing = ReturnType<typeof useFileAction>;
