import { call } from '../common/api/call.ts';
import { ImportFileField } from './ImportFileField.tsx';
import { ImportNext, ImportVerdict } from './ImportVerdict.tsx';
import { useImport } from './useImport.ts';

/** A file of laureates: first read without writing anything, then imported. */
export function Import() {
  const { report, busy, refusal, check, write } = useImport({
    askedOf: (csv) => ({ csv }),
    send: (asked, options) => call('importLaureates', asked, options),
  });
  return (
    <>
      <p class="lead">
        Choisissez le fichier des lauréats. Il est d’abord lu sans rien enregistrer : vous voyez ce qui changera et ce
        qui est à corriger.
      </p>
      <ImportFileField id="laureates" label="Fichier des lauréats" check={check} />
      <div role="status">{report !== undefined && <ImportVerdict report={report} />}</div>
      {report !== undefined && <ImportNext {...{ report, busy, refusal }} onWrite={write} />}
    </>
  );
}
