import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../button/Button.tsx';
import { Notice } from '../notice/Notice.tsx';
import { Skeleton } from '../skeleton/Skeleton.tsx';
import { PdfPage } from './PdfPage.tsx';
import { type ShownPdf, useCurrentPage, useNearPages, usePdf, useWidth } from './usePages.ts';
import { nextZoom } from './zoom.ts';

interface PdfPagesProps {
  readonly bytes: Blob;
  readonly name: string;
  /** Shown beside what one is writing: the focus stays there. */
  readonly beside?: boolean;
}

/** A PDF, page under page, in the page itself. Comes with pdf.js, when somebody reads. Other bytes take its place where one was reading. */
export function PdfPages({ bytes, name, beside = false }: PdfPagesProps) {
  const shown = usePdf(bytes);
  if (shown === undefined) return <Skeleton lines={8} />;
  if (!isRefusal(shown)) return <Pages pdf={shown} name={name} beside={beside} />;
  return (
    <Notice tone="warning" title="Ce document ne s’affiche pas ici" announced>
      <p>{shown.message}</p>
    </Notice>
  );
}

interface PagesProps extends Pick<PdfPagesProps, 'name' | 'beside'> {
  readonly pdf: ShownPdf;
}

function Pages({ pdf: { document, proportion }, name, beside }: PagesProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(1);
  const width = Math.floor(useWidth(scroller) * zoom);
  const near = useNearPages(scroller, document.numPages, width);
  const { current, follow, goTo } = useCurrentPage(scroller);
  useSamePlace(scroller.current, width);
  // Whoever asked to read is where the arrows scroll.
  useEffect(() => {
    if (!beside) scroller.current?.focus({ preventScroll: true });
  }, []);
  const change = (direction: 1 | -1) => setZoom(nextZoom(zoom, direction));
  return (
    <div class="pdf">
      <PageBar count={document.numPages} current={current} onGoTo={goTo} zoom={zoom} onZoom={change} />
      {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard, which also zooms here. */}
      <section
        ref={scroller}
        class="pdf-scroller"
        tabIndex={0}
        aria-label={`Pages de « ${name} »`}
        onScroll={follow}
        onKeyDown={({ key, ctrlKey, metaKey }) => {
          if (ctrlKey || metaKey) return;
          if (key === '+') change(1);
          if (key === '-') change(-1);
        }}
      >
        {width > 0 &&
          Array.from({ length: document.numPages }, (_, index) => index + 1).map((number) => (
            <PdfPage key={number} {...{ document, number, width, proportion }} near={near.has(number)} />
          ))}
      </section>
      {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: end of what scrolls. */}
    </div>
  );
}

/** What one was reading stays under the eyes when its size changes. */
function useSamePlace(scroller: HTMLElement | null, width: number): void {
  const before = useRef({ width, share: 0 });
  if (scroller !== null && before.current.width === width)
    before.current.share = scroller.scrollTop / Math.max(1, scroller.scrollHeight);
  useLayoutEffect(() => {
    if (before.current.width === width) return;
    before.current.width = width;
    // The pages have taken their new size just before, in their own effects.
    scroller?.scrollTo({ top: before.current.share * scroller.scrollHeight });
  }, [scroller, width]);
}

interface PageBarProps {
  readonly count: number;
  readonly current: number;
  readonly onGoTo: (page: number) => void;
  readonly zoom: number;
  readonly onZoom: (direction: 1 | -1) => void;
}

function PageBar({ count, current, onGoTo, zoom, onZoom }: PageBarProps) {
  return (
    <div class="pdf-bar">
      <label class="row">
        <span class="pdf-word">Page</span>
        <input
          class="control pdf-number"
          type="number"
          aria-label="Page"
          inputMode="numeric"
          min={1}
          max={count}
          value={current}
          onChange={({ currentTarget }) => onGoTo(Math.min(count, Math.max(1, currentTarget.valueAsNumber || 1)))}
        />
        <span>sur {count}</span>
      </label>
      {/* biome-ignore lint/a11y/useSemanticElements: two buttons are no form. */}
      <div class="row" role="group" aria-label="Taille des pages">
        <Button onClick={() => onZoom(-1)}>
          <span aria-hidden="true">−</span>
          <span class="visually-hidden">Réduire</span>
        </Button>
        <span class="money pdf-zoom" role="status">
          {Math.round(zoom * 100)} %
        </span>
        <Button onClick={() => onZoom(1)}>
          <span aria-hidden="true">+</span>
          <span class="visually-hidden">Agrandir</span>
        </Button>
      </div>
    </div>
  );
}
