import type { FileRow } from '@sur-mesure/functions/domain/missions/views';
import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { DoneNotice } from '../notice/DoneNotice.tsx';
import { RefusalNotice } from '../notice/Notice.tsx';
import type { FileActing } from './useFileAction.ts';

interface ActionAnswerProps {
  readonly acting: FileActing;
  /** Said above the list that the file is in: near the hand, and still there when the file leaves the list. */
  readonly files: readonly FileRow[];
}

/** What the last action about one of these files answered. */
export function ActionAnswer({ acting: { answered }, files }: ActionAnswerProps) {
  if (answered === undefined || !files.some(({ fileId }) => fileId === answered.fileId)) return null;
  if (isRefusal(answered.answer)) return <RefusalNotice refusal={answered.answer} />;
  return <DoneNotice done={answered.answer.done} />;
}
