import type { Day, Instant } from '../calendar.ts';
import type { Cents } from '../money.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type JsonSchema = Readonly<Record<string, Json>>;

/** What the data API says of a row under one name: its meaning, its shape, and its value. The description for programs and the guide come from here. */
export interface ApiField<Row> {
  readonly description: string;
  readonly schema: JsonSchema;
  readonly value: (row: Row) => Json;
}
export type ApiFields<Row> = Readonly<Record<string, ApiField<Row>>>;

/** A row as it is given: what is in its table, and nothing that is not. */
export function recordOf<Row>(fields: ApiFields<Row>, row: Row): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value(row)]));
}

/** The shape of a row, as JSON Schema says it. */
export function schemaOf<Row>(fields: ApiFields<Row>): JsonSchema {
  const properties = Object.entries(fields).map(([name, { description, schema }]) => [
    name,
    { description, ...schema },
  ]);
  return {
    type: 'object',
    required: Object.keys(fields),
    properties: Object.fromEntries(properties),
  };
}

const money = { type: 'object', required: ['centimes', 'monnaie'] } as const;
const inEuros = { centimes: { type: 'integer' }, monnaie: { const: 'EUR' } } as const;

function euros(centimes: Cents): Json {
  return { centimes, monnaie: 'EUR' };
}

/** A text that is always there. */
export function text<Row>(description: string, value: (row: Row) => string): ApiField<Row> {
  return { description, schema: { type: 'string' }, value };
}

/** A text, or nothing. */
export function words<Row>(description: string, value: (row: Row) => string | null): ApiField<Row> {
  return { description, schema: { type: ['string', 'null'] }, value };
}

/** Texts; none is an empty list. */
export function texts<Row>(description: string, value: (row: Row) => readonly string[]): ApiField<Row> {
  return { description, schema: { type: 'array', items: { type: 'string' } }, value };
}

/** A number that is no money. */
export function count<Row>(description: string, value: (row: Row) => number): ApiField<Row> {
  return { description, schema: { type: 'number' }, value };
}

/** Such numbers; none is an empty list. */
export function counts<Row>(description: string, value: (row: Row) => readonly number[]): ApiField<Row> {
  return { description, schema: { type: 'array', items: { type: 'number' } }, value };
}

/** Yes or no. */
export function flag<Row>(description: string, value: (row: Row) => boolean): ApiField<Row> {
  return { description, schema: { type: 'boolean' }, value };
}

/** Whole cents, with their currency. */
export function amount<Row>(description: string, value: (row: Row) => Cents): ApiField<Row> {
  return { description, schema: { ...money, properties: inEuros }, value: (row) => euros(value(row)) };
}

/** The same, or nothing. */
export function amountIfAny<Row>(description: string, value: (row: Row) => Cents | null): ApiField<Row> {
  const schema = { ...money, type: ['object', 'null'], properties: inEuros };
  return {
    ...{ description, schema },
    value: (row) => {
      const cents = value(row);
      return cents === null ? null : euros(cents);
    },
  };
}

/** A day of Paris, or nothing. */
export function dayIfAny<Row>(description: string, value: (row: Row) => Day | null): ApiField<Row> {
  return { description, schema: { type: ['string', 'null'], format: 'date' }, value };
}

/** An instant, in UTC. */
export function instant<Row>(description: string, value: (row: Row) => Instant): ApiField<Row> {
  return {
    ...{ description, schema: { type: 'string', format: 'date-time' } },
    value: (row) => new Date(value(row)).toISOString(),
  };
}

/** The same, or nothing. */
export function instantIfAny<Row>(description: string, value: (row: Row) => Instant | null): ApiField<Row> {
  return {
    ...{ description, schema: { type: ['string', 'null'], format: 'date-time' } },
    value: (row) => {
      const at = value(row);
      return at === null ? null : new Date(at).toISOString();
    },
  };
}

/** Rows inside a row, by a table of their own. */
export function rows<Row, Inner>(
  description: string,
  fields: ApiFields<Inner>,
  inside: (row: Row) => readonly Inner[],
): ApiField<Row> {
  return {
    ...{ description, schema: { type: 'array', items: schemaOf(fields) } },
    value: (row) => inside(row).map((one) => recordOf(fields, one)),
  };
}
