import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlacedAnswer, shownGroups } from './shown-groups.ts';

const answer = (laureateId: string, first: string, second: string): PlacedAnswer => ({ laureateId, first, second });
/** As many answers, each of another laureate. */
const answers = (count: number, first: string, second: string, from = 0): PlacedAnswer[] =>
  Array.from({ length: count }, (_, index) => answer(`${first}${second}${from + index}`, first, second));

describe('Groups of answers', () => {
  it('are shown from the least number of laureates on, and not below', () => {
    expect(shownGroups(answers(5, 'a', 'x'), 5)).toEqual({ all: true, first: ['a'], second: ['x'] });
    expect(shownGroups(answers(4, 'a', 'x'), 5)).toEqual({ all: false, first: [], second: [] });
  });

  it('count laureates, not answers', () => {
    const oneOften = Array.from({ length: 9 }, () => answer('l1', 'a', 'x'));
    expect(shownGroups(oneOften, 2).all).toBe(false);
    expect(shownGroups([...oneOften, answer('l2', 'a', 'x')], 2).all).toBe(true);
  });

  it('that are too small take the smallest other with them, or a total would tell them', () => {
    const some = [...answers(9, 'a', 'x'), ...answers(6, 'b', 'x'), ...answers(2, 'c', 'x')];
    expect(shownGroups(some, 5).first).toEqual(['a']);
    const together = [...answers(9, 'a', 'x'), ...answers(3, 'b', 'x'), ...answers(2, 'c', 'x')];
    expect(shownGroups(together, 5).first).toEqual(['a']);
  });

  it('of two divisions are not shown when one less the other would tell too few', () => {
    // All of theme b is x's: x less b is the two answers that x had on a.
    const some = [...answers(6, 'b', 'x'), ...answers(2, 'a', 'x'), ...answers(6, 'a', 'y')];
    expect(shownGroups(some, 5)).toEqual({ all: true, first: ['a', 'b'], second: [] });
    const apart = [...answers(6, 'b', 'x'), ...answers(5, 'a', 'x'), ...answers(6, 'a', 'y')];
    expect(shownGroups(apart, 5)).toEqual({ all: true, first: ['a', 'b'], second: ['x', 'y'] });
  });

  it('are found in time with as many as a programme of ten times this size has', () => {
    const many = Array.from({ length: 3_000 }, (_, index) =>
      answer(`l${index % 900}`, `t${(index * 7) % 13}`, `e${(index * index) % 311}`),
    );
    const { first, second } = shownGroups(many, 5);
    expect(first.length).toBeGreaterThan(8);
    expect(second.length).toBeGreaterThan(8);
  });
});

/** Whether `wanted` is a sum of multiples of `rows`: by elimination, in numbers modulo a large prime. */
const PRIME = 1_000_003;
const modulo = (value: number) => ((value % PRIME) + PRIME) % PRIME;
function power(base: number, exponent: number): number {
  let [result, square] = [1, modulo(base)];
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = modulo(result * square);
    square = modulo(square * square);
  }
  return result;
}
type Row = readonly number[];
function reducedBy(row: Row, { pivot, by }: { readonly pivot: number; readonly by: Row }): Row {
  const factor = row[pivot] ?? 0;
  return factor === 0 ? row : row.map((value, index) => modulo(value - modulo(factor * (by[index] ?? 0))));
}
function basisOf(rows: readonly Row[]): { readonly pivot: number; readonly by: Row }[] {
  const basis: { pivot: number; by: Row }[] = [];
  for (const row of rows) {
    const reduced = basis.reduce(reducedBy, row);
    const pivot = reduced.findIndex((value) => value !== 0);
    if (pivot === -1) continue;
    const inverse = power(reduced[pivot] ?? 1, PRIME - 2);
    basis.push({ pivot, by: reduced.map((value) => modulo(value * inverse)) });
  }
  return basis;
}

const placed = fc.array(
  fc.record({
    laureateId: fc.constantFrom('l1', 'l2', 'l3', 'l4', 'l5', 'l6', 'l7'),
    first: fc.constantFrom('a', 'b', 'c'),
    second: fc.constantFrom('x', 'y', 'z'),
  }),
  { minLength: 1, maxLength: 10 },
);

it('No sum or difference of what is shown is a group below the least, whatever was answered', () => {
  fc.assert(
    fc.property(placed, fc.integer({ min: 2, max: 4 }), (some, least) => {
      const shown = shownGroups(some, least);
      const rowsOf = (cells: readonly string[], cellOf: (one: PlacedAnswer) => string) => [
        ...cells.map((cell) => some.map((one) => Number(cellOf(one) === cell))),
        some.map((one) => Number(!cells.includes(cellOf(one)))),
      ];
      const rows = shown.all
        ? [...rowsOf(shown.first, ({ first }) => first), ...rowsOf(shown.second, ({ second }) => second)]
        : [];
      const basis = basisOf(rows);
      for (let choice = 1; choice < 1 << some.length; choice += 1) {
        const members = some.filter((_, index) => (choice >> index) % 2 === 1);
        if (new Set(members.map(({ laureateId }) => laureateId)).size >= least) continue;
        const wanted: Row = some.map((_, index) => (choice >> index) % 2);
        expect(basis.reduce(reducedBy, wanted).some((value) => value !== 0)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
