import { forms } from '@sur-mesure/functions/domain/programme/forms';
import { defaultSettings } from '@sur-mesure/functions/domain/programme/settings';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import type { LaureateHome } from '@sur-mesure/functions/domain/views';
import { useEffect, useRef, useState } from 'preact/hooks';
import { call } from '../common/api/call.ts';
import { Button } from '../common/button/Button.tsx';
import { depositPiece, earlierDeposit } from '../common/deposit.ts';
import { useDraft } from '../common/draft.ts';
import { RadioField } from '../common/field/ChoiceFields.tsx';
import { FileField } from '../common/field/FileField.tsx';
import { SubthemeField } from '../common/field/SubthemeField.tsx';
import { FormQuestions } from '../common/form/FormQuestions.tsx';
import { ErrorSummary, type FieldError, Notice, RefusalNotice } from '../common/notice/Notice.tsx';
import { DateText } from '../common/words/DateText.tsx';
import { emptyNote, isNoteDraft, type NoteDraft, noteErrors, noteInput } from './note-draft.ts';

interface NoteEditorProps {
  readonly person: string;
  readonly home: LaureateHome;
  readonly onDone: (version: number) => void;
}

const ways = [
  { value: 'form', label: 'Écrire la note ici', hint: 'Quatre questions. Votre texte est gardé à mesure.' },
  { value: 'file', label: 'Déposer un PDF', hint: 'Votre note est déjà rédigée.' },
] as const;

/** The scoping note, kept on the device at each keystroke, handed in by one press. */
export function NoteEditor({ person, home, onDone }: NoteEditorProps) {
  const { draft, errors, errorOf, refusal, busy, handIn, changed } = useNoteHandIn({ person, home, onDone });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // A revision opens on a press of a button that is no longer there.
    if (home.note !== null) form.current?.focus();
  }, [home.note]);
  const note = draft.value;
  const change = (part: Partial<NoteDraft>) => draft.change({ ...note, ...part });
  return (
    <form
      ref={form}
      tabIndex={-1}
      aria-label="Note de cadrage"
      class="stack stack-loose"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        handIn();
      }}
    >
      <ErrorSummary errors={errors} />
      <Restored from={draft.restoredFrom} />
      <SubthemeField
        id="subthemes"
        label="Sur quoi souhaitez-vous un accompagnement ?"
        hint="Ouvrez un thème pour voir ses sous-thématiques. Vous pouvez en choisir plusieurs."
        error={errorOf('subthemes')}
        values={note.subthemes}
        onInput={(subthemes) => change({ subthemes })}
      />
      <RadioField
        id="way"
        label="Votre note"
        choices={ways}
        value={note.way}
        onInput={(way) => {
          change({ way });
          changed();
        }}
      />
      <NoteContent laureateId={home.laureateId} note={note} errorOf={errorOf} onInput={change} />
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
      <div>
        <Button type="submit" tone="primary" busy={busy}>
          Remettre la note de cadrage
        </Button>
      </div>
    </form>
  );
}

function useNoteHandIn({ person, home, onDone }: NoteEditorProps) {
  const draft = useDraft(`${person}.note.${home.laureateId}`, emptyNote(home.note?.subthemes ?? []), isNoteDraft);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  const missing = noteErrors(draft.value);
  // Told on the press, taken back as soon as the field is right.
  const errorOf = (fieldId: string) =>
    errors.length === 0 ? undefined : missing.find((error) => error.fieldId === fieldId)?.message;
  const handIn = async () => {
    setErrors(missing);
    if (missing.length > 0 || busy) return;
    setBusy(true);
    const answer = await call('handInScopingNote', noteInput(home.laureateId, draft.value));
    setBusy(false);
    if (isRefusal(answer)) return setRefusal({ ...answer });
    draft.clear();
    onDone(answer.version);
  };
  return { draft, errors, errorOf, refusal, busy, handIn, changed: () => setErrors([]) };
}

function Restored({ from }: { readonly from: number | undefined }) {
  if (from === undefined) return null;
  return (
    <Notice title="Votre texte a été repris">
      <p>
        Il était gardé sur cet appareil depuis le <DateText instant={from} hour />.
      </p>
    </Notice>
  );
}

interface NoteContentProps {
  readonly laureateId: string;
  readonly note: NoteDraft;
  readonly errorOf: (fieldId: string) => string | undefined;
  readonly onInput: (part: Partial<NoteDraft>) => void;
}

function NoteContent({ laureateId, note, errorOf, onInput }: NoteContentProps) {
  if (note.way === 'file') {
    return (
      <NoteFile
        laureateId={laureateId}
        error={errorOf('note-file')}
        sentName={note.file?.name}
        onSent={(file) => onInput({ file })}
      />
    );
  }
  const errors = forms.scopingNote.sections
    .flatMap(({ questions }) => questions)
    .flatMap(({ id }) => ({ questionId: id, message: errorOf(id) ?? '' }))
    .filter(({ message }) => message !== '');
  return (
    <FormQuestions
      form={forms.scopingNote}
      answers={note.answers}
      errors={errors}
      onInput={(answers) => onInput({ answers })}
    />
  );
}

interface NoteFileProps {
  readonly laureateId: string;
  readonly error: string | undefined;
  readonly sentName: string | undefined;
  readonly onSent: (file: NonNullable<NoteDraft['file']>) => void;
}

function NoteFile({ laureateId, error, sentName, onSent }: NoteFileProps) {
  const target = { piece: 'scopingNote', missionId: null, laureateId } as const;
  return (
    <FileField
      id="note-file"
      label="Le PDF de votre note"
      error={error}
      endings={['pdf']}
      largestBytes={defaultSettings.largestBindingFile}
      {...(sentName === undefined ? {} : { sentName })}
      send={async (file, sending) => {
        const sent = await depositPiece(target, file, sending);
        if (isRefusal(sent)) return sent;
        onSent({ fileId: sent.fileId, name: file.name });
        return undefined;
      }}
      earlier={() => earlierDeposit(target, ({ fileId, name }) => onSent({ fileId, name }))}
    />
  );
}
