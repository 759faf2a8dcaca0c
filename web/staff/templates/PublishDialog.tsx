import { LONGEST_REASON } from '@sur-mesure/functions/domain/versions/change';
import type { TemplateView } from '@sur-mesure/functions/domain/views';
import { useState } from 'preact/hooks';
import { useOperation } from '../../common/api/useOperation.ts';
import { Dialog } from '../../common/dialog/Dialog.tsx';
import { TextAreaField } from '../../common/field/TextField.tsx';
import { RefusalNotice } from '../../common/notice/Notice.tsx';
import { Difference } from './Difference.tsx';
import type { TypedTemplate } from './typed-template.ts';

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
  const { run, busy, refusal } = useOperation('saveTemplate');
  const { template, inForce, nextNumber } = view;
  const missing = reason.trim() === '';
  const confirm = async () => {
    setAsked(true);
    if (missing) {
      document.getElementById(REASON_FIELD)?.focus();
      return;
    }
    const answer = await run((operationId) => ({
      ...{ operationId, template, action: 'publish', ...typed, basedOn: inForce.version, reason },
    }));
    if (answer === undefined) onStale();
    else done(answer.done);
  };
  return (
    <Dialog
      open
      title={`Publier la version ${nextNumber} ?`}
      confirmLabel={`Publier la version ${nextNumber}`}
      busy={busy}
      onConfirm={() => void confirm()}
      onCancel={close}
    >
      <p>Les documents demandés à partir de maintenant la suivront ; ceux qui sont déjà émis ne changent pas.</p>
      <Difference before={inForce.source} after={typed.source} />
      <TextAreaField
        id={REASON_FIELD}
        label="Pourquoi changez-vous ce modèle ?"
        hint="Ces mots restent dans l’historique."
        error={asked && missing ? 'Dites pourquoi en une phrase.' : undefined}
        rows={2}
        maxLength={LONGEST_REASON}
        value={reason}
        onInput={setReason}
      />
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
    </Dialog>
  );
}
