import type { NoteRow } from '@sur-mesure/functions/domain/notes/note';
import { useState } from 'preact/hooks';
import { useOperation } from '../../common/api/useOperation.ts';
import { Dialog } from '../../common/dialog/Dialog.tsx';
import { TextAreaField } from '../../common/field/TextField.tsx';
import { OperationOutcome } from '../../common/notice/OperationOutcome.tsx';

interface WithdrawNoteProps {
  readonly note: NoteRow;
  readonly done: (message: string) => void;
  readonly close: () => void;
}

export function WithdrawNote({ note, done, close }: WithdrawNoteProps) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const { run, busy, ...outcome } = useOperation('noteAction');
  const confirm = async () => {
    if (reason.trim() === '') {
      setError('Dites pourquoi en une phrase : elle reste à la place de la note.');
      return document.getElementById('withdraw-reason')?.focus();
    }
    const answer = await run((operationId) => ({
      action: 'withdraw',
      noteId: note.noteId,
      reason: reason.trim(),
      operationId,
    }));
    if (answer !== undefined) done(answer.done);
  };
  return (
    <Dialog
      open
      title="Retirer cette note ?"
      confirmLabel="Retirer la note"
      tone="danger"
      busy={busy}
      onConfirm={confirm}
      onCancel={close}
    >
      <p>Ses mots ne se lisent plus. Sa place, votre nom et votre raison restent.</p>
      <TextAreaField
        id="withdraw-reason"
        label="Pourquoi ?"
        error={error}
        rows={2}
        maxLength={500}
        value={reason}
        onInput={setReason}
      />
      <OperationOutcome {...outcome} nothing="rien n’est enregistré" />
    </Dialog>
  );
}
