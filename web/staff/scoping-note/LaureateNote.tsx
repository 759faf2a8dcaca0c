import { scopingNoteActions } from '@sur-mesure/functions/domain/scoping-notes/actions';
import type { ScopingNote } from '@sur-mesure/functions/domain/scoping-notes/note';
import { useState } from 'preact/hooks';
import { useOperation } from '../../common/api/useOperation.ts';
import { Button } from '../../common/button/Button.tsx';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { TextAreaField } from '../../common/field/TextField.tsx';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { NoteVersions } from '../../common/note/NoteVersions.tsx';
import { Recommendations } from '../../common/note/Recommendations.tsx';
import { DoneNotice } from '../../common/notice/DoneNotice.tsx';
import { OperationOutcome } from '../../common/notice/OperationOutcome.tsx';
import { RecommendForm } from './RecommendForm.tsx';

/** A laureate's note as the team reads it: every version, the answer to the one in force, and what was recommended. */
export function LaureateNote({ laureateId }: { readonly laureateId: string }) {
  const loading = useView({ name: 'scopingNotes', laureateId });
  const [done, setDone] = useState<string>();
  const onDone = (message: string) => {
    setDone(message);
    loading.reload();
  };
  return (
    <>
      <DoneNotice done={done && `${done}.`} />
      <Loaded loading={loading}>
        {(view) => {
          const { versions, recommendations, acts } = view;
          return (
            <>
              {versions[0] === undefined ? (
                <EmptyState>La note de cadrage n’est pas encore remise : aucune mission ne peut démarrer.</EmptyState>
              ) : (
                acts && (
                  <AnswerForm key={versions[0].version} laureateId={laureateId} note={versions[0]} onDone={onDone} />
                )
              )}
              <NoteVersions view={view} refresh={loading.refresh} />
              <Recommendations recommendations={recommendations} />
              {acts && <RecommendForm laureateId={laureateId} onDone={onDone} />}
            </>
          );
        }}
      </Loaded>
    </>
  );
}

interface AnswerFormProps {
  readonly laureateId: string;
  readonly note: ScopingNote;
  readonly onDone: (message: string) => void;
}

/** « en échange avec l’équipe » : accepted, or to be changed and why. */
function AnswerForm({ laureateId, note: { version, answer }, onDone }: AnswerFormProps) {
  const [message, setMessage] = useState('');
  const [error, setError] = useState<string>();
  const { run, busy, ...outcome } = useOperation('scopingNoteAction');
  const send = async (action: 'accept' | 'askForChanges') => {
    const missing = scopingNoteActions[action].needsMessage && message.trim() === '';
    setError(missing ? 'Écrivez à la manufacture ce qu’elle doit changer.' : undefined);
    if (missing) return document.getElementById('note-message')?.focus();
    const done = await run((operationId) => ({ action, version, message, laureateId, operationId }));
    if (done !== undefined) onDone(done.done);
  };
  return (
    <section class="stack" aria-labelledby="answer-title">
      <h2 id="answer-title">Votre réponse à la version {version}</h2>
      <TextAreaField
        id="note-message"
        label="Message à la manufacture"
        hint="Ses membres le reçoivent par courriel et le lisent sous la note."
        optional
        rows={3}
        maxLength={2000}
        error={error}
        value={message}
        onInput={setMessage}
      />
      <OperationOutcome {...outcome} nothing="rien n’est envoyé" />
      <div class="row">
        {answer?.kind !== 'accept' && (
          <Button tone="primary" busy={busy} onClick={() => send('accept')}>
            {scopingNoteActions.accept.label}
          </Button>
        )}
        <Button busy={busy} onClick={() => send('askForChanges')}>
          {scopingNoteActions.askForChanges.label}
        </Button>
      </div>
    </section>
  );
}
