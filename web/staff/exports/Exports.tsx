import { dayOf } from '@sur-mesure/functions/domain/calendar';
import { csvOf, type ExportFormat, type ExportTable, exportFormats } from '@sur-mesure/functions/domain/exports/table';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { CheckboxGroup, RadioField } from '../../common/field/ChoiceFields.tsx';
import { saveAs } from '../../common/files.ts';
import { Notice, RefusalNotice } from '../../common/notice/Notice.tsx';
import type { Address } from '../../common/page/address.ts';
import { counted } from '../../common/words/typography.ts';
import { namesOf } from '../lists/list-address.ts';
import { exportIn, isOfList, wholeExport } from './export-address.ts';
import { type ProgrammeExport, programmeExports } from './exports.ts';
import './exports.css';

const kinds = namesOf(programmeExports).map((value) => ({
  value,
  label: programmeExports[value].label,
  hint: programmeExports[value].hint,
}));

/** Tables of the programme to take away: what, which columns, in which format. */
export function Exports({ address }: { readonly address: Address }) {
  const word = exportIn(address.parameters);
  return (
    <div class="stack stack-loose">
      <RadioField
        id="export-kind"
        label="Que voulez-vous exporter ?"
        choices={kinds}
        value={word}
        onInput={(value) => address.refine(wholeExport(value))}
      />
      {isOfList(address.parameters) && (
        <Notice title="Une partie des lignes">
          <div class="stack stack-tight">
            <p>Seules les lignes que la liste montrait sont exportées, avec ses critères et son ordre.</p>
            <div>
              <Button onClick={() => address.refine(wholeExport(word))}>Tout exporter</Button>
            </div>
          </div>
        </Notice>
      )}
      <Making key={word} chosen={programmeExports[word]} parameters={address.parameters} />
    </div>
  );
}

interface MakingProps {
  readonly chosen: ProgrammeExport;
  readonly parameters: URLSearchParams;
}

const formats = namesOf(exportFormats).map((value) => ({
  value,
  label: exportFormats[value].label,
  hint: exportFormats[value].hint,
}));

function Making({ chosen, parameters }: MakingProps) {
  const [columns, setColumns] = useState(chosen.first);
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [missing, setMissing] = useState(false);
  const { state, make, stop } = useExport(chosen);
  const press = () => {
    setMissing(columns.length === 0);
    if (columns.length > 0) make({ columns, format, parameters });
  };
  return (
    <>
      <div class="export-columns">
        <CheckboxGroup
          id="export-columns"
          label="Les colonnes"
          error={missing ? 'Choisissez au moins une colonne.' : undefined}
          choices={chosen.choices}
          values={columns}
          onInput={setColumns}
        />
      </div>
      <RadioField id="export-format" label="Le format" choices={formats} value={format} onInput={setFormat} />
      <div class="row">
        <Button tone="primary" busy={state.kind === 'making'} onClick={press}>
          Préparer le fichier
        </Button>
        {state.kind === 'making' && (
          <Button tone="quiet" onClick={stop}>
            Interrompre
          </Button>
        )}
      </div>
      <p role="status">{state.kind === 'making' && progressWords(state.rows, state.total)}</p>
      {state.kind === 'refused' && <RefusalNotice refusal={state.refusal} />}
      {state.kind === 'done' && (
        <Notice tone="success" title="Fichier enregistré" announced>
          <p>
            {counted(state.rows, 'ligne')} dans « {state.name} ». Il contient des données personnelles : ne le gardez
            pas plus longtemps qu’il ne sert.
          </p>
        </Notice>
      )}
    </>
  );
}

function progressWords(rows: number, total: number | null): string {
  const read = counted(rows, 'ligne lue', 'lignes lues');
  return total === null ? read : `${read} sur ${total.toLocaleString('fr-FR')}`;
}

type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'making'; readonly rows: number; readonly total: number | null }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'done'; readonly rows: number; readonly name: string };

interface Pressed {
  readonly columns: readonly string[];
  readonly format: ExportFormat;
  readonly parameters: URLSearchParams;
}

function useExport({ make, fileName }: ProgrammeExport) {
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const stop = () => {
    running.current?.abort();
    setState({ kind: 'idle' });
  };
  const start = async ({ columns, format, parameters }: Pressed) => {
    const controller = new AbortController();
    running.current = controller;
    setState({ kind: 'making', rows: 0, total: null });
    const { signal } = controller;
    const onProgress = (rows: number, total: number | null) => setState({ kind: 'making', rows, total });
    try {
      const table = await make({ columns, parameters, signal, onProgress });
      if (isRefusal(table)) return setState({ kind: 'refused', refusal: table });
      const name = `${fileName}-${dayOf(Date.now())}.${format}`;
      const bytes = await fileOf(table, format, fileName);
      signal.throwIfAborted();
      saveAs(bytes, name);
      setState({ kind: 'done', rows: table.rows.length, name });
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  };
  return { state, make: start, stop };
}

/** The writer of workbooks comes when somebody wants one. */
async function fileOf(table: ExportTable, format: ExportFormat, title: string): Promise<Blob> {
  const { contentType } = exportFormats[format];
  if (format === 'csv') return new Blob([csvOf(table)], { type: contentType });
  const { workbookOf } = await import('@sur-mesure/functions/domain/exports/workbook');
  return new Blob([workbookOf(title, table)], { type: contentType });
}
