import type { Dossier as DossierView } from '@sur-mesure/functions/domain/dossiers/views';
import { WHILE_LIVE } from '@sur-mesure/functions/domain/missions/facts';
import { DownloadAll } from '../common/archive/DownloadAll.tsx';
import { DocumentList } from '../common/dossier/DocumentList.tsx';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import { NoteReading } from '../common/note/NoteReading.tsx';
import { Recommendations } from '../common/note/Recommendations.tsx';
import { DateText } from '../common/words/DateText.tsx';
import { of } from '../common/words/typography.ts';

/** One dossier as the expert reads it: until when, the note, the documents. */
export function DossierReading({ laureateId }: { readonly laureateId: string }) {
  const loading = useView({ name: 'dossier', laureateId });
  return (
    <Loaded loading={loading} lines={2}>
      {({ laureateName, note, recommendations, pieces, until }) => (
        <>
          <p class="small muted">
            {until === null || until >= WHILE_LIVE ? (
              'Ouvert tant que la mission dure. Chaque lecture est notée et visible de la manufacture.'
            ) : (
              <>
                Ouvert jusqu’au <DateText instant={until} relative />.
              </>
            )}
          </p>
          {note !== null && <Note note={note} />}
          <Recommendations recommendations={recommendations} />
          <DocumentList
            files={pieces}
            empty="La manufacture n’a pas encore partagé de document. Demandez-lui ce qui vous manque : elle le dépose dans son dossier, et il apparaît ici."
          />
          <DownloadAll files={pieces} title={`Dossier ${of(laureateName)}`} />
        </>
      )}
    </Loaded>
  );
}

/** The scoping note by sub-theme: read here when it was filled on line, among the documents when it was deposited. */
function Note({ note }: { readonly note: NonNullable<DossierView['note']> }) {
  const { version, at, subthemes, answered, needs } = note;
  return (
    <details class="card">
      <summary>
        Note de cadrage, version {version}, remise le <DateText instant={at} />
      </summary>
      <NoteReading {...{ at, subthemes, answered, needs }} />
    </details>
  );
}
