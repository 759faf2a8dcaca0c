import type { Registration } from '@sur-mesure/functions/domain/experts/registration';
import { useState } from 'preact/hooks';
import { Button, ButtonLink } from '../common/button/Button.tsx';
import type { SyncedDraft } from '../common/drafts/useSyncedDraft.ts';
import { Notice } from '../common/notice/Notice.tsx';
import { DateText } from '../common/words/DateText.tsx';

interface RestoredDraftProps {
  readonly draft: SyncedDraft<Registration>;
  /** What « afresh » goes back to. */
  readonly initial: Registration;
  readonly afresh: string;
  /** The page on which something is missing; null where one is already there. */
  readonly goOn: { readonly href: string; readonly title: string } | null;
}

/** Says that a text found on arrival was taken back, leads to where one left it, and offers to leave it. */
export function RestoredDraft({ draft, initial, afresh, goOn }: RestoredDraftProps) {
  const [shown, setShown] = useState(draft.restoredFrom !== undefined);
  if (!shown) return null;
  const startAfresh = () => {
    draft.change(initial);
    // Kept elsewhere too, it is the empty page that is kept there from now on: the link still leads to it.
    if (draft.sync === null) draft.clear();
    setShown(false);
  };
  return (
    <Notice title="Votre texte est repris">
      <div class="stack stack-tight">
        <p>
          Il a été gardé le <DateText instant={draft.restoredFrom ?? 0} hour />.
        </p>
        <div class="row">
          {goOn !== null && <ButtonLink href={goOn.href}>Continuer à « {goOn.title} »</ButtonLink>}
          <Button tone="quiet" onClick={startAfresh}>
            {afresh}
          </Button>
        </div>
      </div>
    </Notice>
  );
}
