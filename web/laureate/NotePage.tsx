import type { LaureateHome } from '@sur-mesure/functions/domain/laureates/views';
import { useState } from 'preact/hooks';
import { Button, ButtonLink } from '../common/button/Button.tsx';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import { NoteVersions } from '../common/note/NoteVersions.tsx';
import { Recommendations } from '../common/note/Recommendations.tsx';
import { Notice } from '../common/notice/Notice.tsx';
import { returnToTop } from '../common/page/address.ts';
import { Turn } from '../common/turn/Turn.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { noteStep } from './note-step.ts';
import { HomeLoaded, SpaceFrame, type SpaceProps } from './SpaceFrame.tsx';
import './laureate.css';

export function NotePage(space: SpaceProps) {
  return (
    <SpaceFrame space={space} title="Note de cadrage" current="note">
      <HomeLoaded space={space}>{(home, reload) => <Note {...{ space, home, reload }} />}</HomeLoaded>
    </SpaceFrame>
  );
}

interface NoteProps {
  readonly space: SpaceProps;
  readonly home: LaureateHome;
  readonly reload: () => void;
}

function Note({ space, home, reload }: NoteProps) {
  const loading = useView({ name: 'scopingNotes', laureateId: home.laureateId });
  const [handedIn, setHandedIn] = useState<number>();
  const [revising, setRevising] = useState(false);
  const { note } = home;
  const done = (version: number) => {
    setHandedIn(version);
    setRevising(false);
    reload();
    loading.reload();
    returnToTop();
  };
  const edits = revising || (note === null && handedIn === undefined);
  const step = noteStep(home);
  return (
    <>
      {handedIn !== undefined && (
        <Notice tone="success" title={`Note de cadrage remise, version ${handedIn}`} announced>
          <p>
            {home.requestRefusal ??
              'Vous pouvez demander une mission. Les experts que vous choisirez liront cette note.'}
          </p>
        </Notice>
      )}
      {step !== null && handedIn === undefined && (
        <Turn whose={step.yours ? 'À vous' : 'À l’équipe France Tiers-Lieux'} yours={step.yours}>
          <p>{step.sentence}</p>
        </Turn>
      )}
      <Loaded loading={loading}>
        {(view) => (
          <>
            {edits ? (
              <NoteEditor
                person={space.visit.user.uid}
                home={home}
                before={view.versions[0]}
                form={view.form}
                onDone={done}
              />
            ) : (
              <Actions space={space} home={home} onRevise={() => setRevising(true)} />
            )}
            <Recommendations recommendations={view.recommendations} />
            <NoteVersions view={view} refresh={loading.refresh} />
          </>
        )}
      </Loaded>
    </>
  );
}

interface ActionsProps extends Pick<NoteProps, 'space' | 'home'> {
  readonly onRevise: () => void;
}

function Actions({ space, home, onRevise }: ActionsProps) {
  const toRevise = home.note?.answer === 'askForChanges';
  return (
    <div class="row">
      {home.requestRefusal === null && (
        <ButtonLink href={space.addresses.request} tone={toRevise ? 'secondary' : 'primary'}>
          Demander une mission
        </ButtonLink>
      )}
      <Button tone={toRevise ? 'primary' : 'secondary'} onClick={onRevise}>
        Réviser la note
      </Button>
      <a href={space.addresses.dossier}>Ouvrir votre dossier</a>
    </div>
  );
}
