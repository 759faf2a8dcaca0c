import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { territoryKinds } from '../programme/territories.ts';
import { isRefusal } from '../refusal.ts';
import { formatRate } from '../subsidy/funded.ts';
import { decode } from './csv.ts';
import { departments } from './departments.ts';
import { type ImportedLaureate, readLaureates } from './import.ts';
import { isSiret } from './laureate.ts';
import { planImport } from './plan.ts';
import { nothingRecorded, sampleContext, written } from './testing/sample-import.ts';

const siret = fc.tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.constantFrom('01', '77')).map(([start, end]) => {
  const digits = `${String(start).padStart(7, '0')}0000${end}`;
  return Array.from('0123456789', (last) => digits + last).find(isSiret) ?? '';
});
// Letters of French names with what CSV finds hard, all of them in Windows-1252; a letter first, since « - » alone says nothing.
const words = fc
  .tuple(
    fc.constantFrom('Atelier', 'Écoles', 'Œuvre', 'L’Îlot'),
    fc.string({ unit: fc.constantFrom(...'aé ;,"\'\t\n€-’œ') }),
  )
  .map((parts) => parts.join(' '));
const plainWords = (text: string) => text.replace(/\s+/g, ' ').trim();
const amount = fc.integer({ min: 1, max: 10_000_00 });

const laureate = fc.record({
  hasReference: fc.boolean(),
  name: words,
  siret,
  promotion: fc.integer({ min: 1, max: 6 }),
  fundedBase: fc.option(
    fc.oneof(
      fc.constantFrom({ kind: 'excludingVat' } as const, { kind: 'includingVat' } as const),
      fc
        .integer({ min: 0, max: 10_000 })
        .map((part) => ({ kind: 'coefficient', deductibleTenThousandths: part }) as const),
    ),
  ),
  territory: fc.constantFrom('rural' as const, 'town' as const, 'qpv' as const),
  department: fc.constantFrom(...departments),
  people: fc.array(fc.constantFrom('Zoé Martin', 'Ali Benali', 'Éva Œil'), { minLength: 1, maxLength: 3 }),
  award: fc.option(
    fc.record({
      ceilingCents: fc.constantFrom(10_000_00, 15_000_00, 20_000_00),
      amountCents: amount,
      date: fc.date({ min: new Date('2023-02-01'), max: new Date('2024-12-31'), noInvalidDate: true }),
      recommendations: words,
    }),
  ),
});
/** One file, no SIRET twice: references and addresses carry the row's number. */
const programme = fc
  .uniqueArray(laureate, { selector: (each) => each.siret, minLength: 1, maxLength: 12 })
  .map((rows) =>
    rows.map(
      ({ hasReference, department, people, award, ...row }, index): ImportedLaureate => ({
        ...row,
        line: index + 2,
        name: plainWords(`${row.name} ${index}`),
        reference: hasReference ? `FTL-${index}` : null,
        region: department.region,
        department: department.name,
        contacts: people.map((name, person) => ({
          name,
          email: `personne-${person}@laureat-${index}.example`,
          role: person === 0 ? 'signatory' : 'contributor',
        })),
        award: award && {
          ...award,
          decision: `CP/${index}`,
          date: award.date.toISOString().slice(0, 10),
          recommendations: plainWords(award.recommendations),
        },
      }),
    ),
  );

const headers = [
  'référence;nom;SIRET;promotion;territoire;base de la subvention;région;département;plafond;montant attribué;décision;date de la décision;recommandations',
  ...[1, 2].map((number) => `contributeur ${number} nom;contributeur ${number} e-mail`),
  'signataire nom;signataire e-mail',
].flatMap((part) => part.split(';'));

function cellsOf(row: ImportedLaureate): readonly string[] {
  const [signatory, ...others] = row.contacts.map(({ name, email }) => [name, email]);
  const { award } = row;
  return [
    ...[row.reference ?? '', row.name, row.siret, String(row.promotion), territoryKinds[row.territory]],
    baseAsTyped(row.fundedBase),
    ...[row.region, row.department],
    ...(award ? [euros(award.ceilingCents), euros(award.amountCents), award.decision] : ['', '', '']),
    ...(award ? [award.date.split('-').reverse().join('/'), award.recommendations] : ['', '']),
    ...[0, 1].flatMap((index) => others[index] ?? ['', '']),
    ...(signatory ?? []),
  ];
}
function baseAsTyped(base: ImportedLaureate['fundedBase']): string {
  if (base === null) return '';
  if (base.kind === 'coefficient') return formatRate(base.deductibleTenThousandths);
  return base.kind === 'excludingVat' ? 'HT' : 'TTC';
}
const euros = (cents: number) =>
  new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(cents / 100);

function csvOf(rows: readonly ImportedLaureate[], separator: string, end: string): string {
  return [headers, ...rows.map(cellsOf)]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator))
    .join(end);
}

const windows1252 = new Map(
  Array.from(
    { length: 256 },
    (_, byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte] as const,
  ),
);
const encodings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': (text) => new TextEncoder().encode(text),
  'UTF-8 with a byte order mark': (text) => new TextEncoder().encode(`\uFEFF${text}`),
  'UTF-16': (text) => new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (unit) => unit.charCodeAt(0)).buffer),
  // Excel has no narrow no-break space there: it writes the wide one.
  'Windows-1252': (text) =>
    Uint8Array.from(text.replaceAll('\u202F', '\u00A0'), (letter) => windows1252.get(letter) ?? 0x3f),
};

describe('any valid programme', () => {
  it('written as CSV is read back the same, whatever the separator, the line end and the encoding', () => {
    const file = fc.record({
      rows: programme,
      separator: fc.constantFrom(';', ',', '\t'),
      end: fc.constantFrom('\n', '\r\n'),
      encoding: fc.constantFrom(...Object.keys(encodings)),
    });
    fc.assert(
      fc.property(file, ({ rows, separator, end, encoding }) => {
        const text = decode(encodings[encoding]?.(csvOf(rows, separator, end)) ?? new Uint8Array());
        if (isRefusal(text)) throw new Error(text.message);
        const read = readLaureates(text);
        expect(read.problems).toEqual([]);
        expect(read.rows.map(sortedContacts)).toEqual(rows.map(sortedContacts));
      }),
    );
  });

  it('is created once: importing it again changes nothing', () => {
    fc.assert(
      fc.property(programme, (rows) => {
        const context = sampleContext();
        const first = planImport(rows, nothingRecorded, context);
        expect(first).toMatchObject({ update: [], unchanged: 0, problems: [] });
        expect(first.create).toHaveLength(rows.length);
        const again = planImport(rows, written(nothingRecorded, first), context);
        expect(again).toEqual({ create: [], update: [], unchanged: rows.length, problems: [], left: [] });
      }),
    );
  });

  it('whose SIRETs all change stays as many laureates', () => {
    fc.assert(
      fc.property(programme, programme, (rows, others) => {
        const context = sampleContext();
        const known = new Set(rows.map((row) => row.siret));
        const fresh = others.map((row) => row.siret).filter((number) => !known.has(number));
        const moved = rows.map((row, index) => ({ ...row, siret: fresh[index] ?? row.siret }));
        const recorded = written(nothingRecorded, planImport(rows, nothingRecorded, context));
        const plan = planImport(moved, recorded, context);
        expect(plan).toMatchObject({ create: [], problems: [] });
        expect(planImport(moved, written(recorded, plan), context).unchanged).toBe(rows.length);
      }),
    );
  });
});

function sortedContacts(row: ImportedLaureate): ImportedLaureate {
  return { ...row, contacts: row.contacts.toSorted((a, b) => (a.email < b.email ? -1 : 1)) };
}
