import { deflateSync } from 'node:zlib';
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import { pngChunk } from './png-chunk.ts';

/** One page as people see it, and what a text extractor gets from it. */
export interface SeenPage {
  text: string;
  /** Share of the page that is not white, in percent. */
  ink: number;
  png(): Buffer;
}

function pngOf(pixels: Uint8Array, width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (width * 4 + 1));
  for (let row = 0; row < height; row += 1) {
    rows.set(pixels.subarray(row * width * 4, (row + 1) * width * 4), row * (width * 4 + 1) + 1);
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows, { level: 4 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function inkOf(pixels: Uint8Array): number {
  let darkness = 0;
  for (let index = 0; index < pixels.length; index += 4) darkness += 255 - (pixels[index + 1] ?? 255);
  return (darkness / 255 / (pixels.length / 4)) * 100;
}

let opened: Promise<PDFiumLibrary> | undefined;

async function open(bytes: Uint8Array): Promise<PDFiumDocument> {
  opened ??= PDFiumLibrary.init();
  return (await opened).loadDocument(bytes);
}

/** The text of each page, as another program extracts it. */
export async function readText(bytes: Uint8Array): Promise<string[]> {
  const document = await open(bytes);
  const texts = Array.from(document.pages(), (page) => page.getText());
  document.destroy();
  return texts;
}

/** Draws a PDF with PDFium, the engine of Chromium: an invisible letter is white here, whatever its text layer says. */
export async function look(bytes: Uint8Array, scale = 1): Promise<SeenPage[]> {
  const document = await open(bytes);
  const pages: SeenPage[] = [];
  for (const page of document.pages()) {
    const text = page.getText();
    const { data, width, height } = await page.render({ scale, render: 'bitmap' });
    const pixels = Uint8Array.from(data);
    pages.push({ text, ink: inkOf(pixels), png: () => pngOf(pixels, width, height) });
  }
  document.destroy();
  return pages;
}

/** The points of one page, in red, green and blue. `at` takes points of the picture, from the top left. */
export async function pixelsOf(
  bytes: Uint8Array,
  index: number,
  scale: number,
): Promise<{ width: number; height: number; at: (x: number, y: number) => [number, number, number] }> {
  const document = await open(bytes);
  const { data, width, height } = await document.getPage(index).render({ scale, render: 'bitmap' });
  const pixels = Uint8Array.from(data);
  document.destroy();
  const at = (x: number, y: number): [number, number, number] => {
    const place = (Math.floor(y) * width + Math.floor(x)) * 4;
    const [red = 0, green = 0, blue = 0] = pixels.subarray(place, place + 3);
    return [red, green, blue];
  };
  return { width, height, at };
}
