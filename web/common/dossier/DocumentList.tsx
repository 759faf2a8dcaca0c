import type { FileRow } from '@sur-mesure/functions/domain/missions/views';
import type { ComponentChildren } from 'preact';
import { FileRows } from '../mission/MissionFiles.tsx';
import { DateText } from '../words/DateText.tsx';
import { counted } from '../words/typography.ts';
import { type Versions, versionsOf } from './versions.ts';

interface DocumentListProps {
  readonly files: readonly FileRow[];
  readonly empty?: string | undefined;
  readonly actionsOf?: ((file: FileRow) => ComponentChildren) | undefined;
}

/** Documents with their versions: the one in force first, the former ones folded under it; what was taken back, folded at the end. */
export function DocumentList({ files, empty, actionsOf }: DocumentListProps) {
  const documents = versionsOf(files);
  const shown = documents.filter(({ current }) => current.withdrawnAt === null);
  const withdrawn = documents.filter(({ current }) => current.withdrawnAt !== null);
  return (
    <div>
      <DocumentLines documents={shown} empty={empty} actionsOf={actionsOf} />
      {withdrawn.length > 0 && (
        <details class="former">
          <summary>{counted(withdrawn.length, 'document retiré', 'documents retirés')}</summary>
          <DocumentLines
            documents={withdrawn}
            actionsOf={({ withdrawnAt }) =>
              withdrawnAt !== null && (
                <p class="small muted">
                  Retiré le <DateText instant={withdrawnAt} />. Les autres ne le voient plus.
                </p>
              )
            }
          />
        </details>
      )}
    </div>
  );
}

interface DocumentLinesProps extends Omit<DocumentListProps, 'files'> {
  readonly documents: readonly Versions[];
}

function DocumentLines({ documents, empty, actionsOf }: DocumentLinesProps) {
  const former = new Map(documents.map((document) => [document.current.fileId, document.former]));
  return (
    <FileRows
      files={documents.map(({ current }) => current)}
      empty={empty}
      versionOf={({ fileId }) => {
        const before = former.get(fileId)?.length ?? 0;
        return before === 0 ? undefined : before + 1;
      }}
      actionsOf={(file) => (
        <>
          {actionsOf?.(file)}
          <Former files={former.get(file.fileId) ?? []} />
        </>
      )}
    />
  );
}

function Former({ files }: { readonly files: readonly FileRow[] }) {
  if (files.length === 0) return null;
  return (
    <details class="former">
      <summary>{counted(files.length, 'version précédente', 'versions précédentes')}</summary>
      <FileRows
        files={files}
        versionOf={({ fileId }) => files.length - files.findIndex((file) => file.fileId === fileId)}
      />
    </details>
  );
}
