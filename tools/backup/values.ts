import { type DocumentData, GeoPoint, Timestamp } from 'firebase-admin/firestore';
import * as z from 'zod';

/** Fields as Firestore's own JSON writes them (`Value` of its REST interface): whole numbers, doubles, instants and bytes stay what they are. */
export type Fields = Readonly<Record<string, unknown>>;

const REFERENCE = 'referenceValue';

/**
 * The same fields with each reference written from the root of the documents, so that an export names no project; `absolute` puts a project's back.
 * A field of somebody's that is called `referenceValue` holds a value, never a bare text: it is not taken for one.
 */
export function relative(fields: Fields, root: string): Fields {
  return mapped(fields, (name) => (name.startsWith(`${root}/`) ? name.slice(root.length + 1) : name));
}

export function absolute(fields: Fields, root: string): Fields {
  return mapped(fields, (name) => (name.startsWith('projects/') ? name : `${root}/${name}`));
}

function mapped(fields: Fields, change: (name: string) => string): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      key === REFERENCE && typeof value === 'string' ? change(value) : mappedValue(value, change),
    ]),
  );
}

function mappedValue(value: unknown, change: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mappedValue(item, change));
  return isFields(value) ? mapped(value, change) : value;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const kinds: Readonly<Record<string, (value: unknown) => unknown>> = {
  nullValue: () => null,
  booleanValue: (value) => z.boolean().parse(value),
  integerValue: (value) => Number(value),
  doubleValue: (value) => Number(value),
  stringValue: (value) => z.string().parse(value),
  bytesValue: (value) => Buffer.from(z.string().parse(value), 'base64'),
  timestampValue: (value) => timestampOf(z.string().parse(value)),
  referenceValue: (value) => z.string().parse(value),
  geoPointValue: (value) => {
    const { latitude, longitude } = z.object({ latitude: z.number(), longitude: z.number() }).parse(value);
    return new GeoPoint(latitude, longitude);
  },
  arrayValue: (value) =>
    z
      .object({ values: z.array(z.unknown()).default([]) })
      .parse(value)
      .values.map(plain),
  mapValue: (value) =>
    plainFields(z.object({ fields: z.record(z.string(), z.unknown()).default({}) }).parse(value).fields),
};

/** What firebase-admin would answer for these fields; a reference stays a text. @throws Error on a kind of value that Firestore does not have. */
export function plainFields(fields: Fields): DocumentData {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, plain(value)]));
}

function plain(value: unknown): unknown {
  const [entry, ...others] = isFields(value) ? Object.entries(value) : [];
  const read = entry && kinds[entry[0]];
  if (entry === undefined || read === undefined || others.length > 0)
    throw new Error(`not a value of Firestore: ${JSON.stringify(value)}`);
  return read(entry[1]);
}

/** To the microsecond, which is what Firestore keeps: `Date` knows milliseconds alone. */
function timestampOf(text: string): Timestamp {
  const fraction = /\.(\d+)Z$/.exec(text)?.[1] ?? '';
  return new Timestamp(Math.floor(Date.parse(text) / 1_000), Number(fraction.padEnd(9, '0')));
}
