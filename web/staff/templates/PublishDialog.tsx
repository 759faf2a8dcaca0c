import type { TemplateView } from '@sur-mesure/functions/domain/templates/views';
import { useState } from 'preact/hooks';
import { Dialog } from '../../common/dialog/Dialog.tsx';
import { OperationOutcome } from '../../common/notice/OperationOutcome.tsx';
import { ReasonField } from '../versions/ReasonField.tsx';
import { reasonError } from '../versions/reason.ts';
import { Difference } from './Difference.tsx';
import type { TypedTemplate } from './typed-template.ts';
import { useTemplateCommand } from './useTemplateCommand.ts';

interface PublishDialogProps {
  readonly view: TemplateView;
  readonly typed: TypedTemplate;
  readonly done: (message: string) => void;
  readonly close: () => void;
  /** Somebody saved or published first. */
  readonly onStale: () => void;
}

const REASON_FIELD = 'template-reason';

/** What changes for those who will read the document, and why: read before it is in force. */
export function PublishDialog({ view, typed, done, close, onStale }: PublishDialogProps) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const { template, inForce, nextNumber } = view;
  const { ask, busy, ...outcome } = useTemplateCommand(template, { done: (answer) => done(answer.done), onStale });
  const missing = reasonError(reason);
  const confirm = () => {
    setAsked(true);
    if (missing === undefined) void ask({ action: 'publish', ...typed, basedOn: inForce.version, reason });
    else document.getElementById(REASON_FIELD)?.focus();
  };
  return (
    <Dialog
      open
      title={`Publier la version ${nextNumber} ?`}
      confirmLabel={`Publier la version ${nextNumber}`}
      busy={busy}
      onConfirm={confirm}
      onCancel={close}
    >
      <p>Les documents demandés à partir de maintenant la suivront ; ceux qui sont déjà émis ne changent pas.</p>
      <Difference before={inForce.source} after={typed.source} />
      <ReasonField
        id={REASON_FIELD}
        what="ce modèle"
        error={asked ? missing : undefined}
        value={reason}
        onInput={setReason}
      />
      <OperationOutcome {...outcome} nothing="rien n’est publié" />
    </Dialog>
  );
}
