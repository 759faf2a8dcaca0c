import { expect, it } from 'vitest';
import { CHART_HEIGHT, laidColumns } from './column-layout.ts';

const column = (key: string, value: number) => ({ key, value, label: key, under: '' });

it('Columns share the width, are as tall as what they count, and leave room for their value and their name', () => {
  const laid = laidColumns([column('a', 4), column('b', 8), column('c', 0)]);
  const [half, full, none] = laid;
  expect(full?.height).toBe(2 * (half?.height ?? 0));
  expect(none).toMatchObject({ height: 1, value: '0' });
  for (const { x, width, y, height, valueY, labelY, underY } of laid) {
    expect(x + width).toBeLessThanOrEqual(100);
    expect(valueY).toBeGreaterThan(10);
    expect(valueY).toBeLessThan(y);
    expect(y + height).toBeLessThan(labelY);
    expect(underY).toBeLessThan(CHART_HEIGHT);
  }
  expect(laid[1]?.x).toBeGreaterThan((laid[0]?.x ?? 0) + (laid[0]?.width ?? 0));
  expect(laidColumns([])).toEqual([]);
});
