import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { collection } from './collection.ts';

const schema = z.object({ at: z.int() });

describe('A collection', () => {
  it('is one that the table of retention decided about', () => {
    expect(collection((id: string) => `missions/${id}/messages/${id}`, schema).path('m1')).toBe(
      'missions/m1/messages/m1',
    );
  });

  it('does not compile before somebody decided how long it is kept', () => {
    // @ts-expect-error: no row of `domain/retention/collections.ts` is about it.
    expect(collection((id: string) => `somethingNew/${id}`, schema).path('a')).toBe('somethingNew/a');
    // @ts-expect-error: nor about this part of a mission.
    expect(collection((id: string) => `missions/${id}/somethingNew/${id}`, schema).path('a')).toBeDefined();
    const widened = (id: string): string => `missions/${id}`;
    // @ts-expect-error: a path of which the type says nothing is about no row.
    expect(collection(widened, schema).path('a')).toBe('missions/a');
  });
});
