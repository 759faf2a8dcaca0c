import { statementCsv, statementFileName } from '@sur-mesure/functions/domain/subsidy/statement-csv';
import type { SubsidyView } from '@sur-mesure/functions/domain/views';
import { Button } from '../button/Button.tsx';
import { saveAs } from '../files.ts';

interface StatementDownloadsProps {
  readonly view: SubsidyView;
  readonly refresh: () => void;
}

/** The statement to keep. The CSV is made here, from the very lines that are shown. */
export function StatementDownloads({ view: { statement } }: StatementDownloadsProps) {
  const saveCsv = () => {
    const bytes = new Blob([statementCsv(statement)], { type: 'text/csv;charset=utf-8' });
    saveAs(bytes, statementFileName(statement, 'csv'));
  };
  return (
    <div class="row">
      <Button onClick={saveCsv}>Télécharger le relevé (CSV)</Button>
    </div>
  );
}
