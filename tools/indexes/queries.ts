import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../commands.ts';

/**
 * The queries that the functions make, read from their sources. The emulator answers any query; production refuses one without its index, and the
 * first to know would be a user. Reading is strict: a query written in a way this does not understand is an error, never a query overlooked.
 */
export interface Query {
  readonly file: string;
  readonly collection: string;
  readonly group: boolean;
  readonly equal: readonly string[];
  readonly contains: readonly string[];
  readonly ordered: readonly { readonly field: string; readonly order: 'ASCENDING' | 'DESCENDING' }[];
}

const sources = () =>
  globSync('functions/src/**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/** Every query with a filter or an order, in the order of the sources. @throws Error on one that can't be read. */
export function queriesOf(files = sources()): Query[] {
  const names = collectionNames(files.map(({ text }) => text).join('\n'));
  return files.flatMap(({ file, text }) => {
    const chains = chainsOf(text);
    const read = chains.flatMap(({ calls }) => calls).filter(narrows).length;
    const written = [...text.matchAll(/\.(where|orderBy)\(/g)].length;
    if (read !== written)
      throw new Error(`${file}: ${written - read} filters or orders belong to no query that is understood`);
    return chains.filter(({ calls }) => calls.some(narrows)).map((chain) => queryOf(file, chain, names));
  });
}

interface Call {
  readonly method: string;
  readonly values: string;
}
interface Chain {
  readonly group: boolean;
  readonly of: string;
  readonly calls: readonly Call[];
}

const narrows = ({ method }: Call) => method === 'where' || method === 'orderBy';

/** `firestore.collection(X).where(…)…`, and the same begun in a constant: `const people = firestore.collectionGroup('members')`. */
function chainsOf(text: string): Chain[] {
  return [...text.matchAll(/\.(collection|collectionGroup)\(/g)].flatMap((found) => {
    const { values, end } = valuesAt(text, found.index + found[0].length);
    const group = found[1] === 'collectionGroup';
    const calls = callsAt(text, end);
    const kept = /const (\w+) =\s+\w+\s*$/.exec(text.slice(0, found.index))?.[1];
    if (kept === undefined || calls.length > 0) return [{ group, of: values, calls }];
    return [...text.matchAll(new RegExp(`\\b${kept}(?=\\s*\\.)`, 'g'))].map(({ index }) => ({
      group,
      of: values,
      calls: callsAt(text, index + kept.length),
    }));
  });
}

/** The calls chained from `start`: `.where(…).limit(…)`. */
function callsAt(text: string, start: number): Call[] {
  const next = /^\s*\.(\w+)\(/.exec(text.slice(start));
  if (next === null) return [];
  const { values, end } = valuesAt(text, start + next[0].length);
  return [{ method: next[1] ?? '', values }, ...callsAt(text, end)];
}

/** What stands between parentheses, the first one being just before `start`. */
function valuesAt(text: string, start: number): { values: string; end: number } {
  let depth = 1;
  let end = start;
  while (depth > 0 && end < text.length) {
    if (text[end] === '(') depth += 1;
    if (text[end] === ')') depth -= 1;
    end += 1;
  }
  return { values: text.slice(start, end - 1).trim(), end };
}

function queryOf(file: string, { group, of, calls }: Chain, names: ReadonlyMap<string, string>): Query {
  const filters = calls.filter(({ method }) => method === 'where').map(({ values }) => filterOf(file, values));
  // Every index ends with the id of the document, in the direction of its last field.
  const orders = calls
    .filter(({ method, values }) => method === 'orderBy' && values !== 'FieldPath.documentId()')
    .map(({ values }) => orderOf(file, values));
  const summed = calls.flatMap(({ values }) => [...values.matchAll(/AggregateField\.sum\('([\w.]+)'\)/g)]);
  const ranges = filters.filter(({ operator }) => /[<>]/.test(operator)).map(({ field }) => field);
  // Both ends of a range are one field of the index.
  const implied = [...new Set(ranges), ...summed.map(([, field = '']) => field)].filter(
    (field) => !orders.some((order) => order.field === field),
  );
  return {
    file,
    collection: nameOf(file, of, names),
    group,
    equal: filters.filter(({ operator }) => operator === '==' || operator === 'in').map(({ field }) => field),
    contains: filters.filter(({ operator }) => operator.startsWith('array-contains')).map(({ field }) => field),
    ordered: [...implied.map((field) => ({ field, order: 'ASCENDING' as const })), ...orders],
  };
}

function filterOf(file: string, values: string): { field: string; operator: string } {
  const [, field, operator] = /^'([\w.]+)',\s*'([\w<>=-]+)',/.exec(values) ?? [];
  if (field === undefined || operator === undefined) throw new Error(`${file}: this filter can't be read: ${values}`);
  return { field, operator };
}

function orderOf(file: string, values: string): { field: string; order: 'ASCENDING' | 'DESCENDING' } {
  const [, field, direction] = /^'([\w.]+)'(?:,\s*'(asc|desc)')?$/.exec(values) ?? [];
  if (field === undefined) throw new Error(`${file}: this order can't be read: ${values}`);
  return { field, order: direction === 'desc' ? 'DESCENDING' : 'ASCENDING' };
}

/** `FILES` → files, `sharesOf` → shares: the last word of each path that a collection's file names. */
function collectionNames(text: string): Map<string, string> {
  const constants = [...text.matchAll(/const ([A-Z_]+) = '([\w/]+)';/g)];
  const functions = [...text.matchAll(/const (\w+Of) = \([^)]*\) =>\s+`[^`]*\/(\w+)`;/g)];
  return new Map(
    [...constants, ...functions].map(([, name = '', path = '']) => [name, path.split('/').at(-1) ?? path]),
  );
}

function nameOf(file: string, written: string, names: ReadonlyMap<string, string>): string {
  const literal = /^['`](?:.*\/)?(\w+)['`]$/.exec(written)?.[1];
  const name = literal ?? names.get(/^\w+/.exec(written)?.[0] ?? '');
  if (name === undefined) throw new Error(`${file}: the collection « ${written} » is not known`);
  return name;
}
