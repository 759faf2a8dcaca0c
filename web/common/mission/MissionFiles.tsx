import type { FileRow, MissionView } from '@sur-mesure/functions/domain/api';
import { pieces } from '@sur-mesure/functions/domain/dossiers/pieces';
import { DocumentRow } from '../document-row/DocumentRow.tsx';
import { EmptyState } from '../empty-state/EmptyState.tsx';
import { RefusalNotice } from '../notice/Notice.tsx';
import { DateText } from '../words/DateText.tsx';
import { useFileOpening } from './useFileOpening.ts';

interface MissionFilesProps {
  readonly view: Pick<MissionView, 'mission' | 'files'>;
}

/** The documents of a mission: those of the version in force say its number. */
export function MissionFiles({ view }: MissionFilesProps) {
  const { submission } = view.mission;
  const current = submission === null ? [] : [submission.devis.fileId, submission.diagnostic.fileId];
  return (
    <section class="stack" aria-labelledby="files-title">
      <h2 id="files-title">Documents</h2>
      <FileRows
        files={view.files}
        empty="Le diagnostic, le devis et le rapport apparaîtront ici dès qu’ils seront remis."
        versionOf={({ fileId }) => (current.includes(fileId) ? submission?.version : undefined)}
      />
    </section>
  );
}

interface FileRowsProps {
  readonly files: readonly FileRow[];
  /** Why there is none yet, or what will come. */
  readonly empty: string;
  readonly versionOf?: (file: FileRow) => number | undefined;
}

/** Files that open on a press: of a mission, of a dossier. */
export function FileRows({ files, empty, versionOf }: FileRowsProps) {
  const opening = useFileOpening();
  if (files.length === 0) return <EmptyState>{empty}</EmptyState>;
  return (
    <div>
      {opening.refusal !== undefined && <RefusalNotice refusal={opening.refusal} />}
      {files.map((file) => {
        const version = versionOf?.(file);
        return (
          <DocumentRow
            key={file.fileId}
            kind={pieces[file.piece].label}
            name={file.name}
            {...(version === undefined ? {} : { version })}
            sizeBytes={file.size}
            date={<DateText instant={file.createdAt} />}
            busy={opening.busy === file.fileId}
            onOpen={() => opening.open(file.fileId)}
          />
        );
      })}
    </div>
  );
}
