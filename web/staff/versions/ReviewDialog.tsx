import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Dialog } from '../../common/dialog/Dialog.tsx';
import type { NetworkWaiting } from '../../common/network/useNetworkWait.ts';
import { OperationOutcome } from '../../common/notice/OperationOutcome.tsx';

interface ReviewDialogProps extends NetworkWaiting {
  readonly title: string;
  readonly confirmLabel: string;
  readonly reason: string;
  readonly busy: boolean;
  readonly refusal: Refusal | undefined;
  /** The code of a refusal to write over what a colleague wrote meanwhile: there is then nothing left to confirm here. */
  readonly staleCode: string;
  readonly onStale: (refusal: Refusal) => void;
  readonly onConfirm: () => void;
  readonly close: () => void;
  /** What changes, and for whom. */
  readonly children: ComponentChildren;
}

/** The next version with what it changes and why, read before it is written. */
export function ReviewDialog(props: ReviewDialogProps) {
  const { title, confirmLabel, reason, busy, refusal, wait, takeBack } = props;
  const { staleCode, onStale, onConfirm, close, children } = props;
  useEffect(() => {
    if (refusal?.code === staleCode) onStale(refusal);
  }, [refusal]);
  return (
    <Dialog open {...{ title, confirmLabel, busy, onConfirm }} onCancel={close}>
      {children}
      <p>
        Pourquoi : <span class="typed">{reason}</span>
      </p>
      <OperationOutcome {...{ refusal, wait, takeBack }} nothing="rien n’est enregistré" />
    </Dialog>
  );
}
