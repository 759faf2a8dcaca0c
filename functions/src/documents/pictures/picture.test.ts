import { inflateSync } from 'node:zlib';
import { PDFName, PDFRawStream } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../domain/refusal.ts';
import { renderDocument } from '../render.ts';
import { issuedAtMs, samples } from '../samples/samples.ts';
import { faultsOf } from '../testing/conformance/check.ts';
import { readFile } from '../testing/conformance/reading.ts';
import { jpeg, logo, type PngWanted, png } from '../testing/pictures.ts';
import { pixelsOf } from '../testing/raster.ts';
import { type Picture, readPicture } from './picture.ts';

function read(bytes: Uint8Array): Picture {
  const picture = readPicture(bytes, 'Un motif');
  if (isRefusal(picture)) throw new Error(picture.code);
  return picture;
}

/** « colours: bytes / alpha: bytes » */
function pointsOf(bytes: Uint8Array): { samples: number[]; alpha: number[] | null } {
  const { content } = read(bytes);
  if (content.kind !== 'samples') throw new Error('a PNG is kept as samples');
  return { samples: [...content.samples], alpha: content.alpha && [...content.alpha] };
}

const note = samples['scoping-note'];
const withLogo = (picture: Picture) =>
  renderDocument('scoping-note', { ...note, laureate: { ...note.laureate, logo: picture } }, { issuedAtMs });

/** The specification's own words (9.4), apart from the engine's. */
function nearest(left: number, above: number, corner: number): number {
  const distance = (value: number) => Math.abs(left + above - corner - value);
  return [left, above, corner].reduce((best, value) => (distance(value) < distance(best) ? value : best));
}

/** Where a logo begins, in points of the page: 22 mm from the left, 28 from the top. Half a point of it is a point of the picture. */
const place = { left: 62.36, top: 79.37 };

const two = { width: 2, height: 1 } as const;

describe('a PNG of any kind is read point by point', () => {
  const cases: readonly (PngWanted & { name: string; samples: number[]; alpha: number[] | null })[] = [
    {
      name: 'RGB',
      ...two,
      depth: 8,
      colour: 2,
      rows: Buffer.from([0, 1, 2, 3, 4, 5, 6]),
      samples: [1, 2, 3, 4, 5, 6],
      alpha: null,
    },
    {
      name: 'RGB of 16 bits',
      ...two,
      depth: 16,
      colour: 2,
      rows: Buffer.from([0, 9, 0, 8, 0, 7, 0, 6, 1, 5, 2, 4, 3]),
      samples: [9, 8, 7, 6, 5, 4],
      alpha: null,
    },
    { name: 'grey', ...two, depth: 8, colour: 0, rows: Buffer.from([0, 7, 9]), samples: [7, 9], alpha: null },
    {
      name: 'black and white',
      ...two,
      depth: 1,
      colour: 0,
      rows: Buffer.from([0, 0b10_000000]),
      samples: [255, 0],
      alpha: null,
    },
    {
      name: 'grey of 2 bits',
      ...two,
      depth: 2,
      colour: 0,
      rows: Buffer.from([0, 0b01_10_0000]),
      samples: [85, 170],
      alpha: null,
    },
    {
      name: 'grey with alpha',
      ...two,
      depth: 8,
      colour: 4,
      rows: Buffer.from([0, 7, 128, 9, 255]),
      samples: [7, 9],
      alpha: [128, 255],
    },
    {
      name: 'RGB with alpha',
      ...two,
      depth: 8,
      colour: 6,
      rows: Buffer.from([0, 1, 2, 3, 0, 4, 5, 6, 255]),
      samples: [1, 2, 3, 4, 5, 6],
      alpha: [0, 255],
    },
    {
      name: 'a palette',
      ...two,
      depth: 4,
      colour: 3,
      rows: Buffer.from([0, 0x10]),
      palette: [1, 2, 3, 4, 5, 6],
      samples: [4, 5, 6, 1, 2, 3],
      alpha: null,
    },
    {
      name: 'a palette with a transparent colour',
      ...two,
      depth: 8,
      colour: 3,
      rows: Buffer.from([0, 1, 0]),
      palette: [1, 2, 3, 4, 5, 6],
      transparency: [0],
      samples: [4, 5, 6, 1, 2, 3],
      alpha: [255, 0],
    },
    {
      name: 'a grey that is transparent',
      ...two,
      depth: 8,
      colour: 0,
      rows: Buffer.from([0, 7, 9]),
      transparency: [0, 9],
      samples: [7, 9],
      alpha: [255, 0],
    },
    {
      name: 'an RGB that is transparent',
      ...two,
      depth: 8,
      colour: 2,
      rows: Buffer.from([0, 1, 2, 3, 4, 5, 6]),
      transparency: [0, 4, 0, 5, 0, 6],
      samples: [1, 2, 3, 4, 5, 6],
      alpha: [255, 0],
    },
  ];

  it.each(cases)('$name', ({ samples: wanted, alpha, ...asked }) => {
    expect(pointsOf(png(asked))).toEqual({ samples: wanted, alpha });
  });

  it.each([
    [0, 'nothing', () => 0],
    [1, 'the point on the left', (left: number) => left],
    [2, 'the point above', (_left: number, above: number) => above],
    [3, 'the mean of both', (left: number, above: number) => Math.floor((left + above) / 2)],
    [4, 'the nearest to what three foretell', nearest],
  ] as const)('filtered by %i, %s', (filter, _name, foretold) => {
    const points = [
      [10, 15, 250],
      [40, 3, 200],
    ];
    const rows = points.flatMap((row, y) => [
      filter,
      ...row.map((value, x) => {
        const [left, above, corner] = [row[x - 1], points[y - 1]?.[x], points[y - 1]?.[x - 1]];
        return (value - foretold(left ?? 0, above ?? 0, corner ?? 0)) & 0xff;
      }),
    ]);
    expect(pointsOf(png({ width: 3, height: 2, depth: 8, colour: 0, rows: Buffer.from(rows) })).samples).toEqual(
      points.flat(),
    );
  });

  it('interlaced: the same points as in order', () => {
    const side = 9;
    const value = (x: number, y: number) => (x * 13 + y * 29) & 0xff;
    const steps = [
      [0, 0, 8, 8],
      [4, 0, 8, 8],
      [0, 4, 4, 8],
      [2, 0, 4, 4],
      [0, 2, 2, 4],
      [1, 0, 2, 2],
      [0, 1, 1, 2],
    ] as const;
    const range = (from: number, step: number) =>
      Array.from({ length: side }, (_one, index) => index).filter((at) => at >= from && (at - from) % step === 0);
    const rows = steps.flatMap(([x, y, dx, dy]) =>
      range(y, dy).flatMap((row) =>
        range(x, dx).length === 0 ? [] : [0, ...range(x, dx).map((column) => value(column, row))],
      ),
    );
    const asked = { width: side, height: side, depth: 8, colour: 0, interlaced: true, rows: Buffer.from(rows) };
    const wanted = range(0, 1).flatMap((y) => range(0, 1).map((x) => value(x, y)));
    expect(pointsOf(png(asked)).samples).toEqual(wanted);
  });
});

describe('a JPEG is kept as it is compressed', () => {
  it.each([
    ['baseline', jpeg.baseline, 3, [180, 67, 31]],
    ['progressive', jpeg.progressive, 3, [180, 67, 31]],
    ['grey', jpeg.grey, 1, [98, 98, 98]],
    ['of the four colours of a press', jpeg.cmyk, 4, [190, 75, 45]],
  ] as const)('%s', async (_name, bytes, colours, shown) => {
    const picture = read(bytes);
    expect(picture).toMatchObject({ width: 16, height: 16, content: { kind: 'jpeg', colours } });
    const { at } = await pixelsOf(withLogo(picture), 0, 2);
    const seen = at((place.left + 4) * 2, (place.top + 4) * 2);
    // A press has no exact red: each program foretells its own.
    seen.forEach((value, index) => {
      expect(Math.abs(value - (shown[index] ?? 0))).toBeLessThan(colours === 4 ? 40 : 4);
    });
  });

  it('without what cameras and programs wrote beside it', () => {
    const said = Buffer.from('Prise à 48.85, 2.35');
    const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, said.length + 2]), said]);
    const bytes = Buffer.concat([jpeg.baseline.subarray(0, 2), segment, jpeg.baseline.subarray(2)]);
    const { content } = read(bytes);
    if (content.kind !== 'jpeg') throw new Error('a JPEG is kept');
    expect(Buffer.from(content.bytes).includes('Prise')).toBe(false);
    expect(content).toEqual(read(jpeg.baseline).content);
  });

  it('in the colours of a press, it is no PDF/A, and the file does not say so', async () => {
    const { packet } = await readFile(withLogo(read(jpeg.cmyk)));
    expect(packet).not.toContain('pdfaid:part>');
    expect(packet).toContain('<pdfuaid:part>1');
    expect((await readFile(withLogo(read(jpeg.baseline)))).packet).toContain('<pdfaid:part>2');
    expect(await faultsOf(withLogo(read(jpeg.baseline)))).toEqual([]);
  });
});

describe('a logo', () => {
  it('stands above the title, as a figure with its words and its place', async () => {
    const bytes = withLogo(read(logo));
    const { elements, document } = await readFile(bytes);
    const figure = elements.find(({ type }) => type === 'Figure');
    expect(elements[1]).toBe(figure);
    expect(String(figure?.dictionary.get(PDFName.of('Alt')))).toContain('feff0055006e');
    const images = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFRawStream && object.dict.has(PDFName.of('Height')) ? [object] : [],
      );
    expect(images.map(({ contents }) => inflateSync(contents).length).sort((a, b) => a - b)).toEqual([
      120 * 60,
      120 * 60 * 3,
    ]);
  });

  it('is drawn where it should be, in its colours, and transparent where it is', async () => {
    const scale = 2;
    const { at } = await pixelsOf(withLogo(read(logo)), 0, scale);
    const { left, top } = place;
    expect(at((left + 30) * scale, (top + 15) * scale)).toEqual([180, 67, 31]);
    expect(at((left + 2) * scale, (top + 2) * scale)).toEqual([255, 255, 255]);
  });

  it('is kept once, on whichever pages', () => {
    const once = withLogo(read(logo));
    expect(
      Buffer.from(once)
        .toString('latin1')
        .match(/\/Subtype\/Image/g),
    ).toHaveLength(2);
  });
});
