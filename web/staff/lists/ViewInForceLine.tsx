import { type SavedViewRow, viewActions } from '@sur-mesure/functions/domain/lists/saved-views';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { RefusalNotice } from '../../common/notice/Notice.tsx';
import { RemoveViewDialog } from './RemoveViewDialog.tsx';
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
  /** What may be done of the list itself, beside what may be done of the view. */
  readonly children: ComponentChildren;
}

/** The view that the list shows, whose it is, whether the list still shows it, and what may be done of it. */
export function ViewInForceLine(props: ViewInForceLineProps) {
  const { view, changed, search, mayShare, done, removed, children } = props;
  const [renaming, setRenaming] = useState(false);
  const [asking, setAsking] = useState(false);
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
  const mayChange = keeper === 'own' || mayShare;
  const shared = keeper === 'team';
  const refusal = replacing.refusal ?? (asking ? undefined : removing.refusal);
  return (
    <>
      <p role="status">
        {changed ? 'La liste a changé depuis' : 'La liste montre'} « {view.name} »{whose(view)}.{' '}
        {changed && <a href={viewAddress(view)}>Revenir à cette vue</a>}
      </p>
      <div class="row">
        {mayChange && changed && (
          <Button busy={replacing.busy} onClick={replace}>
            {viewActions.replace.label} « {view.name} »
          </Button>
        )}
        {children}
        {mayChange && (
          <>
            <Button tone="quiet" opens="dialog" onClick={() => setRenaming(true)}>
              {viewActions.rename.label}
            </Button>
            <Button
              tone="quiet"
              busy={removing.busy}
              opens={shared ? 'dialog' : undefined}
              onClick={shared ? () => setAsking(true) : remove}
            >
              {viewActions.remove.label}
            </Button>
          </>
        )}
      </div>
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
      {asking && (
        <RemoveViewDialog
          {...{ view, busy: removing.busy, refusal: removing.refusal }}
          confirm={remove}
          close={() => setAsking(false)}
        />
      )}
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
