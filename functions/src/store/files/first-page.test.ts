import { describe, expect, it } from 'vitest';
import { scannedPdf } from '../../../../tests/large-pdf.ts';
import { samplePdf } from '../../../../tests/sample-pdf.ts';
import { firstPage } from './first-page.ts';

/** Width and height that a lossy WebP says it has (RFC 6386, 9.1: after the start code of its key frame). */
function sizeOf(picture: Uint8Array | null) {
  if (picture === null) return null;
  const view = Buffer.from(picture);
  expect(view.toString('latin1', 0, 4) + view.toString('latin1', 8, 15)).toBe('RIFFWEBPVP8');
  return [view.readUInt16LE(26) & 0x3fff, view.readUInt16LE(28) & 0x3fff];
}

const withPage = (width: number, height: number) =>
  new TextEncoder().encode(
    new TextDecoder().decode(samplePdf('Affiche')).replace('[0 0 595 842]', `[0 0 ${width} ${height}]`),
  );

describe('The picture of a first page', () => {
  it('is 900 pixels wide and small, whatever the document weighs', async () => {
    const pictures = [await firstPage(samplePdf('Note de cadrage')), await firstPage(scannedPdf(1))];
    for (const picture of pictures) {
      const [width = 0, height = 0] = sizeOf(picture) ?? [];
      expect([width, Math.round(height / 10)]).toEqual([900, 127]);
      expect(picture?.byteLength).toBeLessThan(500_000);
    }
  });

  it.each([
    ['a long strip', 200, 14_400],
    ['a wide banner', 14_400, 200],
  ])('of %s is as small', async (_what, width, height) => {
    const size = sizeOf(await firstPage(withPage(width, height)));
    expect(Math.max(...(size ?? [9_999]))).toBeLessThanOrEqual(1_300);
  });

  it('is none when there is nothing to draw, or no time', async () => {
    expect(await firstPage(new TextEncoder().encode('%PDF-1.7\nnothing'))).toBeNull();
    expect(await firstPage(new Uint8Array())).toBeNull();
    expect(await firstPage(samplePdf('Trop tard'), 1)).toBeNull();
  });
});
