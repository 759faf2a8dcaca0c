import type { SavedViewRow, SavedViews as Views } from '@sur-mesure/functions/domain/lists/saved-views';
import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { useView } from '../../common/loading/Loaded.tsx';
import { DoneNotice } from '../../common/notice/DoneNotice.tsx';
import { Notice } from '../../common/notice/Notice.tsx';
import { useDone } from '../../common/notice/useDone.ts';
import type { Address } from '../../common/page/address.ts';
import { KeepViewDialog } from './KeepViewDialog.tsx';
import { type ListWords, leftOut, savedSearch } from './list-address.ts';
import { RemovedView } from './RemovedView.tsx';
import { ViewInForceLine } from './ViewInForceLine.tsx';
import { savedListOf, type ViewInForce, viewAddress, viewInForce } from './view-in-force.ts';
import './saved-views.css';

interface SavedViewsProps<Filters extends object, Sort extends string> {
  readonly words: ListWords<Filters, Sort>;
  readonly address: Address;
}

/**
 * The views of a list, a link each. Above its fields, so that nothing moves while it is filtered. They are read beside the list, which never waits for them and
 * is shown without them when they can't be read.
 */
export function SavedViews<Filters extends object, Sort extends string>(props: SavedViewsProps<Filters, Sort>) {
  const { words, address } = props;
  const loading = useView({ name: 'savedViews' });
  const { answer } = loading;
  return (
    <>
      <LeftOut left={leftOut(words, address.parameters)} />
      {answer !== undefined && !isRefusal(answer) && (
        <Shown key={address.arrivals} {...{ words, address }} kept={answer} reload={loading.refresh} />
      )}
    </>
  );
}

/** What a view or a link of before asked for, and the list knows no more. */
function LeftOut({ left }: { readonly left: readonly string[] }) {
  if (left.length === 0) return null;
  return (
    <Notice tone="warning" title="Une partie de cette adresse est laissée de côté">
      <p>La liste ne la connaît pas, ou plus : {left.map((one) => `« ${one} »`).join(', ')}. Le reste est appliqué.</p>
    </Notice>
  );
}

interface ShownProps<Filters extends object, Sort extends string> extends SavedViewsProps<Filters, Sort> {
  readonly kept: Views;
  readonly reload: () => void;
}

function Shown<Filters extends object, Sort extends string>({
  words,
  address,
  kept,
  reload,
}: ShownProps<Filters, Sort>) {
  const { heading, done, say } = useDone();
  const [keeping, setKeeping] = useState(false);
  const [removed, setRemoved] = useState<SavedViewRow>();
  const list = savedListOf(words);
  const views = kept.views.filter((view) => view.list === list);
  const inForce = viewInForce(words, address.parameters, views);
  const search = savedSearch(words, address.parameters);
  const finish = (message: string, viewId: string | null) => {
    setKeeping(false);
    setRemoved(undefined);
    address.refine(cameFrom(viewId));
    reload();
    say(message);
  };
  const keep = <KeepButton {...{ inForce, search }} onKeep={() => setKeeping(true)} />;
  return (
    <section class="saved-views stack stack-tight" aria-labelledby="saved-views-title">
      <h2 class="overline" id="saved-views-title" ref={heading} tabIndex={-1}>
        Vues gardées
      </h2>
      <DoneNotice done={done} />
      {removed !== undefined && <RemovedView view={removed} restored={finish} />}
      <Links views={views} inForce={inForce?.view.id} />
      {inForce === null ? (
        <div>{keep}</div>
      ) : (
        <ViewInForceLine
          key={`${inForce.view.id}-${inForce.view.revision}`}
          {...{ ...inForce, search, mayShare: kept.mayShare, done: finish }}
          removed={(message, revision) => {
            finish(message, null);
            setRemoved({ ...inForce.view, revision });
          }}
        >
          {keep}
        </ViewInForceLine>
      )}
      {keeping && list !== null && (
        <KeepViewDialog {...{ list, search, mayShare: kept.mayShare, done: finish, close: () => setKeeping(false) }} />
      )}
    </section>
  );
}

interface KeepButtonProps {
  readonly inForce: ViewInForce | null;
  readonly search: string;
  readonly onKeep: () => void;
}

/** Nothing to keep while the list shows a view as it is. */
function KeepButton({ inForce, search, onKeep }: KeepButtonProps) {
  if (inForce !== null && !inForce.changed) return null;
  return (
    <Button
      id="keep-view"
      tone="quiet"
      opens="dialog"
      unavailable={search === '' ? 'Choisissez d’abord un critère, un ordre ou des colonnes.' : undefined}
      onClick={onKeep}
    >
      {inForce === null ? 'Garder cette vue' : 'Garder comme une autre vue'}
    </Button>
  );
}

const groups = [
  { keeper: 'own', title: 'Les miennes' },
  { keeper: 'team', title: 'De l’équipe' },
] as const satisfies readonly { keeper: SavedViewRow['keeper']; title: string }[];

function Links({ views, inForce }: { readonly views: readonly SavedViewRow[]; readonly inForce: string | undefined }) {
  return groups.map(({ keeper, title }) => {
    const ofKeeper = views.filter((view) => view.keeper === keeper);
    if (ofKeeper.length === 0) return null;
    return (
      <nav key={keeper} class="saved-views-group" aria-label={`Vues gardées : ${title.toLowerCase()}`}>
        <span class="small muted">{title}</span>
        <ul class="saved-views-links">
          {ofKeeper.map((view) => (
            <li key={view.id}>
              <a class="saved-view" href={viewAddress(view)} aria-current={view.id === inForce ? 'true' : undefined}>
                {view.name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    );
  });
}

/** The same lines, by another name or by none. Of the address as it is now: a filter may have been chosen while the answer came. */
function cameFrom(viewId: string | null): URLSearchParams {
  const next = new URLSearchParams(location.search);
  if (viewId === null) next.delete('gardee');
  else next.set('gardee', viewId);
  return next;
}
