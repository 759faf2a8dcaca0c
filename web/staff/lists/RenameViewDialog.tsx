import { type SavedViewRow, viewActions } from '@sur-mesure/functions/domain/lists/saved-views';
import { useState } from 'preact/hooks';
import { Dialog } from '../../common/dialog/Dialog.tsx';
import { RefusalNotice } from '../../common/notice/Notice.tsx';
import { ViewNameField } from './KeepViewDialog.tsx';
import { useViewAction } from './useViewAction.ts';

interface RenameViewDialogProps {
  readonly view: SavedViewRow;
  readonly done: (message: string) => void;
  readonly close: () => void;
}

export function RenameViewDialog({ view, done, close }: RenameViewDialogProps) {
  const [name, setName] = useState(view.name);
  const { act, busy, refusal } = useViewAction();
  const confirm = async () => {
    const { id: viewId, keeper, revision } = view;
    const answer = await act({ action: 'rename', keeper, viewId, revision, name });
    if (answer !== undefined) done(answer.done);
  };
  return (
    <Dialog
      open
      title={`Renommer « ${view.name} » ?`}
      confirmLabel={viewActions.rename.label}
      busy={busy}
      onConfirm={confirm}
      onCancel={close}
    >
      <ViewNameField name={name} onInput={setName} />
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
    </Dialog>
  );
}
