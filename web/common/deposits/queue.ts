import type { UploadRequest } from '@sur-mesure/functions/domain/api';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';

/** Where a file goes. */
export type DepositTarget = Pick<UploadRequest, 'piece' | 'missionId' | 'laureateId' | 'channel' | 'replacesId'>;

/** Whether two deposits stand in the same list of a page: the new versions of a file beside that file, the rest by piece. */
export function sameQueue(a: DepositTarget, b: DepositTarget): boolean {
  return (
    a.piece === b.piece &&
    (a.channel ?? null) === (b.channel ?? null) &&
    (a.replacesId ?? null) === (b.replacesId ?? null)
  );
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

type NewDeposit = Omit<Deposit, 'step'>;

const waiting: DepositStep = { name: 'waiting' };

/** Files that go up a few at a time, each with its state; one that fails never stops the others. */
export class DepositQueue {
  readonly #options: QueueOptions;
  readonly #stops = new Map<string, AbortController>();
  /** Ids of those that take a place on the line: a deposit that is only verified leaves it to the next. */
  readonly #travelling = new Set<string>();
  #deposits: readonly Deposit[] = [];

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  add(added: readonly NewDeposit[]): void {
    const known = new Set(this.#deposits.map(({ id }) => id));
    const news = added.filter(({ id }) => !known.has(id)).map((one) => ({ ...one, step: waiting }));
    this.#show([...this.#deposits, ...news]);
    this.#fill();
  }

  /** Shows a file that is refused before it is sent, with its sentence. */
  refuse(deposit: NewDeposit, message: string): void {
    this.#show([...this.#deposits, { ...deposit, step: { name: 'failed', message, retry: false } }]);
  }

  retry(ids: readonly string[]): void {
    this.#show(this.#deposits.map((one) => (ids.includes(one.id) ? { ...one, step: waiting } : one)));
    this.#fill();
  }

  /** Stops what is on its way, and takes the line away. */
  remove(id: string): void {
    this.#stops.get(id)?.abort();
    this.#stops.delete(id);
    this.#travelling.delete(id);
    this.#show(this.#deposits.filter((one) => one.id !== id));
    this.#fill();
  }

  /** The page is closing: nothing more is sent, nor shown. */
  close(): void {
    for (const stop of this.#stops.values()) stop.abort();
    this.#stops.clear();
  }

  #show(deposits: readonly Deposit[]): void {
    this.#deposits = deposits;
    this.#options.onChange(deposits);
  }

  #fill(): void {
    const { atOnce = 2 } = this.#options;
    while (this.#travelling.size < atOnce) {
      const next = this.#deposits.find(({ step }) => step.name === 'waiting');
      if (next === undefined) return;
      void this.#start(next);
    }
  }

  async #start(deposit: Deposit): Promise<void> {
    const { id, file, uploadId } = deposit;
    const stop = new AbortController();
    this.#stops.set(id, stop);
    this.#travelling.add(id);
    const onStep = (step: DepositStep) => {
      // A stopped deposit may still answer: nobody looks any more.
      if (this.#stops.get(id) === stop) this.#setStep(id, step);
    };
    onStep(uploadId === null ? { name: 'sending', sentBytes: 0 } : { name: 'checking', again: false });
    const answer = await this.#options.carry(deposit, { onStep, signal: stop.signal });
    if (isRefusal(answer)) {
      return onStep({ name: 'failed', message: answer.message, retry: file !== null && !final.includes(answer.code) });
    }
    onStep({ name: 'kept', fileId: answer.fileId, before: answer.before ?? false });
    if (this.#stops.get(id) === stop) this.#options.onKept?.(deposit);
  }

  #setStep(id: string, step: DepositStep): void {
    this.#show(this.#deposits.map((one) => (one.id === id ? { ...one, step } : one)));
    if (step.name !== 'sending' && this.#travelling.delete(id)) this.#fill();
  }
}
