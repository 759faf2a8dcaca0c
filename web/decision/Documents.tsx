import type { Submission } from '@sur-mesure/functions/domain/missions/mission';
import type { FileRow, MissionView } from '@sur-mesure/functions/domain/missions/views';
import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { useState } from 'preact/hooks';
import { useDocumentsComing } from '../common/loading/documents-coming.ts';
import { FileRows } from '../common/mission/MissionFiles.tsx';
import { ReaderPlace } from '../common/reader/ReaderPlace.tsx';
import { useBlobAddress, usePreview } from '../common/reader/useFile.ts';

interface DocumentsProps {
  readonly view: MissionView;
  readonly submission: Submission;
  readonly refresh: () => void;
}

/** What is decided on, as the papers it is: the first page of each to recognise it, and its row. One that is being printed joins them by itself. */
export function Documents({ view, submission, refresh }: DocumentsProps) {
  const coming = useDocumentsComing(view, refresh);
  const decided = [submission.devis.fileId, submission.diagnostic.fileId];
  const files = view.files.filter(({ fileId }) => decided.includes(fileId));
  return (
    <>
      <FirstPages files={files.filter(({ hasPreview }) => hasPreview)} />
      <FileRows
        files={files}
        empty="Les documents se préparent : ils apparaîtront ici d’eux-mêmes dans quelques secondes."
      />
      <div role="status">
        {coming && files.length > 0 && <p class="muted">Un PDF se prépare : il apparaîtra ici de lui-même.</p>}
      </div>
    </>
  );
}

/** A press opens the document, as its row does; the picture is for the eye, and its button says which it is. */
function FirstPages({ files }: { readonly files: readonly FileRow[] }) {
  const [opened, setOpened] = useState<FileRow>();
  if (files.length === 0) return null;
  return (
    <>
      <ReaderPlace file={opened} onClose={() => setOpened(undefined)} />
      <ul class="first-pages">
        {files.map((file) => (
          <li key={file.fileId}>
            <FirstPage file={file} open={() => setOpened(file)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function FirstPage({ file, open }: { readonly file: FileRow; readonly open: () => void }) {
  const preview = usePreview(file.fileId, file.hasPreview);
  const bytes = preview === undefined || preview === 'coming' || isRefusal(preview) ? undefined : preview.bytes;
  const address = useBlobAddress(bytes);
  // A picture that did not come leaves its row, which says all there is to know.
  if (isRefusal(preview)) return null;
  return (
    <button type="button" class="first-page" aria-haspopup="dialog" onClick={open}>
      {address === undefined ? <span class="first-page-coming" /> : <img src={address} alt="" />}
      <span>Première page de « {file.name} »</span>
    </button>
  );
}
