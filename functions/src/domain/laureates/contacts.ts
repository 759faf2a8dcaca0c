import type { MemberRole } from '../actor.ts';
import { type Reading, readEmail, readName } from './cells.ts';
import { roleNamed } from './columns.ts';
import { plain } from './text.ts';

export interface ImportedContact {
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
}

/** The columns of one person, as typed: any of them may be empty. */
export interface PersonCells {
  readonly role: MemberRole;
  readonly firstName: string;
  readonly name: string;
  readonly email: string;
}

const missingName = 'il manque le nom de cette personne';
const missingEmail = 'il manque l’adresse e-mail de cette personne';

export function readPerson({ role, firstName, name, email }: PersonCells): Reading<ImportedContact> {
  const fullName = plain(`${firstName} ${name}`);
  if (email === '') return { reason: missingEmail };
  const address = readEmail(email);
  if ('reason' in address) return address;
  if (fullName === '') return { reason: missingName };
  const named = readName(fullName);
  return 'reason' in named ? named : { value: { name: fullName, email: address.value, role } };
}

/** « Zoé Martin <zoe@lafabrique.fr> (signataire) »: the role may be left to the column. */
export function readWrittenPerson(text: string, columnRole: MemberRole | null): Reading<ImportedContact> {
  const [, before = '', email = '', after = ''] = /^([^<>]*)<([^<>]*)>([^<>]*)$/.exec(text) ?? [];
  if (email === '') return { reason: 'écrivez chaque personne « Prénom Nom <adresse> (signataire) »' };
  const role = columnRole ?? roleNamed(after);
  if (!role) return { reason: 'dites le rôle de cette personne après son adresse : (signataire) ou (contributeur)' };
  return readPerson({ role, firstName: '', name: plain(before).replace(/^"(.*)"$/, '$1'), email: plain(email) });
}

/** The persons of one « contacts » cell, separated by « ; », « , » or a new line. */
export function writtenPersons(cell: string): readonly string[] {
  return cell
    .split(/[;,\n]/)
    .map(plain)
    .filter((person) => person !== '');
}
