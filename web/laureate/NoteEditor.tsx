import { type Form, questionsOf } from '@sur-mesure/functions/domain/forms/form';
import type { LaureateHome } from '@sur-mesure/functions/domain/laureates/views';
import { defaultSettings } from '@sur-mesure/functions/domain/programme/settings';
import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import type { ScopingNote } from '@sur-mesure/functions/domain/scoping-notes/note';
import { useEffect, useRef } from 'preact/hooks';
import { useOperation } from '../common/api/useOperation.ts';
import { Button } from '../common/button/Button.tsx';
import { depositPiece, earlierDeposit } from '../common/deposit.ts';
import { useDraft } from '../common/draft.ts';
import { RadioField } from '../common/field/ChoiceFields.tsx';
import { FileField } from '../common/field/FileField.tsx';
import { SubthemeField } from '../common/field/SubthemeField.tsx';
import { BlankForm } from '../common/form/BlankForm.tsx';
import { FormQuestions } from '../common/form/FormQuestions.tsx';
import { useToldErrors } from '../common/form/told-errors.ts';
import { changeSentence } from '../common/note/note-words.ts';
import { ErrorSummary, Notice } from '../common/notice/Notice.tsx';
import { OperationOutcome } from '../common/notice/OperationOutcome.tsx';
import { DateText } from '../common/words/DateText.tsx';
import { NeedFields } from './NeedFields.tsx';
import {
  changesSoFar,
  emptyNote,
  isNoteDraft,
  type NoteDraft,
  noteErrors,
  noteInput,
  revisionOf,
} from './note-draft.ts';

interface NoteEditorProps {
  readonly person: string;
  readonly home: LaureateHome;
  /** The version in force, which a revision starts from. */
  readonly before: ScopingNote | undefined;
  /** In force. */
  readonly form: Form;
  readonly onDone: (version: number) => void;
}

const ways = [
  {
    value: 'form',
    label: 'Écrire la note ici',
    hint: 'Un besoin par sous-thématique, puis quelques questions. Votre texte est gardé à mesure.',
  },
  { value: 'file', label: 'Déposer un PDF', hint: 'Votre note est déjà rédigée.' },
] as const;

/** The scoping note, kept on the device at each keystroke, handed in by one press. */
export function NoteEditor(props: NoteEditorProps) {
  const { home, before, form: asked } = props;
  const { draft, errors, errorOf, outcome, busy, handIn, changed } = useNoteHandIn(props);
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
      <NoteContent laureateId={home.laureateId} form={asked} note={note} errorOf={errorOf} onInput={change} />
      {before !== undefined && <ChangesSoFar form={asked} before={before} note={note} />}
      <OperationOutcome {...outcome} nothing="rien n’est remis" />
      <div>
        <Button type="submit" tone="primary" busy={busy}>
          Remettre la note de cadrage
        </Button>
      </div>
    </form>
  );
}

function useNoteHandIn({ person, home, before, form, onDone }: NoteEditorProps) {
  const initial = before === undefined ? emptyNote(home.note?.subthemes ?? []) : revisionOf(before);
  const draft = useDraft(`${person}.note.${home.laureateId}`, initial, isNoteDraft);
  const { run, busy, ...outcome } = useOperation('handInScopingNote');
  const basedOn = before?.version ?? 0;
  const { errors, errorOf, complete, forget } = useToldErrors(noteErrors(form, draft.value));
  const handIn = async () => {
    if (!complete()) return;
    const answer = await run((operationId) =>
      noteInput(form, draft.value, { laureateId: home.laureateId, basedOn, operationId }),
    );
    if (answer === undefined) return;
    draft.clear();
    onDone(answer.version);
  };
  return { draft, errors, errorOf, outcome, busy, handIn, changed: forget };
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

interface ChangesSoFarProps {
  readonly form: Form;
  readonly before: ScopingNote;
  readonly note: NoteDraft;
}

/** Said while one writes, so that a revision changes what it means to and nothing else. */
function ChangesSoFar({ form, before, note }: ChangesSoFarProps) {
  const changes = changesSoFar(form, before, note);
  return (
    <section class="stack stack-tight" aria-labelledby="changes-title">
      <h2 id="changes-title">Ce qui change par rapport à la version {before.version}</h2>
      {changes.length === 0 ? (
        <p class="muted">Aucune sous-thématique ne change pour l’instant.</p>
      ) : (
        <ul>
          {changes.map((change) => (
            <li key={change.subtheme}>{changeSentence(change)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface NoteContentProps {
  readonly laureateId: string;
  readonly form: Form;
  readonly note: NoteDraft;
  readonly errorOf: (fieldId: string) => string | undefined;
  readonly onInput: (part: Partial<NoteDraft>) => void;
}

function NoteContent({ laureateId, form, note, errorOf, onInput }: NoteContentProps) {
  if (note.way === 'file') {
    return (
      <>
        <BlankForm form="scopingNote">
          <p>
            Vous préférez écrire chez vous ? Voici les mêmes questions dans un document à remplir, puis à exporter en
            PDF.
          </p>
        </BlankForm>
        <NoteFile
          laureateId={laureateId}
          error={errorOf('note-file')}
          sentName={note.file?.name}
          onSent={(file) => onInput({ file })}
        />
      </>
    );
  }
  const errors = questionsOf(form)
    .flatMap(({ id }) => ({ questionId: id, message: errorOf(id) ?? '' }))
    .filter(({ message }) => message !== '');
  return (
    <>
      <NeedFields note={note} errorOf={errorOf} onInput={(needs) => onInput({ needs })} />
      <FormQuestions form={form} answers={note.answers} errors={errors} onInput={(answers) => onInput({ answers })} />
    </>
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
