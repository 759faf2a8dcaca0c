import { useEffect, useRef, useState } from 'preact/hooks';
import { carryDeposit } from '../deposit.ts';
import { fileFault } from '../field/file-fault.ts';
import { acceptedEndings, largestAccepted } from './accepted.ts';
import { pendingUploads } from './pending.ts';
import { type Deposit, DepositQueue, type DepositTarget } from './queue.ts';

interface Deposits {
  readonly deposits: readonly Deposit[];
  readonly add: (files: readonly File[], target: DepositTarget) => void;
  readonly retry: (id: string) => void;
  readonly remove: (id: string) => void;
}

interface DepositsOptions {
  /** The places of this page: what was sent to them during an earlier visit shows again. */
  readonly targets: readonly DepositTarget[];
  readonly largestBytes: number;
  readonly onKept: (deposit: Deposit) => void;
}

/** The deposits of a page, one line each. */
export function useDeposits({ targets, largestBytes, onKept }: DepositsOptions): Deposits {
  const [deposits, setDeposits] = useState<readonly Deposit[]>([]);
  const arrived = useRef(onKept);
  arrived.current = onKept;
  const [queue] = useState(
    () =>
      new DepositQueue({ carry: carryDeposit, onChange: setDeposits, onKept: (deposit) => arrived.current(deposit) }),
  );
  useEffect(() => {
    pendingUploads(targets).then((pending) =>
      queue.add(pending.map((upload) => ({ ...upload, id: upload.uploadId, file: null }))),
    );
    return () => queue.close();
  }, []);
  useWarningBeforeLeaving(deposits.some(({ step: { name } }) => name === 'sending' || name === 'waiting'));
  const add = (files: readonly File[], target: DepositTarget) => {
    for (const file of files) {
      const one = { id: crypto.randomUUID(), name: file.name, size: file.size, target, file, uploadId: null };
      const fault = fileFault(file, acceptedEndings(target.piece), largestAccepted(target.piece, largestBytes));
      if (fault === undefined) queue.add([one]);
      else queue.refuse(one, fault);
    }
  };
  return { deposits, add, retry: (id) => queue.retry([id]), remove: (id) => queue.remove(id) };
}

/** The browser asks before it closes a page whose files are still on their way. */
export function useWarningBeforeLeaving(busy: boolean): void {
  useEffect(() => {
    if (!busy) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [busy]);
}
