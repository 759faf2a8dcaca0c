import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../domain/refusal.ts';
import { type RenderOptions, renderDocument } from '../render.ts';
import { issuedAtMs, samples } from '../samples/samples.ts';
import { faultsOf } from '../testing/conformance/check.ts';
import { readFile, textIn } from '../testing/conformance/reading.ts';
import { jpeg, logo, png } from '../testing/pictures.ts';
import { readLogo } from './logo.ts';

function codeOf(bytes: Uint8Array): string {
  const read = readLogo(bytes, 'La Filature');
  return isRefusal(read) ? read.code : 'accepted';
}

const wide = (width: number) => png({ width, height: 1, depth: 8, colour: 0, rows: Buffer.alloc(width + 1) });

describe('A logo', () => {
  it('is a PNG or a JPEG of 2 000 points a side at most, in the colours of a screen', () => {
    for (const bytes of [logo, jpeg.baseline, jpeg.progressive, jpeg.grey, wide(2_000)])
      expect(codeOf(bytes)).toBe('accepted');
    expect(codeOf(wide(2_001))).toBe('logo-too-large');
    expect(codeOf(jpeg.cmyk)).toBe('logo-press-colours');
  });

  it('is refused for what the engine refuses, in its words', () => {
    expect(codeOf(Buffer.from('%PDF-1.7'))).toBe('picture-unknown');
    expect(codeOf(logo.subarray(0, -20))).toBe('picture-damaged');
  });

  it('has the name of its laureate for who can’t see it', () => {
    expect(readLogo(logo, 'La Filature')).toMatchObject({ alternative: 'Logo de La Filature' });
  });
});

describe('A document about one laureate bears its logo, and keeps the rules', () => {
  const picture = readLogo(logo, 'La Filature');
  if (isRefusal(picture)) throw new Error(picture.message);
  const { diagnostic, report, attestation, statement } = samples;
  const [summary, note] = [samples['devis-summary'], samples['scoping-note']];
  const laureate = { ...note.laureate, logo: picture };
  const options: RenderOptions = { issuedAtMs };
  const figuresIn = async (bytes: Uint8Array) =>
    (await readFile(bytes)).elements
      .filter(({ type }) => type === 'Figure')
      .map(({ dictionary }) => textIn(dictionary, 'Alt'));

  it.each([
    ['diagnostic', () => renderDocument('diagnostic', { ...diagnostic, laureates: [laureate] }, options)],
    ['report', () => renderDocument('report', { ...report, laureates: [laureate] }, options)],
    ['attestation', () => renderDocument('attestation', { ...attestation, laureate }, options)],
    ['statement', () => renderDocument('statement', { ...statement, laureate }, options)],
    ['devis summary', () => renderDocument('devis-summary', { ...summary, laureates: [laureate] }, options)],
    ['scoping note', () => renderDocument('scoping-note', { ...note, laureate }, options)],
  ])('%s', async (_name, render) => {
    const bytes = render();
    expect(await figuresIn(bytes)).toEqual(['Logo de La Filature']);
    expect(await faultsOf(bytes)).toEqual([]);
    expect(Buffer.from(render()).equals(bytes)).toBe(true);
  });

  it('and no document of several laureates any of theirs', async () => {
    const laureates = [laureate, { ...laureate, name: 'Le Fournil' }];
    for (const bytes of [
      renderDocument('diagnostic', { ...diagnostic, laureates }, options),
      renderDocument('devis-summary', { ...summary, laureates }, options),
    ])
      expect(await figuresIn(bytes)).toEqual([]);
  });
});
