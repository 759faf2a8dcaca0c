import { describe, expect, it } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { decode, readTable } from './csv.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const accented = 'Île-de-France ; 15 000 €';
const isHeader = (cell: string) => ['nom', 'siret', 'ville'].includes(cell.trim());
const cellsOf = (text: string) => readTable(text, isHeader).rows.map(({ cells }) => cells);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let index = 0; index < text.length; index += 1) view.setUint16(2 * index, text.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
}

describe('the bytes of a file', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(accented)],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\uFEFF${accented}`)],
    ['UTF-16 little endian, « Texte Unicode » of Excel', utf16(`\uFEFF${accented}`, true)],
    ['UTF-16 big endian', utf16(`\uFEFF${accented}`, false)],
    ['Windows-1252', bytes(...Array.from(accented, (letter) => (letter === '€' ? 0x80 : letter.charCodeAt(0))))],
  ])('are read as text: %s', (_name, file) => {
    expect(decode(file)).toBe(accented);
  });

  it.each([
    ['xlsx', bytes(0x50, 0x4b, 0x03, 0x04, 0x14)],
    ['xls', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1)],
  ])('of a workbook are refused with what to do: %s', (_name, file) => {
    expect(decode(file)).toMatchObject({ code: 'import-workbook', message: expect.stringContaining('CSV UTF-8') });
    expect(isRefusal(decode(bytes(0x50, 0x4b)))).toBe(false);
  });
});

describe('a table', () => {
  it.each([
    ['semicolon', 'nom;siret\nA, B;1'],
    ['comma', 'nom,siret\n"A, B",1'],
    ['tab', 'nom\tsiret\nA, B\t1'],
    ['semicolon, in a header full of commas', '"nom";"siret";"(a, b, c, d, e)"\nA, B;1;x'],
  ])('finds its separator: %s', (_name, text) => {
    expect(cellsOf(text)[0]?.slice(0, 2)).toEqual(['A, B', '1']);
  });

  it('knows the line of each row, with « sep=; », empty rows and cells of several lines', () => {
    const text = 'sep=;\r\nnom;siret\r\n"A\r\nB";1\r\n;\r\n\r\nC;2\r\n';
    const { header, rows } = readTable(text, isHeader);
    expect(header?.line).toBe(2);
    expect(rows.map(({ line }) => line)).toEqual([3, 7]);
  });

  it.each(['\n', '\r\n', '\r'])('accepts every line end: %j', (end) => {
    expect(cellsOf(['nom;siret', 'A;1', 'B;2'].join(end))).toEqual([
      ['A', '1'],
      ['B', '2'],
    ]);
  });

  it('keeps doubled and bare quotation marks as typed', () => {
    expect(cellsOf('nom;siret\n"Le ""Bon"" Garage";1\nLe "Bon" Garage;2')).toEqual([
      ['Le "Bon" Garage', '1'],
      ['Le "Bon" Garage', '2'],
    ]);
  });

  it('says where a quotation mark is never closed, and keeps the rows before it', () => {
    const { rows, unclosedQuoteLine } = readTable('nom;siret\nA;1\n"B;2\nC;3', isHeader);
    expect(unclosedQuoteLine).toBe(3);
    expect(rows).toHaveLength(1);
    expect(readTable('nom;siret\nA;1\n"B";2', isHeader).unclosedQuoteLine).toBeNull();
  });
});
