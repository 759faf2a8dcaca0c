import type { ImportReport } from '@sur-mesure/functions/domain/imports/report';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { useState } from 'preact/hooks';
import { call } from '../common/api/call.ts';
import { FileField } from '../common/field/FileField.tsx';
import { ImportNext, ImportVerdict } from './ImportVerdict.tsx';
import { largestBytes, textOf } from './import-file.ts';

interface Checked {
  readonly csv: string;
  readonly report: ImportReport;
}

/** A file of laureates: first read without writing anything, then imported. */
export function Import({ onImported }: { readonly onImported: () => void }) {
  const [checked, setChecked] = useState<Checked>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const check = async (file: File, { signal }: { readonly signal: AbortSignal }) => {
    setChecked(undefined);
    setRefusal(undefined);
    const csv = await textOf(file);
    if (isRefusal(csv)) return csv;
    const report = await call('importLaureates', { csv, dryRun: true, skipBad: false }, { signal });
    if (isRefusal(report)) return report;
    setChecked({ csv, report });
    return undefined;
  };
  const write = async (skipBad: boolean) => {
    if (checked === undefined || busy) return;
    setBusy(true);
    setRefusal(undefined);
    const report = await call('importLaureates', { csv: checked.csv, dryRun: false, skipBad });
    setBusy(false);
    if (isRefusal(report)) return setRefusal(report);
    setChecked({ ...checked, report });
    onImported();
  };
  return (
    <>
      <p class="lead">
        Choisissez le fichier des lauréats. Il est d’abord lu sans rien enregistrer : vous voyez ce qui changera et ce
        qui est à corriger.
      </p>
      <FileField
        id="laureates"
        label="Fichier des lauréats"
        hint="Depuis Excel : Enregistrer sous, « CSV UTF-8 ». Importer deux fois le même fichier ne change rien."
        endings={['csv', 'txt']}
        largestBytes={largestBytes}
        send={check}
      />
      <div role="status">{checked !== undefined && <ImportVerdict report={checked.report} />}</div>
      {checked !== undefined && <ImportNext report={checked.report} busy={busy} refusal={refusal} onWrite={write} />}
    </>
  );
}
