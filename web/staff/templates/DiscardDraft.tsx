import { type DraftTemplate, versionName } from '@sur-mesure/functions/domain/templates/versions';
import type { TemplateView } from '@sur-mesure/functions/domain/views';
import { useState } from 'preact/hooks';
import { useOperation } from '../../common/api/useOperation.ts';
import { Button } from '../../common/button/Button.tsx';
import { Dialog } from '../../common/dialog/Dialog.tsx';
import { RefusalNotice } from '../../common/notice/Notice.tsx';

interface DiscardDraftProps {
  readonly view: TemplateView;
  readonly draft: DraftTemplate;
  readonly done: (message: string) => void;
  readonly onStale: () => void;
}

/** The one thing here that can't be undone. */
export function DiscardDraft({ view: { template, inForce }, draft, done, onStale }: DiscardDraftProps) {
  const [open, setOpen] = useState(false);
  const { run, busy, refusal } = useOperation('saveTemplate');
  const confirm = async () => {
    const answer = await run((operationId) => ({
      ...{ operationId, template, action: 'discardDraft', draftSavedAt: draft.savedAt },
    }));
    if (answer === undefined) return onStale();
    setOpen(false);
    done(answer.done);
  };
  return (
    <>
      <Button tone="quiet" onClick={() => setOpen(true)}>
        Abandonner le brouillon
      </Button>
      {open && (
        <Dialog
          open
          title="Abandonner ce brouillon ?"
          confirmLabel="Abandonner le brouillon"
          tone="danger"
          busy={busy}
          onConfirm={() => void confirm()}
          onCancel={() => setOpen(false)}
        >
          <p>
            Le texte que {draft.by.name} a enregistré sera perdu. La page reprendra ce qui est en vigueur :{' '}
            {versionName(inForce.version)}.
          </p>
          {refusal !== undefined && <RefusalNotice refusal={refusal} />}
        </Dialog>
      )}
    </>
  );
}
