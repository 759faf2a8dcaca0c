import type { Comparison } from '@sur-mesure/functions/domain/proofs/comparison';
import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { useEffect, useRef, useState } from 'preact/hooks';
import { call } from '../common/api/call.ts';
import { hashOf, stopped } from './file-hash.ts';
import { failureWords } from './verdict-words.ts';

/** A file that was read here: what is left of it in the page. */
export interface Hashed {
  readonly name: string;
  readonly sha256: string;
}

export type Step =
  | { readonly name: 'none' }
  | { readonly name: 'reading'; readonly file: File; readonly readBytes: number }
  | { readonly name: 'asking'; readonly hashed: Hashed }
  | {
      readonly name: 'answered';
      readonly hashed: Hashed;
      readonly proofId: string | null;
      readonly comparison: Comparison;
    }
  /** `hashed`: null when the file itself could not be read. */
  | { readonly name: 'failed'; readonly message: string; readonly hashed: Hashed | null };

/** The number: null without one, undefined when what is typed can be none. */
type Given = string | null | undefined;

const numberFirst =
  'Le fichier est lu, et son empreinte gardée dans cette page. Corrigez ou effacez le numéro de la preuve, puis réessayez.';

/** From a chosen file to the answer. Only the last one chosen may change what is shown. */
export function useComparison() {
  const [step, setStep] = useState<Step>({ name: 'none' });
  const current = useRef<AbortController>(undefined);
  const begin = () => {
    current.current?.abort();
    const given = new AbortController();
    const { signal } = given;
    current.current = given;
    const show = (next: Step) => {
      if (!signal.aborted) setStep(next);
    };
    return { signal, show };
  };
  const ask = async (hashed: Hashed, proofId: Given, { signal, show } = begin()) => {
    if (proofId === undefined) return show({ name: 'failed', message: numberFirst, hashed });
    show({ name: 'asking', hashed });
    const answer = await call('compareFile', { sha256: hashed.sha256, proofId }, { signal });
    show(
      isRefusal(answer)
        ? { name: 'failed', message: failureWords(answer), hashed }
        : { name: 'answered', hashed, proofId, ...answer },
    );
  };
  const start = async (file: File, proofId: Given) => {
    const reading = begin();
    const { signal, show } = reading;
    const onProgress = (readBytes: number) => show({ name: 'reading', file, readBytes });
    onProgress(0);
    const sha256 = await hashOf(file, { onProgress, signal });
    if (isRefusal(sha256)) show({ name: 'failed', message: sha256.message, hashed: null });
    else await ask({ name: file.name, sha256 }, proofId, reading);
  };
  const stop = () => {
    current.current?.abort();
    setStep({ name: 'failed', message: stopped.message, hashed: null });
  };
  useEffect(() => () => current.current?.abort(), []);
  return { step, start, ask, stop };
}
