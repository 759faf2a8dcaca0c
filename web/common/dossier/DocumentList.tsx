import type { FileRow } from '@sur-mesure/functions/domain/missions/views';
import type { ComponentChildren } from 'preact';
import { FileRows } from '../mission/MissionFiles.tsx';
import { DateText } from '../words/DateText.tsx';
import { counted } from '../words/typography.ts';
import { type Versions, versionsOf } from './versions.ts';

interface DocumentListProps {
  readonly files: readonly FileRow[];
  readonly empty?: string | undefined;
  /** They are all of one kind, which the heading above them says. */
  readonly ofOneKind?: boolean | undefined;
  readonly actionsOf?: ((file: FileRow) => ComponentChildren) | undefined;
}

/** Documents with their versions: the one in force first, the former ones folded under it; what was taken back, folded at the end. */
export function DocumentList({ files, empty, ofOneKind, actionsOf }: DocumentListProps) {
  const documents = versionsOf(files);
  const shown = documents.filter(({ current }) => current.withdrawnAt === null);
  const withdrawn = documents.filter(({ current }) => current.withdrawnAt !== null);
  return (
    <div>
      <DocumentLines documents={shown} {...{ empty, ofOneKind, actionsOf }} />
      {withdrawn.length > 0 && (
        <details class="former">
          <summary>{counted(withdrawn.length, 'document retiré', 'documents retirés')}</summary>
          <DocumentLines
            documents={withdrawn}
            ofOneKind={ofOneKind}
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

function DocumentLines({ documents, empty, ofOneKind, actionsOf }: DocumentLinesProps) {
  const former = new Map(documents.map((document) => [document.current.fileId, document.former]));
  return (
    <FileRows
      files={documents.map(({ current }) => current)}
      {...{ empty, ofOneKind }}
      versionOf={({ fileId }) => {
        const before = former.get(fileId)?.length ?? 0;
        return before === 0 ? undefined : before + 1;
      }}
      actionsOf={(file) => (
        <>
          {actionsOf?.(file)}
          <Former files={former.get(file.fileId) ?? []} ofOneKind={ofOneKind} />
        </>
      )}
    />
  );
}

function Former({ files, ofOneKind }: Pick<DocumentListProps, 'files' | 'ofOneKind'>) {
  if (files.length === 0) return null;
  return (
    <details class="former">
      <summary>{counted(files.length, 'version précédente', 'versions précédentes')}</summary>
      <FileRows
        files={files}
        ofOneKind={ofOneKind}
        versionOf={({ fileId }) => files.length - files.findIndex((file) => file.fileId === fileId)}
      />
    </details>
  );
}
