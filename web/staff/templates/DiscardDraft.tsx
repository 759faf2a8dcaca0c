import { type DraftTemplate, versionName } from '@sur-mesure/functions/domain/templates/versions';
import type { TemplateView } from '@sur-mesure/functions/domain/templates/views';
import { useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { Dialog } from '../../common/dialog/Dialog.tsx';
import { OperationOutcome } from '../../common/notice/OperationOutcome.tsx';
import { useTemplateCommand } from './useTemplateCommand.ts';

interface DiscardDraftProps {
  readonly view: TemplateView;
  readonly draft: DraftTemplate;
  readonly done: (message: string) => void;
  readonly onStale: () => void;
}

/** The one thing here that can't be undone. */
export function DiscardDraft({ view: { template, inForce }, draft, done, onStale }: DiscardDraftProps) {
  const [open, setOpen] = useState(false);
  const discarded = (answer: { readonly done: string }) => {
    setOpen(false);
    done(answer.done);
  };
  const { ask, busy, ...outcome } = useTemplateCommand(template, { done: discarded, onStale });
  return (
    <>
      <Button tone="quiet" opens="dialog" onClick={() => setOpen(true)}>
        Abandonner le brouillon
      </Button>
      {open && (
        <Dialog
          open
          title="Abandonner ce brouillon ?"
          confirmLabel="Abandonner le brouillon"
          tone="danger"
          busy={busy}
          onConfirm={() => void ask({ action: 'discardDraft', draftSavedAt: draft.savedAt })}
          onCancel={() => {
            outcome.takeBack();
            setOpen(false);
          }}
        >
          <p>
            Le texte que {draft.by.name} a enregistré sera perdu. La page reprendra ce qui est en vigueur :{' '}
            {versionName(inForce.version)}.
          </p>
          <OperationOutcome {...outcome} />
        </Dialog>
      )}
    </>
  );
}
