import type { ExportColumns } from '@sur-mesure/functions/domain/exports/table';
import { isRefusal, type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';
import { describe, expect, it } from 'vitest';
import { exportAddress, exportIn, isOfList, wholeExport } from './export-address.ts';
import { exportOf } from './exports.ts';

const columns: ExportColumns<number> = {
  number: { label: 'Nombre', first: true, cell: (row) => ({ count: row }) },
  double: { label: 'Double', cell: (row) => ({ count: 2 * row }) },
};
const named = { label: 'Nombres', hint: '', fileName: 'nombres', columns, keyOf: String };

/** Pages of two numbers, up to `last`; a refusal once `refusedAfter` pages have come. */
function pages(last: number, refusedAfter = Number.POSITIVE_INFINITY) {
  let given = 0;
  return async (mark: string | null): Promise<{ rows: number[]; next: string | null; total: number } | Refusal> => {
    if (given >= refusedAfter) return refuse('cut', 'La connexion a été coupée.');
    given += 1;
    const first = mark === null ? 1 : Number(mark) + 1;
    const rows = [first, first + 1].filter((number) => number <= last);
    return { rows, next: first + 1 < last ? `${first + 1}` : null, total: last };
  };
}

const asked = (change: object = {}) => ({
  ...{ columns: ['number'], parameters: new URLSearchParams(), signal: new AbortController().signal },
  onProgress: () => undefined,
  ...change,
});

describe('An export', () => {
  it('reads every page, and says how far it is', async () => {
    const told: (readonly [number, number | null])[] = [];
    const onProgress = (rows: number, total: number | null) => told.push([rows, total]);
    const table = await exportOf({ ...named, pageAfter: pages(5) }).make(asked({ onProgress }));
    expect(table).toEqual({ headers: ['Nombre'], rows: [1, 2, 3, 4, 5].map((count) => [{ count }]) });
    expect(told).toEqual([
      [2, 5],
      [4, 5],
      [5, 5],
    ]);
  });

  it('has a row that two pages hold once, and is in the order that is asked for once it is whole', async () => {
    const overlapping = async (mark: string | null) =>
      mark === null ? { rows: [1, 2], next: '2', total: 3 } : { rows: [2, 3], next: null, total: 3 };
    const inOrder = (rows: readonly number[]) => rows.toReversed();
    const table = await exportOf({ ...named, pageAfter: overlapping, inOrder }).make(asked());
    expect(table).toMatchObject({ rows: [[{ count: 3 }], [{ count: 2 }], [{ count: 1 }]] });
  });

  it('is whole or is not: a page that does not come is said', async () => {
    const table = await exportOf({ ...named, pageAfter: pages(5, 1) }).make(asked());
    expect(isRefusal(table) && table.code).toBe('cut');
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const onProgress = () => controller.abort();
    const making = exportOf({ ...named, pageAfter: pages(5) }).make(asked({ signal: controller.signal, onProgress }));
    await expect(making).rejects.toThrow(/abort/i);
  });

  it('offers its columns, some of them chosen', () => {
    const { choices, first } = exportOf({ ...named, pageAfter: pages(1) });
    expect(choices.map(({ label }) => label)).toEqual(['Nombre', 'Double']);
    expect(first).toEqual(['number']);
  });
});

describe('The address of an export', () => {
  it('keeps the filters and the order of its list, and begins at its first line', () => {
    const list = new URLSearchParams('vue=experts&etat=submitted&tri=etat&apres=x');
    expect(exportAddress(list).toString()).toBe('vue=exports&etat=submitted&tri=etat&quoi=experts');
    expect([exportIn(exportAddress(list)), isOfList(exportAddress(list))]).toEqual(['experts', true]);
  });

  it('of everything has no filter, and an unknown one is of missions', () => {
    expect(isOfList(wholeExport('laureats'))).toBe(false);
    expect(exportIn(new URLSearchParams('quoi=tout'))).toBe('missions');
  });
});
