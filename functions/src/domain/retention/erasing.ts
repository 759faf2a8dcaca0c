import { type PieceKind, pieces } from '../dossiers/pieces.ts';
import { type MailName, mailNames } from '../notifications/mails.ts';
import { byPath, collectionOf, collections, type Erasure, idsOf } from './collections.ts';
import { isPhone, withoutAddress, withoutName, withoutPhone } from './identity.ts';
import { isAuthored, isKeptPiece, isNotice } from './kept-longer.ts';

/** Somebody whose erasure is carried out, as the service knew that person before. */
export interface Erased {
  readonly uid: string;
  readonly name: string;
  /** Those that were corrected since: what was done then bears them. */
  readonly earlierNames: readonly string[];
  readonly email: string;
  /** Those that were changed for it. */
  readonly earlierEmails: readonly string[];
  /** Null too where somebody else has the same: an office has one. */
  readonly phone: string | null;
  /** Of these names, those that are nobody else's, nor within the name of somebody else (`identity.ts`): any other goes only where the uid is beside it. */
  readonly ownNames: ReadonlySet<string>;
  /** Files that go with the person: lines about them lose their name, which a person chose. */
  readonly fileIds: ReadonlySet<string>;
  /** Files that decisions rest on, among those that the person opened: who opened them stays said. */
  readonly decidedFileIds: ReadonlySet<string>;
}

export const ERASED_NAME = 'Personne effacée';
const ERASED_FILE = 'Document effacé';
const ERASED_WORDS = 'Texte effacé à la demande de son auteur.';

/** A document as Firestore holds it. */
export type Fields = Readonly<Record<string, unknown>>;
/** `clear`: a mail loses its content, not its id. */
export type Outcome =
  | { readonly kind: 'same' | 'delete' | 'clear' }
  | { readonly kind: 'changed'; readonly fields: Fields };

const same: Outcome = { kind: 'same' };
const gone: Outcome = { kind: 'delete' };

/** What becomes of one document. Pure: the same document gives the same answer, so that a walk that stops begins again where it was. */
export function withoutPerson(path: string, fields: Fields, person: Erased): Outcome {
  const collection = collectionOf(path);
  if (collection === null) return same;
  const erasure: Erasure = collections[collection].erasure;
  switch (erasure.kind) {
    case 'kept':
    case 'nobody':
    case 'remade':
    case 'ofProof':
      return same;
    case 'told':
      return scrubbedOnly(fields, erasure.fields, person);
    case 'company':
      return scrubbedOnly(fields, byOthers, person);
    case 'mail':
      return mailWithout(fields, person);
    case 'file':
      return fileWithout(fields, person);
    case 'access':
      return person.decidedFileIds.has(String(fields.fileId)) ? same : scrubbed(fields, person);
    case 'keptBut':
      return valueAt(fields, erasure.uid) === person.uid ? changed({ ...fields, [erasure.field]: null }) : same;
    case 'own':
      return isOwn(path, fields, erasure.owner, person.uid) ? gone : aboutSomebodyElse(fields, person);
    case 'removed':
      return isOwn(path, fields, erasure.owner, person.uid) ? gone : scrubbed(fields, person);
    case 'scrubbed':
      return scrubbed(withoutWords(fields, erasure, person), person, fields);
    default:
      return erasure satisfies never;
  }
}

/** Who invited it, and who decided on it. The rest is the company's, which knows who else speaks for it (`company.ts`). */
const byOthers = ['invitedBy', 'review', 'interestsLifted'] as const;

/** Who somebody is: never what an erasure of another takes, whatever both have in common. */
const identity: ReadonlySet<string> = new Set(['name', 'email', 'phone']);

function aboutSomebodyElse(fields: Fields, person: Erased): Outcome {
  const others = Object.keys(fields).filter((key) => !identity.has(key));
  return scrubbedOnly(fields, others, person);
}

function scrubbedOnly(fields: Fields, keys: readonly string[], person: Erased): Outcome {
  const told = Object.fromEntries(keys.filter((key) => key in fields).map((key) => [key, fields[key]]));
  const outcome = scrubbed(told, person);
  return outcome.kind === 'changed' ? changed({ ...fields, ...outcome.fields }) : outcome;
}

function mailWithout(fields: Fields, person: Erased): Outcome {
  if (isMailName(fields.mail) && isNotice(fields.mail)) return same;
  return valueAt(fields, 'to.uid') === person.uid || isAddress(String(valueAt(fields, 'to.email') ?? ''), person)
    ? { kind: 'clear' }
    : scrubbed(fields, person);
}

const known: ReadonlySet<unknown> = new Set(mailNames);
const isMailName = (name: unknown): name is MailName => known.has(name);
const isPiece = (piece: unknown): piece is PieceKind => typeof piece === 'string' && Object.hasOwn(pieces, piece);

/** One of a kind that the code no longer knows is kept: nobody decided that it may go. */
export function goesWithOwner({ piece }: Fields): boolean {
  return isPiece(piece) && isAuthored(piece);
}

function fileWithout(fields: Fields, person: Erased): Outcome {
  const { ownerUid, piece } = fields;
  if (ownerUid !== person.uid) return same;
  if (goesWithOwner(fields)) return gone;
  return isPiece(piece) && !isKeptPiece(piece) ? scrubbed(fields, person) : same;
}

const changed = (fields: Fields): Outcome => ({ kind: 'changed', fields });

/** Whether a document is the person's own. */
function isOwn(path: string, fields: Fields, owner: string, uid: string): boolean {
  if (owner !== byPath) return valueAt(fields, owner) === uid;
  return idsOf(path).some((id) => id === uid || id.startsWith(`${uid}_`));
}

function withoutWords(
  fields: Fields,
  erasure: Extract<Erasure, { kind: 'scrubbed' }>,
  { uid, fileIds }: Erased,
): Fields {
  const { written } = erasure;
  if (written === undefined || valueAt(fields, written.by) !== uid) return fields;
  const words = Object.fromEntries(written.words.map((field) => [field, ERASED_WORDS]));
  const { fileIds: joined } = fields;
  return {
    ...fields,
    ...words,
    ...(Array.isArray(joined) && { fileIds: joined.filter((id) => !fileIds.has(String(id))) }),
  };
}

function scrubbed(fields: Fields, person: Erased, before: Fields = fields): Outcome {
  const after = scrubFields(fields, person, false);
  return after === before ? same : changed(after);
}

/** The same object where nothing of it is the person's, so that most documents are written to no more. `isAbout`: it stands under the uid. */
function scrubFields(fields: Fields, person: Erased, isAbout: boolean): Fields {
  const about = isAbout || Object.values(fields).includes(person.uid);
  const entries = Object.entries(fields).map(([key, value]): [string, unknown] => [
    key,
    typeof value === 'string' ? scrubText(value, person, about) : scrub(value, person, key === person.uid),
  ]);
  const named = isErasedFile(fields, person) ? entries.map(withoutFileName) : entries;
  return named.every(([key, value]) => value === fields[key]) ? fields : Object.fromEntries(named);
}

function isErasedFile({ fileId }: Fields, { fileIds }: Erased): boolean {
  return typeof fileId === 'string' && fileIds.has(fileId);
}

function withoutFileName([key, value]: [string, unknown]): [string, unknown] {
  return [key, key === 'fileName' ? ERASED_FILE : value];
}

function scrub(value: unknown, person: Erased, isAbout: boolean): unknown {
  if (typeof value === 'string') return scrubText(value, person, isAbout);
  if (Array.isArray(value)) {
    const items = value.map((item) => scrub(item, person, false));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  return isFields(value) ? scrubFields(value, person, isAbout) : value;
}

/** `isAbout`: the uid is beside it, so that a name there is the person's whoever else has it. */
function scrubText(text: string, person: Erased, isAbout: boolean): string {
  if (namesOf(person).includes(text)) return isAbout || person.ownNames.has(text) ? ERASED_NAME : text;
  if (isAddress(text, person) || (person.phone !== null && isPhone(text, person.phone))) return '';
  return withinText(text, person);
}

/** A name of one word may be any word: within a sentence, only a whole name is replaced. */
function withinText(text: string, person: Erased): string {
  const { phone, ownNames } = person;
  const unaddressed = addressesOf(person).reduce((left, one) => withoutAddress(left, one, 'adresse effacée'), text);
  const uncalled = phone === null ? unaddressed : withoutPhone(unaddressed, phone, 'téléphone effacé');
  return namesOf(person)
    .filter((name) => ownNames.has(name) && name.trim().includes(' '))
    .reduce((left, name) => withoutName(left, name, ERASED_NAME), uncalled);
}

/** The longest first: one may be the beginning of another. */
const namesOf = ({ name, earlierNames }: Pick<Erased, 'name' | 'earlierNames'>): readonly string[] =>
  [name, ...earlierNames].toSorted((one, other) => other.length - one.length);

const addressesOf = ({ email, earlierEmails }: Erased): readonly string[] => [email, ...earlierEmails];

function isAddress(text: string, person: Erased): boolean {
  return text !== '' && addressesOf(person).some((one) => one.toLowerCase() === text.toLowerCase());
}

/** Maps alone: dates and bytes of Firestore have a class of their own, and hold no name. */
function isFields(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function valueAt(fields: Fields, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isFields(value) ? value[key] : undefined), fields);
}
