import { type StatementKind, statementKinds } from '@sur-mesure/functions/domain/subsidy/statement';
import { statementCsv, statementFileName } from '@sur-mesure/functions/domain/subsidy/statement-csv';
import type { SubsidyView } from '@sur-mesure/functions/domain/subsidy/views';
import { call } from '../api/call.ts';
import { Button } from '../button/Button.tsx';
import { saveAs } from '../files.ts';
import { useAskedDocument } from '../loading/asked-document.ts';
import { DocumentComing } from '../loading/DocumentComing.tsx';
import { FileRows } from '../mission/MissionFiles.tsx';

interface StatementDownloadsProps {
  readonly view: SubsidyView;
  readonly refresh: () => void;
}

/** The statement to keep. The CSV is made here, from the very lines that are shown; the PDF by the server, and kept. */
export function StatementDownloads({ view, refresh }: StatementDownloadsProps) {
  const { statement, closingRefusal, documents } = view;
  const { ask, coming, refusal } = useAskedDocument<StatementKind>({
    documents,
    refresh,
    request: (kind, operationId) => call('makeStatement', { laureateId: statement.laureate.id, kind, operationId }),
  });
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
      <DocumentComing {...{ coming, refusal }} />
      {documents.length > 0 && (
        <details>
          <summary>Relevés déjà faits</summary>
          <FileRows files={documents} />
        </details>
      )}
    </section>
  );
}
