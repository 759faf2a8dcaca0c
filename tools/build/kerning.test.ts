import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type KerningTable, kerningTable } from './kerning.ts';

const signs = [0x41, 0x42, 0x43, 0x44, 0x45, 0x46];
const codes = new Map(signs.map((sign, index) => [sign, index * 3 + 1]));

function by({ rows, columns, values, width }: KerningTable, left: number, right: number): number | undefined {
  return values[(rows[codes.get(left) ?? 0] ?? 0) * width + (columns[codes.get(right) ?? 0] ?? 0)];
}

it('a table by class says of each pair what the pairs say, and nothing of the others', () => {
  const matrix = fc.array(fc.constantFrom(0, 0, -12, 40), { minLength: 36, maxLength: 36 });
  fc.assert(
    fc.property(matrix, (given) => {
      const kerned = (left: number, right: number) => given[left * signs.length + right] ?? 0;
      const all = signs.flatMap((left, row) =>
        signs.map((right, column) => ({ left, right, by: kerned(row, column) })),
      );
      const table = kerningTable(
        all.filter((pair) => pair.by !== 0),
        codes,
      );
      for (const pair of all) expect(by(table, pair.left, pair.right)).toBe(pair.by);
    }),
  );
});

it('signs that are kerned alike share a row and a column', () => {
  const pairs = [0x41, 0x42].flatMap((left) => [0x43, 0x44].map((right) => ({ left, right, by: -20 })));
  const { values, width } = kerningTable(pairs, codes);
  expect([...values]).toEqual([0, 0, 0, -20]);
  expect(width).toBe(2);
});
