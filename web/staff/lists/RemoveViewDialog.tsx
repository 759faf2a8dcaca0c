import { type SavedViewRow, viewActions } from '@sur-mesure/functions/domain/lists/saved-views';
import { Dialog } from '../../common/dialog/Dialog.tsx';
import { RefusalNotice } from '../../common/notice/Notice.tsx';
import type { ViewActing } from './useViewAction.ts';

interface RemoveViewDialogProps extends Pick<ViewActing, 'busy' | 'refusal'> {
  readonly view: SavedViewRow;
  readonly confirm: () => void;
  readonly close: () => void;
}

/** A view of the team goes for everybody, and only whoever took it away has the button that puts it back. */
export function RemoveViewDialog({ view, busy, refusal, confirm, close }: RemoveViewDialogProps) {
  return (
    <Dialog
      open
      title={`Retirer « ${view.name} » ?`}
      confirmLabel={`${viewActions.remove.label} la vue`}
      busy={busy}
      onConfirm={confirm}
      onCancel={close}
    >
      <p>
        Cette vue est à toute l’équipe : personne ne la verra plus. Vous pourrez la remettre tant que vous restez ici.
      </p>
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
    </Dialog>
  );
}
