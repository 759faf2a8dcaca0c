import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import { NetworkWaiting } from '../network/NetworkWaiting.tsx';
import type { NetworkWaiting as Waiting } from '../network/useNetworkWait.ts';
import { RefusalNotice } from './Notice.tsx';

interface OperationOutcomeProps extends Waiting {
  readonly refusal: Refusal | undefined;
  /** What has not happened while it waits: « rien n’est envoyé ». */
  readonly nothing?: string;
}

/** Of a call that writes: that it waits for the network, with the way to take it back, or why it was refused. */
export function OperationOutcome({ wait, takeBack, refusal, nothing = 'rien n’est fait' }: OperationOutcomeProps) {
  if (wait !== undefined) return <NetworkWaiting {...{ wait, takeBack, nothing }} />;
  return refusal === undefined ? null : <RefusalNotice refusal={refusal} />;
}
