import { RowReader } from '../imports/row-reader.ts';
import { type Cents, formatEuros } from '../money.ts';
import {
  ceilingReader,
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
  const reader = new RowReader(row, layout, columns);
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

interface PlacedContact {
  readonly contact: ImportedContact;
  readonly column: string;
}

function readContacts(reader: RowReader<Column>, layout: Layout): readonly PlacedContact[] {
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
function columnPersons(reader: RowReader<Column>, layout: Layout): readonly PlacedContact[] {
  const people = Map.groupBy(
    layout.contacts.filter(({ part }) => part !== 'person'),
    ({ role, number }) => `${role} ${number}`,
  );
  return [...people.values()].flatMap((parts) => {
    const cell = (part: ContactPart) => plain(reader.raw(parts.find((column) => column.part === part)?.place));
    const role = parts[0]?.role ?? 'contributor';
    const [firstName, name, email] = [cell('firstName'), cell('name'), cell('email')];
    const person: PersonCells = { role, firstName, name, email, phone: cell('phone') };
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
function writtenCells(reader: RowReader<Column>, layout: Layout): readonly PlacedContact[] {
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
function readAward(reader: RowReader<Column>, ceilings: readonly Cents[]): ImportedAward | null {
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
  reader: RowReader<Column>,
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
