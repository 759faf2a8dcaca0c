import { type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';
import {
  GlobalWorkerOptions,
  getDocument,
  InvalidPDFException,
  PasswordException,
  type PDFDocumentProxy,
  TextLayer,
  version,
} from 'pdfjs-dist/legacy/build/pdf.mjs';

/*
 * pdf.js, in the build for browsers of some years ago: phones are what our people have. Nothing here evaluates strings (this version has no such
 * path left, hence no `isEvalSupported` to switch off) nor compiles WebAssembly, which the content security policy refuses.
 */

export type { PDFDocumentProxy };
export { TextLayer };

const locked = refuse(
  'pdf_locked',
  'Ce PDF demande un mot de passe. Téléchargez-le, puis ouvrez-le avec le lecteur de votre appareil.',
);
const damaged = refuse(
  'pdf_damaged',
  'Ce PDF ne s’affiche pas dans la page. Téléchargez-le, puis ouvrez-le avec le lecteur de votre appareil.',
);

/** Fonts that a document names without carrying, and decoders of scanned pages: fetched one by one, by the documents that need them. */
const resources = `${location.origin}/assets/pdfjs-${version}/`;

export interface OpenedPdf {
  readonly document: PDFDocumentProxy;
  readonly close: () => void;
}

/** Settled once the worker is free of the documents that were closed. */
let closing: Promise<unknown> = Promise.resolve();

/**
 * Opens a document from its bytes. The worker is started with the first one and serves the next, which waits until the former has left it: pdf.js
 * refuses a worker that is being left, which a preview that follows one's typing meets.
 */
export async function openPdf(bytes: Blob): Promise<OpenedPdf | Refusal> {
  GlobalWorkerOptions.workerPort ??= new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  const data = new Uint8Array(await bytes.arrayBuffer());
  await everythingClosed();
  const loading = getDocument({
    data,
    useWasm: false,
    cMapUrl: `${resources}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${resources}standard_fonts/`,
    wasmUrl: `${resources}wasm/`,
  });
  const close = () => {
    closing = Promise.allSettled([closing, loading.destroy()]);
  };
  try {
    return { document: await loading.promise, close };
  } catch (error) {
    close();
    if (error instanceof PasswordException) return locked;
    if (error instanceof InvalidPDFException) return damaged;
    return damaged;
  }
}

/** Another document may be closed while one waits. */
async function everythingClosed(): Promise<void> {
  const waited = closing;
  await waited;
  if (waited !== closing) await everythingClosed();
}
