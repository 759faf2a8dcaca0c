import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Page, type PageAsked, pageOf, type SortValue } from './page.ts';

interface Row {
  readonly id: string;
  readonly value: SortValue;
}

const asked = (change: Partial<PageAsked> = {}): PageAsked => ({
  ...{ sort: 'value', descending: false, after: null, before: null, size: 2 },
  ...change,
});
const page = (rows: readonly Row[], change: Partial<PageAsked> = {}) =>
  pageOf(rows, ({ value }) => value, asked(change));
const ids = ({ rows }: Page<Row>) => rows.map(({ id }) => id).join('');
const rows: readonly Row[] = [
  { id: 'c', value: 3 },
  { id: 'a', value: 1 },
  { id: 'd', value: null },
  { id: 'b', value: 2 },
  { id: 'e', value: 3 },
];

describe('A page of a list', () => {
  it('is in order, ties by id, and what says nothing comes last whichever way it is read', () => {
    expect(ids(page(rows, { size: 9 }))).toBe('abced');
    expect(ids(page(rows, { size: 9, descending: true }))).toBe('cebad');
  });

  it('says how many there are, how many precede, and where its neighbours begin', () => {
    const first = page(rows);
    expect([ids(first), first.total, first.preceding, first.previous]).toEqual(['ab', 5, 0, null]);
    const second = page(rows, { after: first.next });
    expect([ids(second), second.preceding]).toEqual(['ce', 2]);
    const third = page(rows, { after: second.next });
    expect([ids(third), third.preceding, third.next]).toEqual(['d', 4, null]);
    expect(ids(page(rows, { before: third.previous }))).toBe('ce');
    expect(ids(page(rows, { before: second.previous }))).toBe('ab');
  });

  it('neither repeats nor skips a line when others come or go between two pages', () => {
    const { next } = page(rows);
    const moved = [...rows.filter(({ id }) => id !== 'b'), { id: 'f', value: 0 }, { id: 'g', value: 2.5 }];
    expect(ids(page(moved, { after: next }))).toBe('gc');
  });

  it('is the last one when all that followed is gone', () => {
    const { next } = page(rows, { size: 4 });
    const fewer = rows.filter(({ id }) => id !== 'd');
    const last = page(fewer, { size: 4, after: next });
    expect([ids(last), last.total, last.preceding, last.previous, last.next]).toEqual(['abce', 4, 0, null, null]);
    const short = page(fewer, { after: next });
    expect([ids(short), short.preceding, ids(page(fewer, { before: short.previous }))]).toEqual(['ce', 2, 'ab']);
    expect(ids(page([], { after: next }))).toBe('');
  });

  it.each(['', 'a', 'a:?', 'a:#x', ':=1', 'a:#'])('takes a mark that nobody gave for none: %j', (after) => {
    expect(ids(page(rows, { after }))).toBe('ab');
  });

  it('walks a whole list, forwards and back, each line once, whatever it holds', () => {
    const id = fc.stringMatching(/^[\w.-]{1,8}$/);
    // A list is ordered by words or by numbers, never by both.
    const of = (value: fc.Arbitrary<SortValue>) =>
      fc.uniqueArray(fc.record({ id, value: fc.oneof(fc.constant(null), value) }), {
        selector: (row) => row.id,
        maxLength: 30,
      });
    const some: fc.Arbitrary<Row[]> = fc.oneof(of(fc.integer()), of(fc.string()));
    fc.assert(
      fc.property(some, fc.boolean(), fc.integer({ min: 1, max: 7 }), (list, descending, size) => {
        const whole = page(list, { descending, size: 99 }).rows;
        const seen: Row[] = [];
        let shown = page(list, { descending, size });
        seen.push(...shown.rows);
        while (shown.next !== null) {
          shown = page(list, { descending, size, after: shown.next });
          seen.push(...shown.rows);
        }
        expect(seen).toEqual(whole);
        let back = [...shown.rows];
        while (shown.previous !== null) {
          shown = page(list, { descending, size, before: shown.previous });
          back = [...shown.rows.filter((row) => !back.includes(row)), ...back];
        }
        expect(back).toEqual(whole);
      }),
    );
  });
});
