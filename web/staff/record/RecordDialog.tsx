import { laureateRowOf } from '@sur-mesure/functions/domain/laureates/actions';
import type { LaureateFileView } from '@sur-mesure/functions/domain/laureates/views';
import { useState } from 'preact/hooks';
import { newOperationId } from '../../common/api/call.ts';
import { useCall } from '../../common/api/useCall.ts';
import { Dialog } from '../../common/dialog/Dialog.tsx';
import { type FieldError, RefusalNotice } from '../../common/notice/Notice.tsx';
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
  const [operationId] = useState(newOperationId);
  const { run, busy, refusal } = useCall('laureateAction');
  const confirm = async () => {
    const found = recordErrors(action, typed);
    setErrors(found);
    const [first] = found;
    if (first !== undefined) return document.getElementById(first.fieldId)?.focus();
    const answer = await run({ ...recordCommandOf(action, typed), operationId, laureateId: file.laureateId });
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
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
    </Dialog>
  );
}
