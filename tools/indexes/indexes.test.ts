import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { root } from '../commands.ts';
import { type Query, queriesOf } from './queries.ts';

const ordered = z.object({ fieldPath: z.string(), order: z.enum(['ASCENDING', 'DESCENDING']) });
const contained = z.object({ fieldPath: z.string(), arrayConfig: z.literal('CONTAINS') });
const scope = z.enum(['COLLECTION', 'COLLECTION_GROUP']);
const declared = z
  .strictObject({
    indexes: z.array(
      z.strictObject({
        collectionGroup: z.string(),
        queryScope: scope,
        fields: z.array(z.union([ordered, contained])).min(2),
      }),
    ),
    fieldOverrides: z.array(
      z.strictObject({
        collectionGroup: z.string(),
        fieldPath: z.string(),
        indexes: z.array(
          z.object({ order: z.string().optional(), arrayConfig: z.string().optional(), queryScope: scope }),
        ),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(join(root, 'firestore.indexes.json'), 'utf8')));

const queries = queriesOf();

/** What production asks for one query: an index of several fields, one of a single field across collections, or nothing. */
function needOf({ collection, group, equal, contains, ordered: orders }: Query): string | null {
  const fields = new Set([...equal, ...contains, ...orders.map(({ field }) => field)]);
  const where = `${group ? 'COLLECTION_GROUP' : 'COLLECTION'} ${collection}`;
  const several = fields.size > 1 && (orders.length > 0 || contains.length > 0);
  if (!several) return group ? `${where}: ${[...fields].sort().join(' | ')}` : null;
  const firsts = [...equal, ...contains.map((field) => `${field} CONTAINS`)].sort();
  const rest = orders.filter(({ field }) => !equal.includes(field)).map(({ field, order }) => `${field} ${order}`);
  return `${where}: ${firsts.join(' & ')} > ${rest.join(', ')}`;
}

function offerOf({ collectionGroup, queryScope, fields }: (typeof declared.indexes)[number], firsts: number): string {
  const text = fields.map((field) =>
    'order' in field
      ? { name: field.fieldPath, order: field.order }
      : { name: `${field.fieldPath} CONTAINS`, order: '' },
  );
  const equal = text.slice(0, firsts).map(({ name }) => name);
  const rest = text.slice(firsts).map(({ name, order }) => `${name} ${order}`);
  return `${queryScope} ${collectionGroup}: ${equal.sort().join(' & ')} > ${rest.join(', ')}`;
}

const composites = declared.indexes.map((index) => index.fields.map((_field, firsts) => offerOf(index, firsts + 1)));
const singles = declared.fieldOverrides
  .filter(({ indexes }) => indexes.some(({ queryScope }) => queryScope === 'COLLECTION_GROUP'))
  .map(({ collectionGroup, fieldPath }) => [`COLLECTION_GROUP ${collectionGroup}: ${fieldPath}`]);
const needs = [...new Set(queries.map(needOf).filter((need) => need !== null))];

describe('firestore.indexes.json', () => {
  it.each(needs)('has the index that a query needs: %s', (need) => {
    expect([...composites, ...singles].flat()).toContain(need);
  });

  it.each([...composites, ...singles])('has no index that no query needs: %s', (...offers) => {
    expect(offers.filter((offer) => needs.includes(offer))).not.toEqual([]);
  });
});

describe('Reading the queries', () => {
  const read = (text: string) => queriesOf([{ file: 'sample.ts', text }]);

  it('finds those of the functions', () => {
    expect(queries.length).toBeGreaterThan(15);
    expect(queries).toContainEqual(
      expect.objectContaining({
        collection: 'missions',
        equal: ['expert.expertId'],
        ordered: [{ field: 'since', order: 'DESCENDING' }],
      }),
    );
  });

  it('knows equality, ranges, orders, sums and groups', () => {
    const text = `export const FILES = 'files';
      firestore.collection(FILES).where('a', '==', f(x)).where('b', '<', 1).aggregate({ bytes: AggregateField.sum('size') });
      const people = firestore.collectionGroup('members');
      people.where('email', 'in', [...who]).get();`;
    expect(read(text)).toEqual([
      expect.objectContaining({
        collection: 'files',
        group: false,
        equal: ['a'],
        ordered: [
          { field: 'b', order: 'ASCENDING' },
          { field: 'size', order: 'ASCENDING' },
        ],
      }),
      expect.objectContaining({ collection: 'members', group: true, equal: ['email'], ordered: [] }),
    ]);
  });

  it('knows that both ends of a range are one field', () => {
    const text = `firestore.collection('x').where('a', '==', 1).where('b', '>', 1).where('b', '<=', 2).count().get();`;
    expect(read(text)).toEqual([
      expect.objectContaining({ equal: ['a'], ordered: [{ field: 'b', order: 'ASCENDING' }] }),
    ]);
  });

  it.each([
    ['a filter whose field is computed', `firestore.collection('x').where(field, '==', 1)`],
    ['a filter on a query that came from elsewhere', `query.where('a', '==', 1)`],
    ['a collection without a known name', `firestore.collection(unknown).where('a', '==', 1)`],
  ])('refuses %s', (_what, text) => {
    expect(() => read(text)).toThrow(/sample\.ts/);
  });
});
