import type { MissionActionResult } from '@sur-mesure/functions/domain/api';
import type { Command } from '@sur-mesure/functions/domain/missions/actions';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { useRef, useState } from 'preact/hooks';
import { call, newOperationId } from '../../common/api/call.ts';
import { outcomeIsUnknown } from '../../common/api/refusals.ts';
import { type AskDraft, afterAsking, askCommand, type Followed } from './ask-draft.ts';

/** What became of one expert's request. */
export interface ExpertAnswer {
  readonly expertId: string;
  readonly outcome: MissionActionResult | Refusal;
}

export interface Asking {
  /** Asks each expert of the draft, one after the other: the first makes the need that the others join. A press while one runs does nothing. */
  readonly ask: (draft: AskDraft, need: string) => Promise<void>;
  readonly busy: boolean;
  /** The last answer of each expert, in the order they were asked. */
  readonly answers: readonly ExpertAnswer[];
}

interface AskingProps {
  readonly laureateId: string;
  readonly followed: Followed | undefined;
  /** Keeps what is left to ask: a page closed in the middle finds it again. */
  readonly onAsked: (left: AskDraft) => void;
}

/**
 * One operation an expert, whose id is kept while its outcome is unknown: trying again gives the first answer, and asks nobody twice. A cut
 * connection stops there, since nobody knows whether a need was made that the next ones would join; a refusal by the rules is that expert's alone.
 */
export function useAsking({ laureateId, followed, onAsked }: AskingProps): Asking {
  const [busy, setBusy] = useState(false);
  const [answers, setAnswers] = useState<readonly ExpertAnswer[]>([]);
  const running = useRef(false);
  const pending = useRef(new Map<string, string>());
  const one = async (command: Command) => {
    const intention = JSON.stringify(command);
    const operationId = pending.current.get(intention) ?? newOperationId();
    pending.current.set(intention, operationId);
    const outcome = await call('missionAction', { ...command, operationId, missionId: null, laureateId });
    if (!isRefusal(outcome) || !outcomeIsUnknown(outcome)) pending.current.delete(intention);
    return outcome;
  };
  const ask = async (draft: AskDraft, need: string) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    let left = draft;
    for (const expertId of draft.expertIds) {
      const outcome = await one(askCommand(left, expertId, { need, followed }));
      setAnswers((before) => [...before.filter((answer) => answer.expertId !== expertId), { expertId, outcome }]);
      if (!isRefusal(outcome)) {
        left = afterAsking(left, { expertId, missionId: outcome.missionId }, followed);
        onAsked(left);
      } else if (outcomeIsUnknown(outcome)) break;
    }
    running.current = false;
    setBusy(false);
  };
  return { ask, busy, answers };
}
