import { type Options, parse } from 'csv-parse/browser/esm/sync';
import { type Refusal, refuse } from '../refusal.ts';

/** A row as it stands in the file. `line` is 1-based and is the row's first line, since a quoted cell may hold several. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvTable {
  /** The first row that is not empty, whatever it says. */
  readonly header: CsvRow | null;
  readonly rows: readonly CsvRow[];
  /** Where a quotation mark opens that is never closed: what follows was not read. */
  readonly unclosedQuoteLine: number | null;
}

const workbook = refuse(
  'import-workbook',
  'Ce fichier est un classeur Excel, pas un fichier CSV. Rien n’a été lu. Dans Excel : Fichier, Enregistrer sous, « CSV UTF-8 (délimité par des virgules) ».',
);

const signatures: readonly {
  readonly bytes: readonly number[];
  readonly read: (bytes: Uint8Array) => string | Refusal;
}[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], read: () => workbook },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], read: () => workbook },
  { bytes: [0xff, 0xfe], read: (bytes) => new TextDecoder('utf-16le').decode(bytes) },
  { bytes: [0xfe, 0xff], read: (bytes) => new TextDecoder('utf-16be').decode(bytes) },
];

/**
 * The text of a file saved by Excel or LibreOffice: a byte order mark says UTF-16, else valid UTF-8 is UTF-8 (it almost never is by accident),
 * else Windows-1252. A workbook is refused with what to do.
 */
export function decode(bytes: Uint8Array): string | Refusal {
  const known = signatures.find((signature) => signature.bytes.every((byte, index) => bytes[index] === byte));
  if (known) return known.read(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const separators = [';', ',', '\t'] as const;

/** Rows of a CSV text. Its separator is the one that makes the most known headers: it holds even when a cell is full of the other ones. */
export function readTable(text: string, isHeader: (cell: string) => boolean): CsvTable {
  // One kind of line end makes line numbers true; Excel's « sep=; » line becomes an empty one, so that it still counts.
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^"?sep=.?"?(?=\n)/i, '');
  const known = (table: CsvTable) => table.header?.cells.filter(isHeader).length ?? 0;
  return separators
    .map((separator) => split(lines, separator))
    .reduce((best, table) => (known(table) > known(best) ? table : best));
}

function split(text: string, separator: string): CsvTable {
  const rows: CsvRow[] = [];
  let lastLine = 0;
  let unclosedQuoteLine: number | null = null;
  const options: Options<string[], string[]> = {
    delimiter: separator,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    on_record: (cells, { lines }) => {
      rows.push({ line: lastLine + 1, cells });
      lastLine = lines;
      return null;
    },
  };
  try {
    parse(text, options);
  } catch {
    // The only error left by the options above: rows before it are kept, so that their problems are told in the same run.
    unclosedQuoteLine = lastLine + 1;
  }
  const [header = null, ...body] = rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  return { header, rows: body, unclosedQuoteLine };
}
