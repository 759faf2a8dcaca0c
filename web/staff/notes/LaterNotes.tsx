import type { NoteSubject } from '@sur-mesure/functions/domain/notes/note';
import { useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { Later } from '../../common/loading/Later.tsx';

const load = () => import('./StaffNotes.tsx');

/** The team's notes on a page where they are rarely what it came for: read when somebody asks. */
export function LaterNotes({ about }: { readonly about: NoteSubject }) {
  const [opened, setOpened] = useState(false);
  if (opened) return <Later load={load}>{({ StaffNotes }) => <StaffNotes about={about} />}</Later>;
  return (
    <section class="stack" aria-labelledby="later-notes-title">
      <h2 id="later-notes-title">Notes et appels</h2>
      <div>
        <Button onClick={() => setOpened(true)}>Lire ou écrire une note</Button>
      </div>
    </section>
  );
}
