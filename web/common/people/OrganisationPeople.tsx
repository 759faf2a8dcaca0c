import type { People } from '@sur-mesure/functions/domain/access/views';
import type { Organisation } from '@sur-mesure/functions/domain/people/people';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../button/Button.tsx';
import { DayLog } from '../day-log/DayLog.tsx';
import { EmptyState } from '../empty-state/EmptyState.tsx';
import { Loaded, useView } from '../loading/Loaded.tsx';
import { DoneNotice } from '../notice/DoneNotice.tsx';
import { useDone } from '../notice/useDone.ts';
import { InviteDialog } from './InviteDialog.tsx';
import { journalSentence } from './journal-words.ts';
import { PersonDialog } from './PersonDialog.tsx';
import { type ChosenAction, PersonLine } from './PersonLine.tsx';
import { inOrder } from './person-words.ts';
import '../person-lines/person-lines.css';
import './people.css';

interface OrganisationPeopleProps {
  readonly organisation: Organisation;
  /** Uid of who is signed in. */
  readonly reader: string;
  /** The heading: « Les personnes », « L’équipe ». */
  readonly title: string;
  /** The page is about nothing else, and says so in its own title. */
  readonly alone?: boolean;
  /** What the reader should know before, under the heading. */
  readonly children?: ComponentChildren;
}

/**
 * The people of a laureate, of an expert's company or of the programme's team, for whoever may read them. The server says what each reader
 * may do about each person; without any such action this is a list to read.
 */
export function OrganisationPeople({ organisation, reader, title, alone = false, children }: OrganisationPeopleProps) {
  const loading = useView({ name: 'people', organisation });
  const { heading, done, say } = useDone(alone);
  const finish = (message: string) => {
    say(message);
    loading.refresh();
  };
  return (
    <section class="stack" aria-labelledby="people-title">
      <h2 id="people-title" ref={heading} tabIndex={-1} class={alone ? 'visually-hidden' : undefined}>
        {title}
      </h2>
      {children}
      <DoneNotice done={done} />
      <Loaded loading={loading}>
        {(people) => <Rows people={people} reader={reader} alone={alone} done={finish} />}
      </Loaded>
    </section>
  );
}

interface RowsProps {
  readonly people: People;
  readonly reader: string;
  readonly alone: boolean;
  readonly done: (message: string) => void;
}

function Rows({ people: view, reader, alone, done }: RowsProps) {
  const { people, organisation, organisationName, mayInvite, journal } = view;
  const [inviting, setInviting] = useState(false);
  const [chosen, setChosen] = useState<ChosenAction>();
  const finish = (message: string) => {
    setInviting(false);
    setChosen(undefined);
    done(message);
  };
  return (
    <>
      {people.length === 0 ? (
        <EmptyState>Personne n’est encore inscrit ici.</EmptyState>
      ) : (
        <ul class="person-lines">
          {inOrder(people).map((person) => (
            <PersonLine key={person.uid} person={person} actions={person.actions} choose={setChosen} />
          ))}
        </ul>
      )}
      {mayInvite.length > 0 && (
        <div>
          <Button tone={alone ? 'primary' : 'secondary'} opens="dialog" onClick={() => setInviting(true)}>
            Inviter une personne
          </Button>
        </div>
      )}
      {inviting && (
        <InviteDialog
          {...{ organisation, organisationName, mayInvite }}
          done={finish}
          close={() => setInviting(false)}
        />
      )}
      {chosen !== undefined && (
        <PersonDialog
          action={chosen.action}
          subject={{ person: chosen.person, people, organisation, organisationName, reader }}
          done={finish}
          close={() => setChosen(undefined)}
        />
      )}
      <Journal journal={journal} />
    </>
  );
}

const firstLines = 5;

function Journal({ journal }: Pick<People, 'journal'>) {
  const [whole, setWhole] = useState(false);
  if (journal.length === 0) return null;
  const shown = whole ? journal : journal.slice(0, firstLines);
  return (
    <section class="stack people-journal" aria-labelledby="people-journal-title">
      <h3 id="people-journal-title">Journal des personnes</h3>
      <DayLog
        rows={shown.map((row, index) => ({
          id: `${row.at}.${index}`,
          at: row.at,
          sentence: journalSentence(row),
          note: row.reason,
        }))}
      />
      {shown.length < journal.length && (
        <div>
          <Button onClick={() => setWhole(true)}>Voir tout le journal</Button>
        </div>
      )}
    </section>
  );
}
