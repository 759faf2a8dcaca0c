import type { People } from '@sur-mesure/functions/domain/api';
import type { Organisation } from '@sur-mesure/functions/domain/people/people';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../button/Button.tsx';
import { DayLog } from '../day-log/DayLog.tsx';
import { EmptyState } from '../empty-state/EmptyState.tsx';
import { Loaded, useView } from '../loading/Loaded.tsx';
import { Notice } from '../notice/Notice.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { journalSentence } from './journal-words.ts';
import { PersonDialog } from './PersonDialog.tsx';
import { type ChosenAction, PersonLine } from './PersonLine.tsx';
import { inOrder } from './person-words.ts';
import './people.css';

interface OrganisationPeopleProps {
  readonly organisation: Organisation;
  /** The heading: « Les personnes », « L’équipe ». */
  readonly title: string;
  /** What the reader should know before, under the heading. */
  readonly children?: ComponentChildren;
}

/**
 * The people of a laureate, of an expert's company or of the programme's team, for whoever may read them. The server says what each reader
 * may do about each person; without any such action this is a list to read.
 */
export function OrganisationPeople({ organisation, title, children }: OrganisationPeopleProps) {
  const loading = useView({ name: 'people', organisation });
  const heading = useRef<HTMLHeadingElement>(null);
  const [done, setDone] = useState<{ readonly message: string }>();
  const finish = (message: string) => {
    setDone({ message });
    loading.refresh();
    // The button that was pressed may not outlive what it did.
    heading.current?.focus();
  };
  return (
    <section class="stack" aria-labelledby="people-title">
      <h2 id="people-title" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
      {done !== undefined && <Done {...done} />}
      <Loaded loading={loading}>{(people) => <Rows people={people} done={finish} />}</Loaded>
    </section>
  );
}

/** The same sentence said twice is announced twice. */
function Done({ message }: { readonly message: string }) {
  return (
    <Notice tone="success" announced>
      <p>{message}</p>
    </Notice>
  );
}

interface RowsProps {
  readonly people: People;
  readonly done: (message: string) => void;
}

function Rows({ people: view, done }: RowsProps) {
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
        <ul class="people">
          {inOrder(people).map((person) => (
            <PersonLine key={person.uid} person={person} actions={person.actions} choose={setChosen} />
          ))}
        </ul>
      )}
      {mayInvite.length > 0 && (
        <div>
          <Button tone="primary" onClick={() => setInviting(true)}>
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
          subject={{ person: chosen.person, people, organisation, organisationName }}
          done={finish}
          close={() => setChosen(undefined)}
        />
      )}
      <Journal journal={journal} />
    </>
  );
}

function Journal({ journal }: Pick<People, 'journal'>) {
  if (journal.length === 0) return null;
  return (
    <details class="more-people">
      <summary>Journal des personnes</summary>
      <DayLog
        rows={journal.map((row, index) => ({
          id: `${row.at}.${index}`,
          at: row.at,
          sentence: journalSentence(row),
          note: row.reason,
        }))}
      />
    </details>
  );
}
