import type { Accesses, AccessGrant } from '@sur-mesure/functions/domain/access/views';
import { useState } from 'preact/hooks';
import { EmptyState } from '../empty-state/EmptyState.tsx';
import { Loaded, useView } from '../loading/Loaded.tsx';
import { DoneNotice } from '../notice/DoneNotice.tsx';
import { useDone } from '../notice/useDone.ts';
import type { GrantActionName } from './access-words.ts';
import { GrantDialog } from './GrantDialog.tsx';
import { GrantLine } from './GrantLine.tsx';
import { Openings } from './Openings.tsx';
import '../person-lines/person-lines.css';
import './accesses.css';

interface DossierAccessesProps {
  readonly laureateId: string;
  /** Where a mission is read, in the reader's own space. */
  readonly missionAddress: (missionId: string) => string;
}

/** Who may read a dossier, until when, and who opened what: the laureate's own page, and staff's, who may cut and extend. */
export function DossierAccesses({ laureateId, missionAddress }: DossierAccessesProps) {
  const loading = useView({ name: 'accesses', laureateId, before: null });
  const { heading, done, say } = useDone();
  const finish = (message: string) => {
    say(message);
    loading.refresh();
  };
  return (
    <>
      <section class="stack" aria-labelledby="grants-title">
        <h2 id="grants-title" ref={heading} tabIndex={-1}>
          Qui peut lire ce dossier
        </h2>
        <DoneNotice done={done} />
        <Loaded loading={loading}>
          {(accesses) => <Grants accesses={accesses} missionAddress={missionAddress} done={finish} />}
        </Loaded>
      </section>
      <section class="stack" aria-labelledby="openings-title">
        <h2 id="openings-title">Qui a ouvert quoi, quand</h2>
        <Loaded loading={loading}>
          {(accesses) => <Openings key={accesses.openings[0]?.at} accesses={accesses} />}
        </Loaded>
      </section>
    </>
  );
}

interface GrantsProps {
  readonly accesses: Accesses;
  readonly missionAddress: (missionId: string) => string;
  readonly done: (message: string) => void;
}

function Grants({ accesses: { grants, acts, laureateId }, missionAddress, done }: GrantsProps) {
  const [chosen, setChosen] = useState<{ readonly action: GrantActionName; readonly grant: AccessGrant }>();
  const close = () => setChosen(undefined);
  if (grants.length === 0) {
    return (
      <EmptyState>
        Aucun expert n’a accès à ce dossier. Il s’ouvre à une personne quand une mission lui est demandée et qu’elle a
        déclaré n’avoir aucun intérêt dans la manufacture ; il se referme de lui-même ensuite.
      </EmptyState>
    );
  }
  return (
    <>
      <ul class="person-lines">
        {grants.map((grant) => (
          <GrantLine
            key={grant.uid}
            grant={grant}
            missionAddress={missionAddress}
            choose={acts ? (action) => setChosen({ action, grant }) : undefined}
          />
        ))}
      </ul>
      {chosen !== undefined && (
        <GrantDialog
          {...{ laureateId, ...chosen, close }}
          done={(message) => {
            close();
            done(message);
          }}
        />
      )}
    </>
  );
}
