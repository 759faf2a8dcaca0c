import { type SavedViewRow, viewActions } from '@sur-mesure/functions/domain/lists/saved-views';
import { Button } from '../../common/button/Button.tsx';
import { RefusalNotice } from '../../common/notice/Notice.tsx';
import { useViewAction } from './useViewAction.ts';

interface RemovedViewProps {
  /** With the revision of its removal. */
  readonly view: SavedViewRow;
  readonly restored: (message: string, viewId: string) => void;
}

/** The way back from a removal, for as long as one stays on the list. */
export function RemovedView({ view, restored }: RemovedViewProps) {
  const { act, busy, refusal } = useViewAction();
  const restore = async () => {
    const { id: viewId, keeper, revision } = view;
    const answer = await act({ action: 'restore', keeper, viewId, revision });
    if (answer !== undefined) restored(answer.done, answer.viewId);
  };
  return (
    <>
      <div>
        <Button busy={busy} onClick={restore}>
          {viewActions.restore.label} « {view.name} »
        </Button>
      </div>
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
    </>
  );
}
