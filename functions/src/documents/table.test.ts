import { describe, expect, it } from 'vitest';
import { renderDocument } from './render.ts';
import { issuedAtMs, samples } from './samples/samples.ts';
import { readText } from './testing/raster.ts';
import { everyElement, readStructure } from './testing/structure-reading.ts';

function devisOf(count: number) {
  const lines = Array.from({ length: count }, (_, index) => ({
    label: `Ligne ${index + 1}`,
    days: 1,
    dailyRateCents: 50_000,
    amountCents: 50_000,
  }));
  return renderDocument('devis-sample', { ...samples['devis-sample'], lines }, { issuedAtMs });
}

describe('a table', () => {
  it.each([0, 1, 200])('of %i lines prints them all, in order', async (count) => {
    const pages = await readText(devisOf(count));
    const numbers = [...pages.join('\n').matchAll(/Ligne (\d+)/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  });

  it('repeats its header on each page it runs over, for the eye only', async () => {
    const bytes = devisOf(200);
    const pages = await readText(bytes);
    expect(pages.length).toBeGreaterThan(4);
    for (const text of pages) expect(text).toContain('Prix par jour');
    const headers = everyElement((await readStructure(bytes)).root).filter(({ type }) => type === 'THead');
    expect(headers).toHaveLength(1);
  });

  it('never leaves a total without the line before it', async () => {
    for (let count = 20; count < 60; count += 1) {
      const pages = await readText(devisOf(count));
      const last = pages.find((text) => text.includes('Total hors taxes'));
      expect(last).toContain(`Ligne ${count}`);
    }
  });

  it('cuts a row that is taller than a page, and loses none of its words', async () => {
    const words = Array.from({ length: 3_000 }, (_, index) => `mot${index}`);
    const [line] = samples['devis-sample'].lines;
    const lines = line ? [{ ...line, label: words.join(' ') }] : [];
    const pages = await readText(renderDocument('devis-sample', { ...samples['devis-sample'], lines }, { issuedAtMs }));
    const text = pages.join(' ');
    expect([...text.matchAll(/mot\d+/g)].map(([word]) => word)).toEqual(words);
  });

  it('names its columns and, without header, its rows', async () => {
    const cells = everyElement((await readStructure(devisOf(3))).root).filter(({ type }) => type === 'TH');
    expect(cells).toHaveLength(8);
  });
});
