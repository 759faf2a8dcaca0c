import type { Registration } from '@sur-mesure/functions/domain/experts/registration';
import { useState } from 'preact/hooks';
import { Button, ButtonLink } from '../common/button/Button.tsx';
import { Dialog } from '../common/dialog/Dialog.tsx';
import type { SyncedDraft } from '../common/drafts/useSyncedDraft.ts';
import { Notice } from '../common/notice/Notice.tsx';
import { DateText } from '../common/words/DateText.tsx';
import { of } from '../common/words/typography.ts';

interface RestoredDraftProps {
  readonly draft: SyncedDraft<Registration>;
  /** What « afresh » goes back to. */
  readonly initial: Registration;
  readonly afresh: string;
  /** What becomes of the text, said before it is left. */
  readonly consequence: string;
  /** Where nobody is signed in, the text may be another person's: its copy elsewhere is then left alone, and what led to it forgotten. */
  readonly onLeave?: () => void;
  /** The page on which something is missing; null where one is already there. */
  readonly goOn: { readonly href: string; readonly title: string } | null;
}

/** Says that a text found on arrival was taken back, leads to where one left it, and offers to leave it. */
export function RestoredDraft({ draft, initial, afresh, consequence, onLeave, goOn }: RestoredDraftProps) {
  const [asking, setAsking] = useState(false);
  if (draft.restoredFrom === undefined) return null;
  const startAfresh = () => {
    setAsking(false);
    if (onLeave === undefined) return draft.change(initial);
    onLeave();
    draft.leave();
  };
  return (
    <Notice title={draft.restoredBy ? `Le texte ${of(draft.restoredBy)} est repris` : 'Votre texte est repris'}>
      <div class="stack stack-tight">
        <p>
          Il a été gardé le <DateText instant={draft.restoredFrom} hour />.
        </p>
        {onLeave !== undefined && <p>Ce n’est pas vous ? Repartez d’une page vide avant d’écrire.</p>}
        <div class="row">
          {goOn !== null && <ButtonLink href={goOn.href}>Continuer à « {goOn.title} »</ButtonLink>}
          <Button tone="quiet" opens="dialog" onClick={() => setAsking(true)}>
            {afresh}
          </Button>
        </div>
        <Dialog
          open={asking}
          title={`${afresh} ?`}
          confirmLabel={afresh}
          tone="danger"
          onConfirm={startAfresh}
          onCancel={() => setAsking(false)}
        >
          <p>{consequence}</p>
        </Dialog>
      </div>
    </Notice>
  );
}
