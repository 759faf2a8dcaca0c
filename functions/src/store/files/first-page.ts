import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/** In pixels: enough to read a title on a phone, at 20 to 60 kB a picture. */
const WIDEST = 900;
const TALLEST = 1_300;
const QUALITY = 60;
const TASK = 'first page';

/**
 * The first page of a PDF as a WebP image; null when it can't be drawn, or not in `mostMs`. PDFium and the encoder are WebAssembly: what hostile
 * bytes make of them stays in their memory. In a thread of its own, because nothing else ends a drawing that never does.
 */
export async function firstPage(bytes: Uint8Array, mostMs = 20_000): Promise<Uint8Array | null> {
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { task: TASK, bytes },
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Uint8Array | null>((resolve) => {
      timer = setTimeout(() => resolve(null), mostMs);
      worker.once('message', (picture: unknown) => resolve(picture instanceof Uint8Array ? picture : null));
      worker.once('error', () => resolve(null));
      worker.once('exit', () => resolve(null));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

async function drawn(bytes: Uint8Array): Promise<Uint8Array> {
  // Here only: the thread that asks loads neither.
  const [{ PDFiumLibrary }, encoder] = await Promise.all([import('@hyzyla/pdfium'), import('@jsquash/webp/encode.js')]);
  const library = await PDFiumLibrary.init({ wasmBinary: await wasm('@hyzyla/pdfium/pdfium.wasm') });
  const page = (await library.loadDocument(bytes)).getPage(0);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(WIDEST / originalWidth, TALLEST / originalHeight);
  const { data, width, height } = await page.render({ scale, render: 'bitmap' });
  // By hand: left to itself, the encoder would fetch its WebAssembly from the web.
  await encoder.init({ wasmBinary: await wasm('@jsquash/webp/codec/enc/webp_enc_simd.wasm') });
  const pixels = { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' } as const;
  return new Uint8Array(await encoder.default(pixels, { quality: QUALITY }));
}

/** From `wasm/` in the deployed folder, where the build puts them (`tools/build/functions.ts`); from their packages otherwise. */
async function wasm(specifier: string): Promise<ArrayBuffer> {
  const deployed = new URL(`../wasm/${specifier.slice(specifier.lastIndexOf('/') + 1)}`, import.meta.url);
  const bytes = await readFile(existsSync(deployed) ? deployed : createRequire(import.meta.url).resolve(specifier));
  return new Uint8Array(bytes).buffer;
}

if (!isMainThread && workerData?.task === TASK) parentPort?.postMessage(await drawn(workerData.bytes));
