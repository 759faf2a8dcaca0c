import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { Notice, RefusalNotice } from '../notice/Notice.tsx';
import type { FileActing } from './useFileAction.ts';

/** What the last action about a file answered. */
export function ActionAnswer({ acting: { answer } }: { readonly acting: FileActing }) {
  if (answer === undefined) return null;
  if (isRefusal(answer)) return <RefusalNotice refusal={answer} />;
  return (
    <Notice tone="success" announced>
      <p>{answer.done}</p>
    </Notice>
  );
}
