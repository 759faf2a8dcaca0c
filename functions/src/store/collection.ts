import type { DocumentData, DocumentSnapshot, Firestore, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import * as z from 'zod';
import type { CollectionName, CollectionNameOf } from '../domain/retention/collections.ts';
import { currentSchema, type Migration, shapeOf, upgraded } from './migrations/migration.ts';
import { migrations } from './migrations/migrations.ts';
import { togetherIn } from './together.ts';

/**
 * A collection is its schema, its type and its path. Documents are parsed on read *and* on write, since what is stored came from a form and
 * is printed on a contract. Each carries the number of its shape (`schema: 1`): one of an earlier shape is carried forward as it is read, by the migrations
 * of its collection, and is written in the shape of today.
 */
export interface Collection<Shape, Ids extends string[]> {
  /** The number of the shape of today, which each document that is written carries. */
  readonly schema: number;
  readonly path: (...ids: Ids) => string;
  /** The value of a document, null when it does not exist. Throws when it is not of this schema: a fault of ours, never shown as data. */
  readonly read: (snapshot: DocumentSnapshot) => Shape | null;
  readonly list: (snapshots: readonly QueryDocumentSnapshot[]) => Shape[];
  /** Those that are of this schema, and the paths of the others: where one that is not must not keep everybody from being told. */
  readonly readable: (snapshots: readonly DocumentSnapshot[]) => Readable<Shape>;
  readonly write: (value: Shape) => DocumentData;
  /** The same as `read`, of fields that are nobody's document yet. */
  readonly parsed: (fields: unknown) => Parsed<Shape>;
}

export type Parsed<Shape> =
  | { readonly success: true; readonly data: Shape }
  | { readonly success: false; readonly error: z.core.$ZodError };

export interface Readable<Shape> {
  readonly values: Shape[];
  readonly unreadable: string[];
}

/** Nothing, for a collection that has a row in `domain/retention/collections.ts`. For any other an argument that no value can be: it does not compile. */
type Decided<Path extends string> = [CollectionNameOf<Path>] extends [never]
  ? [howLongItIsKept: never]
  : CollectionNameOf<Path> extends CollectionName
    ? []
    : [howLongItIsKept: never];

/** A collection of the store, whose documents are parsed as they are read and as they are written. */
export function collection<Shape extends object, Ids extends string[], const Path extends string>(
  path: (...ids: Ids) => Path,
  schema: z.ZodType<Shape>,
  ..._decided: Decided<Path>
): Collection<Shape, Ids> {
  return collectionOf(path, schema, migrations[shapeOf(path)] ?? []);
}

/** `steps`: how documents of earlier shapes become those of today. */
export function collectionOf<Shape extends object, Ids extends string[]>(
  path: (...ids: Ids) => string,
  schema: z.ZodType<Shape>,
  steps: readonly Migration[],
): Collection<Shape, Ids> {
  const current = currentSchema(steps);
  const stamped = z.looseObject({ schema: z.int().min(1).max(current) });
  const tried = (stored: unknown): Parsed<Shape> => {
    const kept = stamped.safeParse(stored);
    if (!kept.success) return kept;
    const { schema: _version, ...fields } = upgraded(kept.data, steps);
    return schema.safeParse(fields);
  };
  const parse = (snapshot: DocumentSnapshot): Shape => {
    const parsed = tried(snapshot.data());
    if (!parsed.success) throw new Error(`${snapshot.ref.path} is not of its schema: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  };
  return {
    schema: current,
    path,
    read: (snapshot) => (snapshot.exists ? parse(snapshot) : null),
    list: (snapshots) => snapshots.map(parse),
    readable: (snapshots) => {
      const read = snapshots.map((snapshot) => ({ path: snapshot.ref.path, parsed: tried(snapshot.data()) }));
      return {
        values: read.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : [])),
        unreadable: read.flatMap(({ path, parsed }) => (parsed.success ? [] : [path])),
      };
    },
    write: (value) => ({ ...schema.parse(value), schema: current }),
    parsed: tried,
  };
}

/** Reads one document outside of any decision (1 read), in one request with what others ask for at the same time. */
export async function get<Shape extends object, Ids extends string[]>(
  firestore: Firestore,
  from: Collection<Shape, Ids>,
  ...ids: Ids
): Promise<Shape | null> {
  const [snapshot] = await togetherIn(firestore).documents([firestore.doc(from.path(...ids)).path]);
  return snapshot ? from.read(snapshot) : null;
}
