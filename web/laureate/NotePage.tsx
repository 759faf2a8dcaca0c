import { subthemeLabel } from '@sur-mesure/functions/domain/programme/themes';
import type { LaureateHome } from '@sur-mesure/functions/domain/views';
import { useState } from 'preact/hooks';
import { Button, ButtonLink } from '../common/button/Button.tsx';
import { Notice } from '../common/notice/Notice.tsx';
import { Turn } from '../common/turn/Turn.tsx';
import { DateText } from '../common/words/DateText.tsx';
import { NoteEditor } from './NoteEditor.tsx';
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
  const [handedIn, setHandedIn] = useState<number>();
  const [revising, setRevising] = useState(false);
  const { note } = home;
  const done = (version: number) => {
    setHandedIn(version);
    setRevising(false);
    reload();
    scrollTo(0, 0);
    document.getElementById('contenu')?.focus({ preventScroll: true });
  };
  const edits = revising || (note === null && handedIn === undefined);
  return (
    <>
      {handedIn !== undefined && (
        <Notice tone="success" title={`Note de cadrage remise, version ${handedIn}`} announced>
          <p>Vous pouvez demander une mission. Les experts que vous choisirez liront cette note.</p>
        </Notice>
      )}
      {note === null ? handedIn === undefined && <FirstNote /> : <CurrentNote note={note} />}
      {edits ? (
        <NoteEditor person={space.visit.user.uid} home={home} onDone={done} />
      ) : (
        <div class="row">
          <ButtonLink href={space.addresses.request} tone="primary">
            Demander une mission
          </ButtonLink>
          <Button onClick={() => setRevising(true)}>Remettre une nouvelle version</Button>
          <a href={space.addresses.dossier}>Ouvrir la note dans votre dossier</a>
        </div>
      )}
    </>
  );
}

function FirstNote() {
  return (
    <Turn whose="À vous" yours>
      <p>
        La note de cadrage dit où en est votre projet et ce dont il a besoin. Sans elle, aucune mission ne peut démarrer
        ; vous pourrez la réviser ensuite.
      </p>
    </Turn>
  );
}

function CurrentNote({ note }: { readonly note: NonNullable<LaureateHome['note']> }) {
  return (
    <section class="stack" aria-labelledby="note-title">
      <h2 id="note-title">Votre note est remise</h2>
      <dl class="facts">
        <dt>Version</dt>
        <dd>
          {note.version}, remise le <DateText instant={note.at} relative />
        </dd>
        <dt>Sous-thématiques</dt>
        <dd>
          {note.subthemes.map((id) => (
            <p key={id}>{subthemeLabel(id)}</p>
          ))}
        </dd>
      </dl>
    </section>
  );
}
