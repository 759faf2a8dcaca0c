import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { useDocumentsComing } from '../loading/documents-coming.ts';
import { MissionFiles } from '../mission/MissionFiles.tsx';
import { AskedDocuments } from './AskedDocuments.tsx';

interface MissionDocumentsProps {
  readonly view: MissionView;
  /** Looks again, quietly (`useView`). */
  readonly refresh: () => void;
}

/** The documents of a mission, with the one that is being made: it joins the list by itself. */
export function MissionDocuments({ view, refresh }: MissionDocumentsProps) {
  const coming = useDocumentsComing(view, refresh);
  return (
    <div class="stack stack-tight">
      <MissionFiles view={view} />
      <AskedDocuments {...{ view, refresh }} />
      <div role="status">{coming && <p class="muted">Un PDF se prépare : il apparaîtra ici de lui-même.</p>}</div>
    </div>
  );
}
