import { describe, expect, it } from 'vitest';
import { readLaureates } from './import.ts';
import { csvOf, otherCells, readSample, sampleCells, sampleRow } from './testing/sample-import.ts';

/** What is read of the file as a whole; each cell is in `import.test.ts`. */

describe('headers', () => {
  it('are recognised without accents, case, plural or unit', () => {
    const text = csvOf({})
      .replace('référence', 'REF')
      .replace('SIRET', 'N° SIRET')
      .replace('montant attribué', 'Montant attribue (€)')
      .replace('date de la décision', 'Décision du comité - date')
      .replace('signataire 1 e-mail', 'Courriel du signataire');
    expect(readLaureates(text).rows).toEqual([sampleRow()]);
  });

  it('that are missing are named, and nothing is read', () => {
    const { rows, problems } = readLaureates(
      csvOf({}).replace('"SIRET"', '"identifiant"').replaceAll('signataire', 'autre'),
    );
    expect(rows).toEqual([]);
    expect(problems.map(({ line, column }) => `${line} ${column}`)).toEqual(['1 SIRET', '1 signataire 1 e-mail']);
  });

  it('that say the same thing twice are refused', () => {
    expect(readLaureates(csvOf({}).replace('recommandations', 'n° siret')).problems).toMatchObject([
      { line: 1, column: 'n° siret', reason: expect.stringContaining('deux colonnes') },
    ]);
  });

  it('that mean nothing are left aside, and said to be', () => {
    const { rows, ignoredColumns } = readLaureates(csvOf({}).replace('recommandations', 'téléphone'));
    expect(ignoredColumns).toEqual(['téléphone']);
    expect(rows).toHaveLength(1);
  });

  it('are missing above a shifted cell, and trailing empty columns are not', () => {
    const shifted = readLaureates(`${csvOf({})};"reste"`);
    expect(shifted.problems).toMatchObject([{ line: 2, value: 'reste', reason: expect.stringContaining('décalée') }]);
    expect(readLaureates(`${csvOf({})};;;\r\n;;;\r\n`).problems).toEqual([]);
  });
});

describe('what stands twice in a file', () => {
  it.each([
    ['SIRET', /ce SIRET est aussi celui de la ligne/],
    ['référence', /cette référence est aussi celle de la ligne/],
    ['signataire 1 e-mail', /cette adresse est aussi celle d’un autre lauréat, la ligne/],
  ] as const)('is told on both rows: %s', (header, reason) => {
    const { rows, problems } = readSample({}, { ...otherCells, [header]: sampleCells[header] });
    expect(rows).toEqual([]);
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [2, header],
      [3, header],
    ]);
    expect(problems[0]?.reason).toMatch(reason);
    expect(readSample({}, otherCells).rows).toHaveLength(2);
  });

  it('is seen when a reference is typed otherwise', () => {
    expect(readSample({}, { ...otherCells, référence: 'ftl 001' }).problems.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('is seen even on a row that has another problem', () => {
    const { problems } = readSample({ promotion: '9' }, { ...otherCells, SIRET: sampleCells.SIRET });
    expect(problems.map(({ line, column }) => `${line} ${column}`)).toEqual(['2 promotion', '2 SIRET', '3 SIRET']);
  });
});

describe('a file', () => {
  it.each([
    ['', 'le fichier est vide'],
    ['\r\n;;\r\n', 'le fichier est vide'],
  ])('without any cell is refused: %j', (text, reason) => {
    expect(readLaureates(text).problems).toEqual([{ line: 1, column: '', value: '', reason }]);
  });

  it('whose quotation mark never closes says where', () => {
    expect(readLaureates(`${csvOf({})}\r\n"FTL-9`).problems).toMatchObject([
      { line: 3, reason: expect.stringContaining('guillemet') },
    ]);
  });
});
