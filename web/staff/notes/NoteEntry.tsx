import { dayOf } from '@sur-mesure/functions/domain/calendar';
import { noteActions } from '@sur-mesure/functions/domain/notes/decide';
import { type NoteRow, type NoteSubject, noteKinds } from '@sur-mesure/functions/domain/notes/note';
import { useState } from 'preact/hooks';
import { useOperation } from '../../common/api/useOperation.ts';
import { Button } from '../../common/button/Button.tsx';
import { RadioField } from '../../common/field/ChoiceFields.tsx';
import { DateField, TextAreaField, TextField } from '../../common/field/TextField.tsx';
import type { FieldError } from '../../common/notice/Notice.tsx';
import { OperationOutcome } from '../../common/notice/OperationOutcome.tsx';
import { emptyNote, noteErrors, noteFieldId, type TypedNote, writeCommand } from './note-words.ts';

interface NoteEntryProps {
  readonly about: NoteSubject;
  /** The note that this one corrects. */
  readonly corrected: NoteRow | undefined;
  readonly done: (message: string) => void;
  readonly cancel: () => void;
}

/** One field for a note; a call asks two things more. */
export function NoteEntry({ about, corrected, done, cancel }: NoteEntryProps) {
  const today = dayOf(Date.now());
  const [typed, setTyped] = useState(() => firstTyped(corrected, today));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const { run, busy, ...outcome } = useOperation('noteAction');
  const field = <Name extends keyof TypedNote>(name: Name) => {
    const id = noteFieldId(name);
    return {
      id,
      value: typed[name],
      error: errors.find(({ fieldId }) => fieldId === id)?.message,
      onInput: (value: TypedNote[Name]) => setTyped({ ...typed, [name]: value }),
    };
  };
  const send = async () => {
    const found = noteErrors(typed);
    setErrors(found);
    const [first] = found;
    if (first !== undefined) return document.getElementById(first.fieldId)?.focus();
    const answer = await run((operationId) => ({
      ...writeCommand(about, typed, corrected?.noteId ?? null),
      operationId,
    }));
    if (answer !== undefined) done(answer.done);
  };
  return (
    <form
      class="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {corrected !== undefined && <p>Vous corrigez une note : l’ancienne reste, la vôtre vient après.</p>}
      <RadioField {...field('kind')} label="Que gardez-vous ?" choices={kinds} />
      {typed.kind === 'call' && (
        <div class="row row-top">
          <TextField {...field('withWhom')} label="Avec qui ?" width="medium" maxLength={200} />
          <DateField {...field('calledOn')} label="Quel jour ?" max={today} />
        </div>
      )}
      <TextAreaField {...field('text')} label="Ce que l’équipe doit retenir" rows={3} maxLength={10_000} />
      <DateField {...field('followUpOn')} label="Y revenir le" optional min={today} />
      <OperationOutcome {...outcome} nothing="rien n’est enregistré" />
      <div class="row">
        <Button tone="primary" type="submit" busy={busy}>
          {noteActions.write.label}
        </Button>
        {corrected !== undefined && (
          <Button tone="quiet" onClick={cancel}>
            Ne pas corriger
          </Button>
        )}
      </div>
    </form>
  );
}

const kinds = [
  { value: 'note', label: noteKinds.note },
  { value: 'call', label: noteKinds.call },
] as const;

function firstTyped(corrected: NoteRow | undefined, today: string): TypedNote {
  if (corrected === undefined) return emptyNote(today);
  const { kind, text, withWhom, calledOn } = corrected;
  return { ...emptyNote(today), kind, text, withWhom, calledOn: calledOn ?? today };
}
