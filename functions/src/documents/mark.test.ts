import { expect, it } from 'vitest';
import { builtInModel } from './model.ts';
import { renderDocument } from './render.ts';
import { issuedAtMs, samples } from './samples/samples.ts';
import { readText } from './testing/raster.ts';

it('What is shown and not issued says so in large letters on each of its pages, and what is issued on none', async () => {
  const pagesOf = (model: typeof builtInModel) =>
    readText(renderDocument('diagnostic', samples.diagnostic, { issuedAtMs, model }));
  const [shown, issued] = [await pagesOf({ ...builtInModel, mark: 'APERÇU' }), await pagesOf(builtInModel)];
  expect(shown.length).toBeGreaterThan(1);
  expect(shown.filter((text) => text.includes('APERÇU'))).toHaveLength(shown.length);
  expect(issued.filter((text) => text.includes('APERÇU'))).toEqual([]);
});
