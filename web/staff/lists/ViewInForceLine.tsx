import { type SavedViewRow, viewActions } from '@sur-mesure/functions/domain/lists/saved-views';
import { useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { RefusalNotice } from '../../common/notice/Notice.tsx';
import { RenameViewDialog } from './RenameViewDialog.tsx';
import { useViewAction } from './useViewAction.ts';
import { viewAddress } from './view-in-force.ts';

interface ViewInForceLineProps {
  readonly view: SavedViewRow;
  readonly changed: boolean;
  /** What the list shows now. */
  readonly search: string;
  readonly mayShare: boolean;
  readonly done: (message: string, viewId: string) => void;
  readonly removed: (message: string, revision: number) => void;
}

/** The view that the list shows, whose it is, whether the list still shows it, and what may be done of it. */
export function ViewInForceLine({ view, changed, search, mayShare, done, removed }: ViewInForceLineProps) {
  const [renaming, setRenaming] = useState(false);
  const replacing = useViewAction();
  const removing = useViewAction();
  const { id: viewId, keeper, revision } = view;
  const ofView = { keeper, viewId, revision };
  const replace = async () => {
    const answer = await replacing.act({ action: 'replace', ...ofView, search });
    if (answer !== undefined) done(answer.done, viewId);
  };
  const remove = async () => {
    const answer = await removing.act({ action: 'remove', ...ofView });
    if (answer !== undefined) removed(answer.done, answer.revision);
  };
  const refusal = replacing.refusal ?? removing.refusal;
  return (
    <>
      <p role="status">
        {changed ? 'La liste a changé depuis' : 'La liste montre'} « {view.name} »{whose(view)}.{' '}
        {changed && <a href={viewAddress(view)}>Revenir à cette vue</a>}
      </p>
      {(keeper === 'own' || mayShare) && (
        <div class="row">
          {changed && (
            <Button busy={replacing.busy} onClick={replace}>
              {viewActions.replace.label} « {view.name} »
            </Button>
          )}
          <Button tone="quiet" onClick={() => setRenaming(true)}>
            {viewActions.rename.label}
          </Button>
          <Button tone="quiet" busy={removing.busy} onClick={remove}>
            {viewActions.remove.label}
          </Button>
        </div>
      )}
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
      {renaming && (
        <RenameViewDialog view={view} done={(message) => done(message, viewId)} close={() => setRenaming(false)} />
      )}
    </>
  );
}

/** Of the team's: who made it, and who changed it since. */
function whose({ keeper, byName, changedByName }: SavedViewRow): string {
  if (keeper === 'own') return '';
  return `, vue de l’équipe faite par ${byName}${changedByName === null ? '' : ` et changée par ${changedByName}`}`;
}
