import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { collectionOf } from '../collection.ts';
import { currentSchema, type Migration, shapeOf, upgraded } from './migration.ts';

const place = (id: string) => `boats/${id}`;
const steps: readonly Migration[] = [
  { from: 1, what: 'a name becomes a title', migrate: ({ name, ...rest }) => ({ ...rest, title: name }) },
  { from: 2, what: 'each has a crew', migrate: (fields) => ({ crew: [], ...fields }) },
];
const boats = collectionOf(place, z.object({ title: z.string(), crew: z.array(z.string()) }), steps);

describe('a document of an earlier shape', () => {
  it('is read as those of today, whatever the number of shapes between', () => {
    const today = { success: true, data: { title: 'Marie', crew: [] } };
    expect(boats.parsed({ schema: 1, name: 'Marie' })).toEqual(today);
    expect(boats.parsed({ schema: 2, title: 'Marie' })).toEqual(today);
    expect(boats.parsed({ schema: 3, title: 'Marie', crew: [] })).toEqual(today);
  });

  it('keeps the fields that the schema does not know, and is not carried twice', () => {
    const once = upgraded({ schema: 1, name: 'Marie', changedAt: 12 }, steps);
    expect(once).toEqual({ schema: 3, title: 'Marie', crew: [], changedAt: 12 });
    expect(upgraded(once, steps)).toEqual(once);
  });

  it('is refused when it is of a shape to come, or of none: data of tomorrow is not read as of today', () => {
    const [later, none] = [{ schema: 4 }, {}].map((stamp) => boats.parsed({ ...stamp, title: 'Marie', crew: [] }));
    expect(later).toMatchObject({ success: false, error: { issues: [{ path: ['schema'], code: 'too_big' }] } });
    expect(none).toMatchObject({ success: false, error: { issues: [{ path: ['schema'], code: 'invalid_type' }] } });
  });
});

it('A document is written in the shape of today', () => {
  expect(boats.write({ title: 'Marie', crew: ['Ali'] })).toEqual({ schema: 3, title: 'Marie', crew: ['Ali'] });
});

it('Steps follow one another from the first shape, or the code does not start', () => {
  expect(currentSchema([])).toBe(1);
  expect(currentSchema(steps)).toBe(3);
  expect(() => collectionOf(place, z.object({}), steps.slice(1))).toThrow('takes shape 2, where 1 is expected');
});

it('A collection is called by its path, without the names in it', () => {
  expect(shapeOf((mission: string, number: string) => `missions/${mission}/events/${number}`)).toBe(
    'missions/{}/events/{}',
  );
});
