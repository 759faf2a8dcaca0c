import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type PDFDocumentProxy, TextLayer } from './pdf.ts';
import { density } from './zoom.ts';

interface PdfPageProps {
  readonly document: PDFDocumentProxy;
  /** From 1. */
  readonly number: number;
  /** CSS pixels. */
  readonly width: number;
  /** Height over width of the first page: the place of a page before it is read. */
  readonly proportion: number;
  /** Near what is being read: drawn; elsewhere, only its place is kept. */
  readonly near: boolean;
}

export function PdfPage({ document, number, width, proportion, near }: PdfPageProps) {
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [own, setOwn] = useState(proportion);
  useLayoutEffect(() => {
    // By script, not by attribute: the content security policy refuses `style` in the markup.
    place.current?.style.setProperty('width', `${width}px`);
    place.current?.style.setProperty('height', `${width * own}px`);
  }, [width, own]);
  useEffect(() => {
    if (!near || canvas.current === null || text.current === null) return;
    return draw({ document, number, width, canvas: canvas.current, text: text.current, onProportion: setOwn });
  }, [document, number, width, near]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a page of a document is no section of ours.
    <div ref={place} class="pdf-page" role="group" aria-label={`Page ${number}`}>
      <div class="pdf-drawing" aria-hidden="true">
        <canvas ref={canvas} />
      </div>
      <div ref={text} class="pdf-text" />
    </div>
  );
}

interface Drawing {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly width: number;
  readonly canvas: HTMLCanvasElement;
  readonly text: HTMLElement;
  readonly onProportion: (heightOverWidth: number) => void;
}

/** Draws a page and lays its text over it, for selection and screen readers. Returns the way to stop, which gives the memory back. */
function draw({ document, number, width, canvas, text, onProportion }: Drawing): () => void {
  const stop = new AbortController();
  const work = async () => {
    const page = await document.getPage(number);
    if (stop.signal.aborted) return;
    const natural = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: width / natural.width });
    onProportion(natural.height / natural.width);
    const scale = density(viewport.width, viewport.height, devicePixelRatio);
    canvas.width = Math.floor(viewport.width * scale);
    canvas.height = Math.floor(viewport.height * scale);
    const drawing = page.render({ canvas, viewport, transform: [scale, 0, 0, scale, 0, 0] });
    text.replaceChildren();
    text.style.setProperty('--total-scale-factor', String(viewport.scale));
    const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
    stop.signal.addEventListener('abort', () => {
      drawing.cancel();
      layer.cancel();
    });
    await Promise.all([drawing.promise, layer.render()]);
  };
  // Being stopped is how most drawings end on a fast scroll; a page that can't be drawn leaves its place white, and the others stay.
  work().catch(() => undefined);
  return () => {
    stop.abort();
    canvas.width = 0;
    text.replaceChildren();
  };
}
