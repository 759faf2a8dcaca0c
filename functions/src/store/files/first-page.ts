import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/** In pixels: enough to read a title on a phone, at 20 to 60 kB a picture. */
const WIDEST = 900;
const TALLEST = 1_300;
const QUALITY = 60;
/** Of the encoder, from 0 to 6: half the time of its usual 4, for pictures that weigh two percent more. */
const EFFORT = 2;
const TASK = 'first page';
/** The total of a devis is on its first pages; a text longer than that is a book. */
const MOST_PAGES = 10;
const MOST_CHARACTERS = 40_000;

/** What a glance into a PDF gives. */
export interface Glance {
  /** The first page, as a WebP image; null when it can't be drawn, or not in time. */
  readonly picture: Uint8Array | null;
  /** The text of the first pages, in the order they give it; empty for a scan, null when it can't be read. */
  readonly text: string | null;
}

const NOTHING: Glance = { picture: null, text: null };

/** PDFium and what encodes its picture: code alone, whose memory is made anew by each thread. */
interface Engines {
  readonly pdfium: WebAssembly.Module;
  readonly encoder: WebAssembly.Module;
}

/** Compiled once for the life of the process: two fifths of the work of a glance. */
let compiled: Promise<Engines> | undefined;

async function compileEngines(): Promise<Engines> {
  const [pdfium, encoder] = await Promise.all([
    compiledWasm('@hyzyla/pdfium/pdfium.wasm'),
    compiledWasm('@jsquash/webp/codec/enc/webp_enc_simd.wasm'),
  ]);
  return { pdfium, encoder };
}

/** Null when they can't be compiled now: a file without a picture is a file all the same, and the next one tries again. */
async function compiledEngines(): Promise<Engines | null> {
  compiled ??= compileEngines();
  try {
    return await compiled;
  } catch {
    compiled = undefined;
    return null;
  }
}

/** From `wasm/` in the deployed folder, where the build puts them (`tools/build/functions.ts`); from their packages otherwise. */
async function compiledWasm(specifier: string): Promise<WebAssembly.Module> {
  const deployed = new URL(`../wasm/${specifier.slice(specifier.lastIndexOf('/') + 1)}`, import.meta.url);
  const file = existsSync(deployed) ? deployed : createRequire(import.meta.url).resolve(specifier);
  return WebAssembly.compile(new Uint8Array(await readFile(file)));
}

/**
 * The picture of the first page of a PDF and the text of the first ten, in `mostMs` at most once the engines are compiled. They are WebAssembly:
 * what hostile bytes make of them stays in their memory. In a thread of its own, because nothing else ends a drawing that never does; what was
 * there by then is kept, so that a page that can't be drawn may still be read.
 */
export async function firstPage(bytes: Uint8Array, mostMs = 20_000): Promise<Glance> {
  const engines = await compiledEngines();
  if (engines === null) return NOTHING;
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { task: TASK, bytes, engines },
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Glance>((resolve) => {
      let glance = NOTHING;
      const end = () => resolve(glance);
      timer = setTimeout(end, mostMs);
      worker.on('message', (part: unknown) => {
        if (typeof part === 'string') glance = { ...glance, text: part };
        else if (part instanceof Uint8Array) glance = { ...glance, picture: part };
      });
      worker.once('error', end);
      worker.once('exit', end);
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** Left to themselves, both would read their WebAssembly, or fetch it from the web, and compile it. */
function running(engine: WebAssembly.Module) {
  return {
    instantiateWasm: (imports: WebAssembly.Imports, ready: (instance: WebAssembly.Instance) => void) => {
      const instance = new WebAssembly.Instance(engine, imports);
      ready(instance);
      return instance.exports;
    },
  };
}

async function opened(bytes: Uint8Array, engine: WebAssembly.Module) {
  // Here only: the thread that asks does not load it.
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init(running(engine));
  return library.loadDocument(bytes);
}

type OpenedPdf = Awaited<ReturnType<typeof opened>>;

function textOf(document: OpenedPdf): string {
  let text = '';
  for (let index = 0; index < Math.min(MOST_PAGES, document.getPageCount()); index += 1) {
    text += `${document.getPage(index).getText()}\n`;
    if (text.length >= MOST_CHARACTERS) break;
  }
  return text.slice(0, MOST_CHARACTERS);
}

async function drawn(document: OpenedPdf, engine: WebAssembly.Module): Promise<Uint8Array> {
  const encoder = await import('@jsquash/webp/encode.js');
  const page = document.getPage(0);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(WIDEST / originalWidth, TALLEST / originalHeight);
  const { data, width, height } = await page.render({ scale, render: 'bitmap' });
  await encoder.init(running(engine));
  const pixels = { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' } as const;
  return new Uint8Array(await encoder.default(pixels, { quality: QUALITY, method: EFFORT }));
}

if (!isMainThread && workerData?.task === TASK) {
  const { bytes, engines } = workerData;
  const document = await opened(bytes, engines.pdfium);
  // One after the other, each told as soon as it is there; a page whose text is beyond reading is drawn all the same.
  try {
    parentPort?.postMessage(textOf(document));
  } finally {
    parentPort?.postMessage(await drawn(document, engines.encoder));
  }
}
