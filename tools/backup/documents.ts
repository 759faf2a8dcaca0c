import * as z from 'zod';
import { canonicalJson, sha256 } from '../../functions/src/store/hash.ts';
import type { Target } from '../target.ts';
import { absolute, type Fields, relative } from './values.ts';

/**
 * The documents of one project by Firestore's REST interface, in its own JSON: firebase-admin reads 1.0 and 1 as one number, and has no way to ask for
 * every document whatever its collection.
 */
export interface Documents {
  /** `projects/…/documents`. */
  readonly root: string;
  readonly address: string;
  /** Whose quota the requests are counted on: Google asks of a person, not of a machine, which project that is. */
  readonly project: string;
  readonly token: () => Promise<string>;
}

/** One document: where it is, and its fields. */
export interface Line {
  readonly path: string;
  readonly fields: Fields;
}

/** @param token of whoever may read and write the whole project; emulators take any word. */
export function documentsOf({ project, emulator }: Target, token: () => Promise<string>): Documents {
  const root = `projects/${project}/databases/(default)/documents`;
  const server = emulator === null ? 'https://firestore.googleapis.com' : `http://${emulator}`;
  return { root, project, address: `${server}/v1/${root}`, token: emulator === null ? token : async () => 'owner' };
}

export function hashOf(line: Line): string {
  return sha256(textOf(line));
}

/** The line of an export: always the same text for the same document. */
export function textOf({ path, fields }: Line): string {
  return canonicalJson({ path, fields });
}

const answers = z.array(
  z.object({
    document: z.object({ name: z.string(), fields: z.record(z.string(), z.unknown()).default({}) }).optional(),
    readTime: z.string().optional(),
  }),
);

/** Some 3 MB at once of ordinary documents; 300 of a megabyte, which nobody has, would be 300. */
const DOCUMENTS_AT_ONCE = 300;
const BY_NAME = [{ field: { fieldPath: '__name__' } }];

interface Reading {
  readonly readTime: string;
  /** The last path that was read already. */
  readonly after?: string | null;
  /** How many documents a request reads. */
  readonly atOnce?: number;
}

/**
 * Every document of the project as it was at one instant, in pages, ordered by path: those of collections that no code knows, and those under a document
 * that does not exist, are there too. A read a document.
 */
export async function* everyDocument(
  documents: Documents,
  { readTime, after = null, atOnce = DOCUMENTS_AT_ONCE }: Reading,
): AsyncGenerator<Line[]> {
  let last = after;
  do {
    const found = await query(documents, {
      ...{ orderBy: BY_NAME, limit: atOnce, readTime },
      ...(last !== null && {
        startAt: { before: false, values: [{ referenceValue: `${documents.root}/${last}` }] },
      }),
    });
    if (found.lines.length > 0) yield found.lines;
    last = found.lines.length === atOnce ? (found.lines.at(-1)?.path ?? null) : null;
  } while (last !== null);
}

/** The clock of the database, and whether it has any document. */
export async function stateOf(documents: Documents): Promise<{ readonly readTime: string; readonly isEmpty: boolean }> {
  const { lines, readTime } = await query(documents, { limit: 1 });
  return { readTime, isEmpty: lines.length === 0 };
}

interface Asked {
  readonly readTime?: string;
  readonly [part: string]: unknown;
}

async function query(documents: Documents, { readTime, ...rest }: Asked) {
  const structuredQuery = { from: [{ allDescendants: true }], ...rest };
  const answer = await ask(documents, 'runQuery', { structuredQuery, ...(readTime !== undefined && { readTime }) });
  const found = answers.parse(answer);
  const lines = found.flatMap(({ document }): Line[] => {
    if (document === undefined) return [];
    const path = document.name.slice(documents.root.length + 1);
    return [{ path, fields: relative(document.fields, documents.root) }];
  });
  return { lines, readTime: found.findLast((one) => one.readTime !== undefined)?.readTime ?? '' };
}

const written = z.object({ status: z.array(z.object({ code: z.int().default(0), message: z.string().default('') })) });
const ALREADY_EXISTS = 6;

/**
 * Writes documents where there are none; one that exists is left as it is, and answered by its path.
 *
 * @throws Error naming the first that could not be written.
 */
export async function createDocuments(documents: Documents, lines: readonly Line[]): Promise<string[]> {
  const writes = lines.map(({ path, fields }) => ({
    update: { name: `${documents.root}/${path}`, fields: absolute(fields, documents.root) },
    currentDocument: { exists: false },
  }));
  const { status } = written.parse(await ask(documents, 'batchWrite', { writes }));
  const outcomes = lines.map(({ path }, index) => ({
    path,
    code: status[index]?.code,
    message: status[index]?.message,
  }));
  for (const { path, code, message } of outcomes)
    if (code !== 0 && code !== ALREADY_EXISTS) throw new Error(`${path} was not written: ${message}`);
  return outcomes.filter(({ code }) => code === ALREADY_EXISTS).map(({ path }) => path);
}

async function ask({ address, project, token }: Documents, method: string, body: object): Promise<unknown> {
  const headers = {
    authorization: `Bearer ${await token()}`,
    'content-type': 'application/json',
    'x-goog-user-project': project,
  };
  const response = await fetch(`${address}:${method}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`Firestore refused ${method}: ${response.status} ${await response.text()}`);
  return response.json();
}
