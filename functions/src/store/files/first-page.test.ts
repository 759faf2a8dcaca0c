import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { scannedPdf } from '../../../../tests/large-pdf.ts';
import { samplePdf } from '../../../../tests/sample-pdf.ts';
import { renderDocument } from '../../documents/render.ts';
import { issuedAtMs, samples } from '../../documents/samples/samples.ts';
import { readAmounts } from '../../domain/subsidy/read-amounts.ts';
import { firstPage } from './first-page.ts';

/** Width and height that a lossy WebP says it has (RFC 6386, 9.1: after the start code of its key frame). */
function sizeOf(picture: Uint8Array | null) {
  if (picture === null) return null;
  const view = Buffer.from(picture);
  expect(view.toString('latin1', 0, 4) + view.toString('latin1', 8, 15)).toBe('RIFFWEBPVP8');
  return [view.readUInt16LE(26) & 0x3fff, view.readUInt16LE(28) & 0x3fff];
}

const pictureOf = async (bytes: Uint8Array) => (await firstPage(bytes)).picture;
const nothing = { picture: null, text: null };

const withPage = (width: number, height: number) =>
  new TextEncoder().encode(
    new TextDecoder().decode(samplePdf('Affiche')).replace('[0 0 595 842]', `[0 0 ${width} ${height}]`),
  );

describe('The picture of a first page', { timeout: 60_000 }, () => {
  it('is 900 pixels wide and small, whatever the document weighs', async () => {
    const pictures = [await pictureOf(samplePdf('Note de cadrage')), await pictureOf(scannedPdf(1))];
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
    const size = sizeOf(await pictureOf(withPage(width, height)));
    expect(Math.max(...(size ?? [9_999]))).toBeLessThanOrEqual(1_300);
  });

  it('is none when there is nothing to draw, or no time', async () => {
    expect(await firstPage(new TextEncoder().encode('%PDF-1.7\nnothing'))).toEqual(nothing);
    expect(await firstPage(new Uint8Array())).toEqual(nothing);
    expect(await firstPage(samplePdf('Trop tard'), 1)).toEqual(nothing);
  });
});

// A thread starts for each: the two cores may be busy elsewhere.
describe('The text of the first pages', { timeout: 60_000 }, () => {
  it('gives the total of a devis, as its own software wrote it', async () => {
    const devis = renderDocument('devis-sample', samples['devis-sample'], { issuedAtMs: issuedAtMs });
    expect(readAmounts((await firstPage(devis)).text ?? '')).toEqual([3_000_00]);
    expect(readAmounts((await firstPage(samplePdf('Net a payer : 1234.56 EUR'))).text ?? '')).toEqual([1_234_56]);
  });

  it('is empty for a scan, which says nothing of its amounts', async () => {
    const { text } = await firstPage(scannedPdf(1));
    expect([text?.trim(), readAmounts(text ?? '')]).toEqual(['', []]);
  });

  it('is read of a document made by others', async () => {
    const bytes = await readFile(new URL('../../../../tests/documents/genuine/libreoffice-docx.pdf', import.meta.url));
    expect((await firstPage(bytes)).text?.length).toBeGreaterThan(20);
  });
});
