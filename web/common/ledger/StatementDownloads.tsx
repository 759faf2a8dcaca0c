import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { type StatementKind, statementKinds } from '@sur-mesure/functions/domain/subsidy/statement';
import { statementCsv, statementFileName } from '@sur-mesure/functions/domain/subsidy/statement-csv';
import type { SubsidyView } from '@sur-mesure/functions/domain/subsidy/views';
import { useEffect, useRef, useState } from 'preact/hooks';
import { call, newOperationId } from '../api/call.ts';
import { outcomeIsUnknown } from '../api/refusals.ts';
import { Button } from '../button/Button.tsx';
import { saveAs } from '../files.ts';
import { useLookAgain } from '../loading/documents-coming.ts';
import { FileRows } from '../mission/MissionFiles.tsx';
import { RefusalNotice } from '../notice/Notice.tsx';
import { fetchFile } from '../reader/fetch-file.ts';

interface StatementDownloadsProps {
  readonly view: SubsidyView;
  readonly refresh: () => void;
}

/** The statement to keep. The CSV is made here, from the very lines that are shown; the PDF by the server, and kept. */
export function StatementDownloads({ view, refresh }: StatementDownloadsProps) {
  const { statement, closingRefusal, documents } = view;
  const { ask, coming, refusal } = useStatement(view, refresh);
  const saveCsv = () => {
    const bytes = new Blob([statementCsv(statement)], { type: 'text/csv;charset=utf-8' });
    saveAs(bytes, statementFileName(statement, 'csv'));
  };
  return (
    <section class="stack" aria-label="Relevés">
      <div class="row">
        <Button busy={coming === 'running'} onClick={() => ask('running')}>
          Télécharger le relevé (PDF)
        </Button>
        <Button onClick={saveCsv}>Télécharger le relevé (CSV)</Button>
        <Button
          id="closing-statement"
          busy={coming === 'closing'}
          unavailable={closingRefusal ?? undefined}
          onClick={() => ask('closing')}
        >
          {statementKinds.closing} (PDF)
        </Button>
      </div>
      <div role="status">
        {coming !== undefined && <p class="muted">Le PDF se prépare : il s’enregistre de lui-même dans un instant.</p>}
      </div>
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
      {documents.length > 0 && (
        <details>
          <summary>Relevés déjà faits</summary>
          <FileRows files={documents} />
        </details>
      )}
    </section>
  );
}

/** Asks for a PDF, looks until it is there, and saves it. A cut connection asks again under the same name: it is made once. */
function useStatement(view: SubsidyView, refresh: () => void) {
  const [asked, setAsked] = useState<{ readonly kind: StatementKind; readonly fileId: string | undefined }>();
  const [refusal, setRefusal] = useState<Refusal>();
  const operation = useRef<{ readonly kind: StatementKind; readonly id: string }>(undefined);
  const ask = async (kind: StatementKind) => {
    if (asked !== undefined) return;
    if (operation.current?.kind !== kind) operation.current = { kind, id: newOperationId() };
    setRefusal(undefined);
    setAsked({ kind, fileId: undefined });
    const { id: operationId } = operation.current;
    const answer = await call('makeStatement', { laureateId: view.statement.laureate.id, kind, operationId });
    if (isRefusal(answer)) {
      if (!outcomeIsUnknown(answer)) operation.current = undefined;
      setRefusal(answer);
      setAsked(undefined);
      return;
    }
    operation.current = undefined;
    setAsked({ kind, fileId: answer.fileId });
    refresh();
  };
  const made = view.documents.find(({ fileId }) => fileId === asked?.fileId);
  useLookAgain(asked?.fileId !== undefined && made === undefined, refresh);
  useEffect(() => {
    if (made === undefined) return;
    setAsked(undefined);
    fetchFile(made.fileId, 'file').then((file) => {
      if (isRefusal(file)) setRefusal(file);
      else saveAs(file.bytes, made.name);
    });
  }, [made?.fileId]);
  return { ask, coming: asked?.kind, refusal };
}
