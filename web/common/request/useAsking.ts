import type { Command } from '@sur-mesure/functions/domain/missions/actions';
import type { AskedBy } from '@sur-mesure/functions/domain/missions/behalf';
import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { useRef, useState } from 'preact/hooks';
import { call, newOperationId } from '../api/call.ts';
import { outcomeIsUnknown } from '../api/refusals.ts';
import { type NetworkWaiting, useNetworkWait } from '../network/useNetworkWait.ts';
import { askAll, type ExpertAnswer } from './ask-all.ts';
import type { AskDraft, Followed } from './ask-draft.ts';
import { pendingOperations } from './pending-operations.ts';

export interface Asking extends NetworkWaiting {
  /** A press while one runs does nothing. */
  readonly ask: (draft: AskDraft, need: string) => Promise<void>;
  readonly busy: boolean;
  /** The last answer of each expert, in the order they were asked. */
  readonly answers: readonly ExpertAnswer[];
}

interface AskingProps {
  readonly laureateId: string;
  /** Of the draft that is sent. */
  readonly draftKey: string;
  readonly followed: Followed | undefined;
  /** From staff, for what they ask in a laureate's name. */
  readonly askedBy?: AskedBy | undefined;
  /** Keeps what is left to ask: a page closed in the middle finds it again. */
  readonly onAsked: (left: AskDraft) => void;
}

/** One operation an expert, whose id is kept while its outcome is unknown: trying again gives the first answer, and asks nobody twice. */
export function useAsking({ laureateId, draftKey, followed, askedBy, onAsked }: AskingProps): Asking {
  const [busy, setBusy] = useState(false);
  const [answers, setAnswers] = useState<readonly ExpertAnswer[]>([]);
  const running = useRef(false);
  const { wait, takeBack, options } = useNetworkWait();
  const [pending] = useState(() => pendingOperations(localStorage, `${draftKey}.operations`, Date.now));
  const send = async (command: Command) => {
    const asked = { ...command, ...(askedBy !== undefined && { askedBy }) };
    const intention = JSON.stringify(asked);
    const operationId = pending.idOf(intention, newOperationId);
    const outcome = await call('missionAction', { ...asked, operationId, missionId: null, laureateId }, options());
    if (!isRefusal(outcome) || !outcomeIsUnknown(outcome)) pending.settle(intention);
    return outcome;
  };
  const onAnswer = (answer: ExpertAnswer) =>
    setAnswers((before) => [...before.filter(({ expertId }) => expertId !== answer.expertId), answer]);
  const ask = async (draft: AskDraft, need: string) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    await askAll(draft, { need, followed, send, onAnswer, onAsked });
    running.current = false;
    setBusy(false);
  };
  return { ask, busy, answers, wait, takeBack };
}
