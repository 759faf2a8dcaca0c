import type { Instant } from '@sur-mesure/functions/domain/calendar';
import type { TemplateView } from '@sur-mesure/functions/domain/templates/views';
import { useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { OperationOutcome } from '../../common/notice/OperationOutcome.tsx';
import { DateText } from '../../common/words/DateText.tsx';
import { DiscardDraft } from './DiscardDraft.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import type { TypedTemplate } from './typed-template.ts';
import { useTemplateCommand } from './useTemplateCommand.ts';

interface DraftActionsProps {
  readonly view: TemplateView;
  readonly typed: TypedTemplate;
  /** The service keeps this text, since that instant. */
  readonly onSaved: (draftSavedAt: Instant | null) => void;
  readonly onPublished: (message: string) => void;
  readonly onDiscarded: (message: string) => void;
  readonly onStale: () => void;
}

/** What becomes of the text that is typed. */
export function DraftActions({ view, typed, onSaved, onPublished, onDiscarded, onStale }: DraftActionsProps) {
  const { template, draft, nextNumber } = view;
  const [publishing, setPublishing] = useState(false);
  const { ask, busy, ...outcome } = useTemplateCommand(template, {
    done: ({ draftSavedAt }) => onSaved(draftSavedAt),
    onStale,
  });
  const published = (message: string) => {
    setPublishing(false);
    onPublished(message);
  };
  return (
    <>
      <div class="row">
        <Button tone="primary" opens="dialog" onClick={() => setPublishing(true)}>
          Publier la version {nextNumber}
        </Button>
        <Button busy={busy} onClick={() => void ask({ action: 'saveDraft', ...typed })}>
          Enregistrer le brouillon
        </Button>
        {draft !== null && <DiscardDraft {...{ view, draft, onStale }} done={onDiscarded} />}
      </div>
      <p class="small muted" role="status">
        {draft !== null && (
          <>
            {draft.source === typed.source ? 'Brouillon enregistré' : 'Dernier brouillon enregistré'} le{' '}
            <DateText instant={draft.savedAt} hour />, {draft.by.name}
          </>
        )}
      </p>
      <OperationOutcome {...outcome} />
      {publishing && (
        <PublishDialog {...{ view, typed, onStale }} done={published} close={() => setPublishing(false)} />
      )}
    </>
  );
}
