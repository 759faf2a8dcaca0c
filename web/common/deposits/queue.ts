import type { UploadRequest } from '@sur-mesure/functions/domain/api';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';

/** Where a file goes. */
export type DepositTarget = Pick<UploadRequest, 'piece' | 'missionId' | 'laureateId' | 'replacesId'>;

/** Whether two deposits stand in the same list of a page: the new versions of a file beside that file, the rest by piece. */
export function sameQueue(a: DepositTarget, b: DepositTarget): boolean {
  return a.piece === b.piece && (a.replacesId ?? null) === (b.replacesId ?? null);
}

/** Where a deposit is, from the press of a button to the verdict. */
export type DepositStep =
  | { readonly name: 'waiting' }
  | { readonly name: 'sending'; readonly sentBytes: number }
  /** Sent: the server verifies it. `again`: the antivirus could not answer, and is asked again. */
  | { readonly name: 'checking'; readonly again: boolean }
  | { readonly name: 'failed'; readonly message: string; readonly retry: boolean }
  /** `before`: it was there already, and nothing was sent. */
  | { readonly name: 'kept'; readonly fileId: string; readonly before: boolean };

export interface Deposit {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly target: DepositTarget;
  /** Null when it was sent during an earlier visit: only its verdict is awaited. */
  readonly file: File | null;
  readonly uploadId: string | null;
  readonly step: DepositStep;
}

export interface Kept {
  readonly fileId: string;
  readonly before?: boolean;
}

export interface CarryOptions {
  readonly onStep: (step: DepositStep) => void;
  readonly signal: AbortSignal;
}

interface QueueOptions {
  /** Takes one deposit to its verdict. */
  readonly carry: (deposit: Deposit, options: CarryOptions) => Promise<Kept | Refusal>;
  readonly onChange: (deposits: readonly Deposit[]) => void;
  readonly onKept?: (deposit: Deposit) => void;
  /** Files on their way at the same moment: more only makes each slower on a phone. */
  readonly atOnce?: number;
}

/** What choosing again, and not trying again, repairs. */
const final = ['file_rejected', 'file-empty', 'file-too-large', 'mission-full', 'laureate-full', 'not-your-piece'];

/** Files that go up one after the other, each with its state; one that fails never stops the others. */
export function depositQueue({ carry, onChange, onKept, atOnce = 2 }: QueueOptions) {
  let deposits: readonly Deposit[] = [];
  const stops = new Map<string, AbortController>();
  const travelling = new Set<string>();

  const show = (next: readonly Deposit[]) => {
    deposits = next;
    onChange(deposits);
  };
  const setStep = (id: string, step: DepositStep) => {
    show(deposits.map((one) => (one.id === id ? { ...one, step } : one)));
    if (step.name !== 'sending' && travelling.delete(id)) fill();
  };
  const start = async (deposit: Deposit) => {
    const { id } = deposit;
    const stop = new AbortController();
    stops.set(id, stop);
    travelling.add(id);
    const onStep = (step: DepositStep) => {
      if (stops.get(id) === stop) setStep(id, step);
    };
    onStep(deposit.uploadId === null ? { name: 'sending', sentBytes: 0 } : { name: 'checking', again: false });
    const answer = await carry(deposit, { onStep, signal: stop.signal });
    // A stopped deposit may still answer: nobody looks any more.
    if (stops.get(id) !== stop) return;
    if (isRefusal(answer)) {
      onStep({ name: 'failed', message: answer.message, retry: deposit.file !== null && !final.includes(answer.code) });
      return;
    }
    onStep({ name: 'kept', fileId: answer.fileId, before: answer.before ?? false });
    onKept?.(deposit);
  };
  const fill = () => {
    while (travelling.size < atOnce) {
      const next = deposits.find(({ step }) => step.name === 'waiting');
      if (next === undefined) return;
      void start(next);
    }
  };

  return {
    add: (added: readonly Omit<Deposit, 'step'>[]) => {
      const known = new Set(deposits.map(({ id }) => id));
      show([...deposits, ...added.filter(({ id }) => !known.has(id)).map((one) => ({ ...one, step: waiting }))]);
      fill();
    },
    /** Shows a file that is refused before it is sent, with its sentence. */
    refuse: (deposit: Omit<Deposit, 'step'>, message: string) =>
      show([...deposits, { ...deposit, step: { name: 'failed', message, retry: false } }]),
    retry: (ids: readonly string[]) => {
      show(deposits.map((one) => (ids.includes(one.id) ? { ...one, step: waiting } : one)));
      fill();
    },
    /** Stops what is on its way, and takes the line away. */
    remove: (id: string) => {
      stops.get(id)?.abort();
      stops.delete(id);
      travelling.delete(id);
      show(deposits.filter((one) => one.id !== id));
      fill();
    },
    /** The page is closing: nothing more is sent, nor shown. */
    close: () => {
      for (const stop of stops.values()) stop.abort();
      stops.clear();
    },
  };
}
export type DepositQueue = ReturnType<typeof depositQueue>;

const waiting: DepositStep = { name: 'waiting' };
