import type { NoteRow, NoteSubject } from '@sur-mesure/functions/domain/notes/note';
import { useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { DoneNotice } from '../../common/notice/DoneNotice.tsx';
import { useDone } from '../../common/notice/useDone.ts';
import { DateText } from '../../common/words/DateText.tsx';
import { NoteEntry } from './NoteEntry.tsx';
import { callLine, correctedIn } from './note-words.ts';
import { WithdrawNote } from './WithdrawNote.tsx';

/** The team's own notes and calls, newest first, with a quick entry above them. */
export function StaffNotes({ about }: { readonly about: NoteSubject }) {
  const loading = useView({ name: 'notes', about });
  const { heading, done, say } = useDone();
  const [times, setTimes] = useState(0);
  const [corrected, setCorrected] = useState<NoteRow>();
  const finish = (message: string) => {
    setCorrected(undefined);
    setTimes(times + 1);
    say(message);
    loading.refresh();
  };
  return (
    <section class="stack" aria-labelledby="notes-title">
      <h2 id="notes-title" ref={heading} tabIndex={-1}>
        Notes et appels
      </h2>
      <p class="muted">Pour l’équipe France Tiers-Lieux seulement : personne d’autre ne les lit.</p>
      <DoneNotice done={done} />
      <NoteEntry
        key={`${times}-${corrected?.noteId ?? ''}`}
        {...{ about, corrected }}
        done={finish}
        cancel={() => setCorrected(undefined)}
      />
      <Loaded loading={loading}>{({ notes }) => <Lines notes={notes} correct={setCorrected} done={finish} />}</Loaded>
    </section>
  );
}

interface LinesProps {
  readonly notes: readonly NoteRow[];
  readonly correct: (note: NoteRow) => void;
  readonly done: (message: string) => void;
}

function Lines({ notes, correct, done }: LinesProps) {
  const [withdrawing, setWithdrawing] = useState<NoteRow>();
  if (notes.length === 0) return <EmptyState>Personne n’a encore rien noté.</EmptyState>;
  const superseded = correctedIn(notes);
  const close = () => setWithdrawing(undefined);
  return (
    <>
      <ul class="stack plain-list">
        {notes.map((note) => (
          <li key={note.noteId} class="card stack stack-tight">
            <Line note={note} isCorrected={superseded.has(note.noteId)} />
            {note.withdrawn === null && (
              <div class="row">
                <Button tone="quiet" onClick={() => correct(note)}>
                  Corriger
                </Button>
                {note.mayWithdraw && (
                  <Button tone="quiet" opens="dialog" onClick={() => setWithdrawing(note)}>
                    Retirer
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {withdrawing !== undefined && (
        <WithdrawNote
          note={withdrawing}
          close={close}
          done={(message) => {
            close();
            done(message);
          }}
        />
      )}
    </>
  );
}

function Line({ note, isCorrected }: { readonly note: NoteRow; readonly isCorrected: boolean }) {
  const { at, byName, text, followUpOn, correctsId, withdrawn } = note;
  const call = callLine(note);
  return (
    <>
      <p class="small muted">
        {byName}, le <DateText instant={at} hour />
        {correctsId !== null && ' · corrige une note plus ancienne'}
        {isCorrected && ' · corrigée plus haut'}
      </p>
      {call !== undefined && <p>{call}</p>}
      {withdrawn === null ? (
        <p class="typed">{text}</p>
      ) : (
        <p class="muted">
          Retirée le <DateText instant={withdrawn.at} /> : {withdrawn.reason}
        </p>
      )}
      {followUpOn !== null && withdrawn === null && (
        <p>
          À reprendre le <DateText day={followUpOn} relative />
        </p>
      )}
    </>
  );
}
