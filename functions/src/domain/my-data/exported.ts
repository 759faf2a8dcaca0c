import { type CollectionName, collectionOf, idsOf } from '../retention/collections.ts';
import type { Fields } from '../retention/erasing.ts';
import { replaced } from '../retention/identity.ts';

/** Somebody who asks what is kept of them. */
export interface Myself {
  readonly uid: string;
  readonly name: string;
  /** Those that were corrected since: what it did then bears them. */
  readonly earlierNames: readonly string[];
  readonly email: string;
  readonly phone: string | null;
  readonly expertId: string | null;
  /** Laureates that it is a member of, today. */
  readonly laureateIds: ReadonlySet<string>;
  /** Missions of its company, today. */
  readonly companyMissionIds: ReadonlySet<string>;
  /** Feedback that it gave itself: its document names no author. */
  readonly feedbackIds: ReadonlySet<string>;
  /** Missions in which this person did something: mails about them have no author of their own. */
  readonly missionIds: ReadonlySet<string>;
  /** Those that it asked for: their need is in its own words, which mails to others quote. */
  readonly askedIds: ReadonlySet<string>;
  /** What it deposited: who opened it is said to it, without the name. */
  readonly fileIds: ReadonlySet<string>;
}

/** How another person is called in what is given to this one. */
export interface Other {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
}

const MASKED = '(autre personne)';
const HIDDEN = '(masqué)';

type Reads = (ids: readonly string[], fields: Fields, me: Myself) => boolean;
const byCompany: Reads = ([missionId = ''], _fields, me) => me.companyMissionIds.has(missionId);

/**
 * Of a mission as a whole: given to whom reads it today (`access/reads.ts`), and never for an act alone, since amounts of several laureates, and what
 * was said after somebody left, stand there too. Feedback, which the team alone reads, is of who gave it.
 */
const readToday = {
  missions: (_ids, { presentIds, expert }, me) =>
    (Array.isArray(presentIds) && presentIds.some((id) => me.laureateIds.has(String(id)))) ||
    (me.expertId !== null && isRecord(expert) && expert.expertId === me.expertId),
  'missions/submissions': byCompany,
  'missions/amendments': byCompany,
  'laureates/shares': ([laureateId = ''], _fields, me) => me.laureateIds.has(laureateId),
  feedback: ([id = ''], _fields, me) => me.feedbackIds.has(id),
} as const satisfies Partial<Record<CollectionName, Reads>>;

function isReadToday(collection: CollectionName): collection is keyof typeof readToday {
  return Object.hasOwn(readToday, collection);
}

const ofCompany: readonly CollectionName[] = ['experts', 'directory'];

/** What of a document is this person's, as it is given: null where nothing is. Others are masked, and what opens an account is never given. */
export function exportedFields(path: string, fields: Fields, me: Myself, others: readonly Other[]): unknown {
  const collection = collectionOf(path);
  if (collection === null) return null;
  const own = ownOf(collection, path, fields, me);
  if (own === null) return null;
  const text = JSON.stringify(own).toLowerCase();
  const present = others.filter(({ name, email, phone }) =>
    [name, email, phone ?? ''].some((word) => word !== '' && text.includes(asWritten(word))),
  );
  return masked(own, me, present);
}

/** As `JSON.stringify` writes it, so that a name with a quote is found too. */
const asWritten = (word: string) => JSON.stringify(word).slice(1, -1).toLowerCase();

/** The whole document, or what of it is the person's; null where nothing is. */
function ownOf(collection: CollectionName, path: string, fields: Fields, me: Myself): unknown {
  const ids = idsOf(path);
  if (isReadToday(collection)) {
    if (readToday[collection](ids, fields, me)) return fields;
    const [id = ''] = ids;
    const asked = collection === 'missions' && me.askedIds.has(id) ? { need: fields.need } : {};
    const said = { ...asked, ...saidOf(fields, me.uid) };
    return Object.keys(said).length === 0 ? null : said;
  }
  if (concerns(collection, ids, fields, me)) return fields;
  return collection === 'outbox' ? quoted(fields, me) : null;
}

/** Of a document that the person may not read, the parts that say its uid themselves. */
function saidOf(fields: Fields, uid: string): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => {
      const said = partsOf(value, uid);
      return said === null ? [] : [[key, said]];
    }),
  );
}

function partsOf(value: unknown, uid: string): unknown {
  if (Array.isArray(value)) {
    const parts = value.map((item) => partsOf(item, uid)).filter((part) => part !== null);
    return parts.length === 0 ? null : parts;
  }
  if (!isRecord(value) || ArrayBuffer.isView(value)) return value === uid ? value : null;
  if (Object.values(value).includes(uid)) return value;
  const parts = saidOf(value, uid);
  return Object.keys(parts).length === 0 ? null : parts;
}

/**
 * By the uid, the address, and what the person did. Never by a name or a telephone alone, which people write themselves: whoever took the name of
 * somebody else, or a word that is everywhere, would be given what is of others.
 */
function concerns(collection: CollectionName, ids: readonly string[], fields: Fields, me: Myself): boolean {
  if (me.expertId !== null && ofCompany.includes(collection) && ids.includes(me.expertId)) return true;
  if (ids.some((id) => id.split(/[._]/).includes(me.uid)) || says(fields, me)) return true;
  if (collection === 'accessLog' && me.fileIds.has(String(fields.fileId))) return true;
  return isNamed(collection, ids, fields, me);
}

/** Of a mail between others, what it quotes of the person: the rest is theirs. */
function quoted({ mail, createdAt, mission, facts }: Fields, me: Myself): unknown {
  if (!isRecord(mission) || !isRecord(facts) || !me.askedIds.has(String(mission.id))) return null;
  return facts.need === '' ? null : { mail, createdAt, facts: { need: facts.need } };
}

function says(value: unknown, me: Myself): boolean {
  if (typeof value === 'string') return value === me.uid || value.toLowerCase().includes(me.email.toLowerCase());
  if (Array.isArray(value)) return value.some((item) => says(item, me));
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
  return Object.entries(value).some(([key, item]) => key === me.uid || says(item, me));
}

/** Of what the person did, where its name alone says so: in its own company's history, and in mails about its own missions. */
function isNamed(collection: CollectionName, ids: readonly string[], fields: Fields, me: Myself): boolean {
  const isMine = (by: unknown) => by === me.name || me.earlierNames.some((name) => name === by);
  if (collection === 'experts/events') return me.expertId === ids[0] && isMine(fields.by);
  const { mission, facts } = fields;
  if (collection !== 'outbox' || !isRecord(mission) || !isRecord(facts)) return false;
  return me.missionIds.has(String(mission.id)) && isMine(facts.byName);
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

/** Keys whose values open something, or recognise somebody: of no use to the person, and dangerous in a file that is kept anywhere. */
const secret = new Set(['codeHash', 'tokenHash', 'address', 'relay']);
const contacts = new Set(['email', 'phone']);

function masked(value: unknown, me: Myself, others: readonly Other[], key = ''): unknown {
  if (typeof value === 'string') return maskedText(value, me, others, key);
  if (Array.isArray(value)) return value.map((item) => masked(item, me, others, key));
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value)) return HIDDEN;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, secret.has(name) ? HIDDEN : masked(item, me, others, name)]),
  );
}

function maskedText(text: string, me: Myself, others: readonly Other[], key: string): string {
  if (contacts.has(key) && text !== '' && text !== me.email && text !== me.phone) return HIDDEN;
  return others.reduce((said, { name, email, phone }) => {
    const words = [name === me.name ? '' : name, email, phone ?? ''];
    return words.reduce((shown, word) => (word.length > 2 ? replaced(shown, word, wholeWord) : shown), said);
  }, text);
}

const wholeWord = { before: '(?<![\\p{L}\\p{N}])', after: '(?![\\p{L}\\p{N}])', by: MASKED } as const;
