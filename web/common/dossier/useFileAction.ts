import type { FileActionInput } from '@sur-mesure/functions/domain/api';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';

interface Answered {
  readonly fileId: string;
  readonly answer: { readonly done: string } | Refusal;
}

/** Does something about a file, and says what became of it. */
export function useFileAction(onDone: () => void) {
  const [busy, setBusy] = useState<string>();
  const [answered, setAnswered] = useState<Answered>();
  const run = async (input: FileActionInput): Promise<boolean> => {
    setBusy(input.fileId);
    setAnswered(undefined);
    const given = await call('fileAction', input);
    setBusy(undefined);
    setAnswered({ fileId: input.fileId, answer: given });
    if (!isRefusal(given)) onDone();
    return !isRefusal(given);
  };
  return { busy, answered, run };
}
export type FileActing = ReturnType<typeof useFileAction>;
