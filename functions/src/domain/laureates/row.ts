import type { Cents } from '../money.ts';
import { formatEuros } from '../money.ts';
import {
  brokenCell,
  ceilingReader,
  type Reading,
  readDay,
  readDecision,
  readDepartment,
  readEuros,
  readFundedBase,
  readName,
  readPromotion,
  readRecommendations,
  readReference,
  readRegion,
  readSiret,
  readTerritory,
  withoutExcelMarks,
} from './cells.ts';
import { type Column, type ContactPart, columns, type Layout } from './columns.ts';
import { type ImportedContact, type PersonCells, readPerson, readWrittenPerson, writtenPersons } from './contacts.ts';
import type { CsvRow } from './csv.ts';
import type { ImportedAward, ImportedLaureate, ImportProblem } from './import.ts';
import { plain } from './text.ts';

export interface RowReading {
  /** Null when the row has a problem. */
  readonly laureate: ImportedLaureate | null;
  readonly problems: readonly ImportProblem[];
  /** What may stand in one row only, read even where the rest of the row is wrong. */
  readonly identities: readonly Identity[];
}

export interface Identity {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly kind: 'siret' | 'reference' | 'email';
}

export function readRow(row: CsvRow, layout: Layout, ceilings: readonly Cents[]): RowReading {
  const reader = new RowReader(row, layout);
  reader.refuseStrayCells();
  const reference = reader.optional('reference', readReference);
  const name = reader.required('name', readName);
  const siret = reader.required('siret', readSiret);
  const promotion = reader.required('promotion', readPromotion);
  const territory = reader.required('territory', readTerritory);
  const department = reader.required('department', readDepartment);
  const region = reader.optional('region', readRegion);
  if (region && department && department.region !== region)
    reader.refuse('region', `le département ${department.name} est en région ${department.region}`);
  const fundedBase = reader.optional('fundedBase', readFundedBase);
  const contacts = readContacts(reader, layout);
  const award = readAward(reader, ceilings);
  const { problems } = reader;
  const identities = identitiesOf(reader, { siret, reference }, contacts);
  if (problems.length > 0 || !name || !siret || !promotion || !territory || !department)
    return { laureate: null, problems, identities };
  const emails = contacts.map(({ contact }) => contact);
  const place = { territory, region: department.region, department: department.name };
  const laureate = { line: row.line, reference, name, siret, promotion, ...place, fundedBase, contacts: emails, award };
  return { laureate, problems, identities };
}

/** The cells of one row by their meaning; collects what is wrong with them. */
class RowReader {
  readonly problems: ImportProblem[] = [];
  readonly row: CsvRow;
  readonly layout: Layout;

  constructor(row: CsvRow, layout: Layout) {
    this.row = row;
    this.layout = layout;
  }

  /** The cell with its line breaks; empty when the row is shorter than the header. */
  raw(place: number | undefined): string {
    return place === undefined ? '' : withoutExcelMarks((this.row.cells[place] ?? '').normalize('NFC').trim());
  }

  header(column: Column): string {
    return this.layout.headers[this.layout.places.get(column) ?? -1] ?? columns[column].label;
  }

  text(column: Column): string {
    return plain(this.raw(this.layout.places.get(column)));
  }

  optional<Value>(column: Column, read: (text: string) => Reading<Value>): Value | null {
    const text = this.text(column);
    return text === '' ? null : this.keep(this.header(column), text, read(text));
  }

  required<Value>(column: Column, read: (text: string) => Reading<Value>): Value | null {
    if (this.text(column) !== '') return this.optional(column, read);
    this.refuse(column, 'cette cellule est vide : remplissez-la');
    return null;
  }

  keep<Value>(header: string, text: string, reading: Reading<Value>): Value | null {
    const broken = brokenCell(text);
    if (broken === null && 'value' in reading) return reading.value;
    const reason = broken ?? ('reason' in reading ? reading.reason : '');
    this.problems.push({ line: this.row.line, column: header, value: text, reason });
    return null;
  }

  refuse(column: Column, reason: string): void {
    this.keep(this.header(column), this.text(column), { reason });
  }

  /** A cell under no header most often means a separator typed inside another cell: everything after it is shifted. */
  refuseStrayCells(): void {
    const stray = this.row.cells.findIndex((cell, place) => plain(cell) !== '' && !this.layout.headers[place]);
    if (stray < 0) return;
    const reason = 'cette cellule n’a pas d’en-tête : la ligne est décalée, ou il manque des guillemets';
    this.keep(`colonne ${stray + 1}`, this.raw(stray), { reason });
  }
}

interface PlacedContact {
  readonly contact: ImportedContact;
  readonly column: string;
}

function readContacts(reader: RowReader, layout: Layout): readonly PlacedContact[] {
  const before = reader.problems.length;
  const found = [...columnPersons(reader, layout), ...writtenCells(reader, layout)];
  const contacts = new Map<string, PlacedContact>();
  for (const placed of found) {
    const { email, role, name } = placed.contact;
    const same = contacts.get(email)?.contact;
    if (same && (same.role !== role || same.name !== name))
      reader.keep(placed.column, email, {
        reason: 'cette adresse est donnée deux fois sur la ligne, avec un autre nom ou un autre rôle',
      });
    contacts.set(email, placed);
  }
  const signed = [...contacts.values()].some(({ contact }) => contact.role === 'signatory');
  if (!signed && reader.problems.length === before)
    reader.keep('signataire', '', {
      reason: 'il manque un signataire : la personne qui engage la structure, avec son nom et son e-mail',
    });
  return [...contacts.values()];
}

/** Persons spread over « signataire 1 nom », « signataire 1 e-mail »… */
function columnPersons(reader: RowReader, layout: Layout): readonly PlacedContact[] {
  const people = Map.groupBy(
    layout.contacts.filter(({ part }) => part !== 'person'),
    ({ role, number }) => `${role} ${number}`,
  );
  return [...people.values()].flatMap((parts) => {
    const cell = (part: ContactPart) => plain(reader.raw(parts.find((column) => column.part === part)?.place));
    const role = parts[0]?.role ?? 'contributor';
    const person: PersonCells = { role, firstName: cell('firstName'), name: cell('name'), email: cell('email') };
    if (person.firstName + person.name + person.email === '') return [];
    const place = (parts.find(({ part }) => part === 'email') ?? parts[0])?.place ?? -1;
    const column = layout.headers[place] ?? '';
    const contact = reader.keep(
      column,
      person.email || plain(`${person.firstName} ${person.name}`),
      readPerson(person),
    );
    return contact ? [{ contact, column }] : [];
  });
}

/** Persons written « Prénom Nom <adresse> (rôle) », several in the « contacts » cell, or in a « signataire 1 » cell that says the role. */
function writtenCells(reader: RowReader, layout: Layout): readonly PlacedContact[] {
  const cells = [
    { place: layout.places.get('contacts'), role: null },
    ...layout.contacts.filter(({ part }) => part === 'person').map(({ place, role }) => ({ place, role })),
  ];
  return cells.flatMap(({ place, role }) => {
    const column = layout.headers[place ?? -1] ?? '';
    return writtenPersons(reader.raw(place)).flatMap((text) => {
      const contact = reader.keep(column, text, readWrittenPerson(text, role));
      return contact ? [{ contact, column }] : [];
    });
  });
}

/** All four cells of a decision, or none. */
function readAward(reader: RowReader, ceilings: readonly Cents[]): ImportedAward | null {
  const needed = ['ceiling', 'award', 'decision', 'decisionDate'] as const;
  const filled = needed.filter((column) => reader.text(column) !== '');
  if (filled.length === 0) return null;
  for (const column of needed.filter((column) => !filled.includes(column)))
    reader.refuse(
      column,
      'cette cellule est vide : remplissez les quatre cellules de la décision du comité, ou aucune',
    );
  const ceilingCents = reader.optional('ceiling', ceilingReader(ceilings));
  const amountCents = reader.optional('award', readEuros);
  const decision = reader.optional('decision', readDecision);
  const date = reader.optional('decisionDate', readDay);
  const recommendations = reader.optional('recommendations', readRecommendations) ?? '';
  if (amountCents === 0)
    reader.refuse('award', 'le montant attribué est nul : laissez vides les cellules de la décision');
  if (ceilingCents && amountCents && amountCents > ceilingCents)
    reader.refuse('award', `le montant attribué dépasse le plafond de ${formatEuros(ceilingCents)}`);
  if (ceilingCents === null || amountCents === null || decision === null || date === null) return null;
  return { ceilingCents, amountCents, decision, date, recommendations };
}

function identitiesOf(
  reader: RowReader,
  { siret, reference }: { readonly siret: string | null; readonly reference: string | null },
  contacts: readonly PlacedContact[],
): readonly Identity[] {
  const { line } = reader.row;
  return [
    ...(siret ? [{ line, kind: 'siret' as const, column: reader.header('siret'), value: siret }] : []),
    ...(reference ? [{ line, kind: 'reference' as const, column: reader.header('reference'), value: reference }] : []),
    ...contacts.map(({ contact, column }) => ({ line, kind: 'email' as const, column, value: contact.email })),
  ];
}
