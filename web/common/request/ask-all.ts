import type { MissionActionResult } from '@sur-mesure/functions/domain/api';
import type { Command } from '@sur-mesure/functions/domain/missions/actions';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { outcomeIsUnknown, takenBack } from '../api/refusals.ts';
import { type AskDraft, afterAsking, askCommand, type Followed } from './ask-draft.ts';

/** What became of one expert's request. */
export interface ExpertAnswer {
  readonly expertId: string;
  readonly outcome: MissionActionResult | Refusal;
}

/** Of an expert’s request that has no mission to show: a cut connection says nothing of what the server did; one taken back never left. */
export function failureTitle(refusal: Refusal): string {
  if (refusal.code === takenBack.code) return 'La demande est annulée';
  return outcomeIsUnknown(refusal) ? 'Nous ne savons pas si la demande est partie' : 'La demande n’est pas partie';
}

interface AskingAll {
  readonly need: string;
  readonly followed: Followed | undefined;
  readonly send: (command: Command) => Promise<ExpertAnswer['outcome']>;
  readonly onAnswer: (answer: ExpertAnswer) => void;
  /** After each request that left: what is still to be asked, to be kept. */
  readonly onAsked: (left: AskDraft) => void;
}

/**
 * Asks each expert of the draft, one after the other: the first makes the need that the others join. A refusal by the rules is that expert's alone; a cut
 * connection stops there, since nobody knows whether a need was made that the next ones would join.
 */
export async function askAll(draft: AskDraft, { need, followed, send, onAnswer, onAsked }: AskingAll): Promise<void> {
  let left = draft;
  for (const expertId of draft.expertIds) {
    const outcome = await send(askCommand(left, expertId, { need, followed }));
    onAnswer({ expertId, outcome });
    if (!isRefusal(outcome)) {
      left = afterAsking(left, { expertId, missionId: outcome.missionId }, followed);
      onAsked(left);
    } else if (outcomeIsUnknown(outcome)) return;
  }
}
