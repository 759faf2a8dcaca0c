import { pieces } from '@sur-mesure/functions/domain/dossiers/pieces';
import type { FileRow, MissionView } from '@sur-mesure/functions/domain/missions/views';
import { attestedBy } from '@sur-mesure/functions/domain/proofs/export';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { DocumentRow } from '../document-row/DocumentRow.tsx';
import { EmptyState } from '../empty-state/EmptyState.tsx';
import { ExportProof } from '../proof/ExportProof.tsx';
import { ProofLines } from '../proof/ProofLines.tsx';
import { typeName } from '../reader/kinds.ts';
import { ReaderPlace } from '../reader/ReaderPlace.tsx';
import { DateText } from '../words/DateText.tsx';

interface MissionFilesProps {
  readonly view: Pick<MissionView, 'mission' | 'files' | 'proofs'>;
}

/** The documents of a mission: those of the version in force say its number. What is exchanged while working, or invoiced, has a place of its own. */
export function MissionFiles({ view }: MissionFilesProps) {
  const { submission } = view.mission;
  const current = submission === null ? [] : [submission.devis.fileId, submission.diagnostic.fileId];
  return (
    <section class="stack" aria-labelledby="files-title">
      <h2 id="files-title">Documents</h2>
      <FileRows
        files={view.files.filter(({ piece }) => piece !== 'working' && piece !== 'invoice')}
        empty="Le diagnostic, le devis et le rapport apparaîtront ici dès qu’ils seront remis."
        versionOf={({ fileId }) => (current.includes(fileId) ? submission?.version : undefined)}
        actionsOf={(file) => {
          const proofId = attestedBy(file);
          return proofId === null ? undefined : <ExportProof proofId={proofId} />;
        }}
      />
      <ProofLines proofs={view.proofs} />
    </section>
  );
}

interface FileRowsProps {
  readonly files: readonly FileRow[];
  /** Why there is none yet, or what will come. */
  readonly empty?: string | undefined;
  /** They are all of one kind, which the heading above them says. */
  readonly ofOneKind?: boolean | undefined;
  readonly versionOf?: (file: FileRow) => number | undefined;
  /** What one may do about a file, under its facts. */
  readonly actionsOf?: (file: FileRow) => ComponentChildren;
}

/** Files that open on a press: of a mission, of a dossier. */
export function FileRows({ files, empty, ofOneKind, versionOf, actionsOf }: FileRowsProps) {
  const [opened, setOpened] = useState<FileRow>();
  if (files.length === 0) return empty === undefined ? null : <EmptyState>{empty}</EmptyState>;
  return (
    <div>
      <ReaderPlace file={opened} onClose={() => setOpened(undefined)} />
      {files.map((file) => (
        <DocumentRow
          key={file.fileId}
          kind={pieces[file.piece].label}
          underItsKind={ofOneKind === true}
          name={file.name}
          version={versionOf?.(file)}
          type={typeName(file.contentType)}
          sizeBytes={file.size}
          date={<DateText instant={file.createdAt} />}
          depositedBy={file.depositedBy === '' ? undefined : file.depositedBy}
          onOpen={() => setOpened(file)}
          actions={actionsOf?.(file)}
        />
      ))}
    </div>
  );
}
