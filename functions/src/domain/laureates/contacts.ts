import type { MemberRole } from '../actor.ts';
import { isPhone } from '../people/phone.ts';
import { type Reading, readEmail, readName } from './cells.ts';
import { roleNamed } from './columns.ts';
import { plain } from './text.ts';

export interface ImportedContact {
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
  /** Absent where the file says none. */
  readonly phone?: string | undefined;
}

/** The columns of one person, as typed: any of them may be empty. */
export interface PersonCells {
  readonly role: MemberRole;
  readonly firstName: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

const missingName = 'il manque le nom de cette personne';
const wrongPhone =
  'ce numéro de téléphone n’en est pas un : écrivez-le comme 01 23 45 67 89, ou laissez la cellule vide';
const missingEmail = 'il manque l’adresse e-mail de cette personne';

export function readPerson({ role, firstName, name, email, phone }: PersonCells): Reading<ImportedContact> {
  const fullName = plain(`${firstName} ${name}`);
  if (email === '') return { reason: missingEmail };
  const address = readEmail(email);
  if ('reason' in address) return address;
  if (fullName === '') return { reason: missingName };
  const named = readName(fullName);
  if ('reason' in named) return named;
  const number = dialled(phone);
  if (number !== '' && !isPhone(number)) return { reason: wrongPhone };
  return { value: { name: fullName, email: address.value, role, ...(number !== '' && { phone: number }) } };
}

/** Excel takes the first zero away from a column that is not text. */
function dialled(phone: string): string {
  return /^[1-9]\d{8}$/.test(phone) ? `0${phone}` : phone;
}

/** « Zoé Martin <zoe@lafabrique.fr> (signataire) »: the role may be left to the column. */
export function readWrittenPerson(text: string, columnRole: MemberRole | null): Reading<ImportedContact> {
  const [, before = '', email = '', after = ''] = /^([^<>]*)<([^<>]*)>([^<>]*)$/.exec(text) ?? [];
  if (email === '') return { reason: 'écrivez chaque personne « Prénom Nom <adresse> (signataire) »' };
  const role = columnRole ?? roleNamed(after);
  if (!role) return { reason: 'dites le rôle de cette personne après son adresse : (signataire) ou (contributeur)' };
  return readPerson({
    role,
    firstName: '',
    name: plain(before).replace(/^"(.*)"$/, '$1'),
    email: plain(email),
    phone: '',
  });
}

/** The persons of one « contacts » cell, separated by « ; », « , » or a new line. */
export function writtenPersons(cell: string): readonly string[] {
  return cell
    .split(/[;,\n]/)
    .map(plain)
    .filter((person) => person !== '');
}
