import { laureateRowOf } from '@sur-mesure/functions/domain/laureates/actions';
import type { LaureateFileView } from '@sur-mesure/functions/domain/laureates/views';
import { useState } from 'preact/hooks';
import { useOperation } from '../../common/api/useOperation.ts';
import { Dialog } from '../../common/dialog/Dialog.tsx';
import type { FieldError } from '../../common/notice/Notice.tsx';
import { OperationOutcome } from '../../common/notice/OperationOutcome.tsx';
import { RecordFields } from './RecordFields.tsx';
import {
  confirmTone,
  firstTyped,
  type RecordDialogName,
  recordCommandOf,
  recordErrors,
  recordWords,
} from './record-words.ts';

interface RecordDialogProps {
  readonly action: RecordDialogName;
  readonly file: LaureateFileView;
  readonly done: (message: string) => void;
  readonly close: () => void;
}

/** Says what follows, asks what the action needs and nothing else, and acts. */
export function RecordDialog({ action, file, done, close }: RecordDialogProps) {
  const { title, follows } = recordWords[action];
  const [typed, setTyped] = useState(() => firstTyped(file));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const { run, busy, ...outcome } = useOperation('laureateAction');
  const confirm = async () => {
    const found = recordErrors(action, typed);
    setErrors(found);
    const [first] = found;
    if (first !== undefined) return document.getElementById(first.fieldId)?.focus();
    const answer = await run((operationId) => ({
      ...recordCommandOf(action, typed),
      operationId,
      laureateId: file.laureateId,
    }));
    if (answer !== undefined) done(answer.done);
  };
  return (
    <Dialog
      open
      title={title(file.laureateName)}
      confirmLabel={laureateRowOf(action).label}
      tone={confirmTone(action)}
      busy={busy}
      onConfirm={confirm}
      onCancel={close}
    >
      {follows(file).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <RecordFields {...{ action, file, typed, errors }} onInput={setTyped} />
      <OperationOutcome {...outcome} nothing="rien n’est enregistré" />
    </Dialog>
  );
}
