import type { Form } from '@sur-mesure/functions/domain/forms/form';
import { inPriority, noteChanges, type ScopingNote } from '@sur-mesure/functions/domain/scoping-notes/note';
import type { ScopingNotes } from '@sur-mesure/functions/domain/scoping-notes/views';
import { call } from '../api/call.ts';
import { Button } from '../button/Button.tsx';
import { useAskedDocument } from '../loading/asked-document.ts';
import { DocumentComing } from '../loading/DocumentComing.tsx';
import { DateText } from '../words/DateText.tsx';
import { NoteReading } from './NoteReading.tsx';
import { answerWords, changeSentence } from './note-words.ts';

interface NoteVersionsProps {
  readonly view: ScopingNotes;
  readonly refresh: () => void;
}

/** Every version, the one in force open, each with what it changed and what the team answered. */
export function NoteVersions({ view, refresh }: NoteVersionsProps) {
  const { laureateId, versions, answeredIn, mustBeAccepted, printed } = view;
  const { ask, coming, refusal } = useAskedDocument<`${number}`>({
    documents: printed,
    refresh,
    request: (version, operationId) =>
      call('makeDocument', { asked: { document: 'scopingNote', laureateId, version: Number(version) }, operationId }),
  });
  return (
    <div class="stack">
      <DocumentComing {...{ coming, refusal }} />
      {versions.map((note, index) => (
        <details key={note.version} id={`version-${note.version}`} class="card" open={index === 0}>
          <summary>
            Version {note.version}, remise le <DateText instant={note.at} />
            {note.byName !== '' && ` par ${note.byName}`}
          </summary>
          <div class="stack">
            <Answer note={note} mustBeAccepted={index === 0 && mustBeAccepted} />
            <Changes note={note} before={versions[index + 1]} />
            <NoteReading
              at={note.at}
              subthemes={inPriority(note)}
              answered={answeredOf(note, answeredIn)}
              needs={note.content.kind === 'form' ? note.content.needs : {}}
            />
            {note.content.kind === 'form' && (
              <div class="row">
                <Button busy={coming === `${note.version}`} onClick={() => ask(`${note.version}`)}>
                  Télécharger la version {note.version} (PDF)
                </Button>
              </div>
            )}
          </div>
        </details>
      ))}
    </div>
  );
}

function answeredOf({ content }: ScopingNote, forms: readonly Form[]) {
  if (content.kind === 'file') return null;
  const form = forms.find(({ version }) => version === content.formVersion);
  return form === undefined ? null : { form, answers: content.answers };
}

function Answer({ note, mustBeAccepted }: { readonly note: ScopingNote; readonly mustBeAccepted: boolean }) {
  const { answer } = note;
  return (
    <div class="stack stack-tight">
      <p>
        {answerWords(note, mustBeAccepted)}
        {answer !== null && (
          <>
            , {answer.byName}, le <DateText instant={answer.at} />
          </>
        )}
      </p>
      {answer !== null && answer.message !== '' && <blockquote class="typed said">{answer.message}</blockquote>}
    </div>
  );
}

function Changes({ note, before }: { readonly note: ScopingNote; readonly before: ScopingNote | undefined }) {
  if (before === undefined) return null;
  const changes = noteChanges(before, note);
  return (
    <div class="stack stack-tight">
      <p class="small muted">Par rapport à la version {before.version} :</p>
      {changes.length === 0 ? (
        <p>Les mêmes sous-thématiques ; seul le reste a pu changer.</p>
      ) : (
        <ul>
          {changes.map((change) => (
            <li key={change.subtheme}>{changeSentence(change)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
