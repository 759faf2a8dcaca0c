import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type OpenedPdf, openPdf, type PDFDocumentProxy } from './pdf.ts';

export interface ShownPdf {
  readonly document: PDFDocumentProxy;
  /** Height over width of the first page. */
  readonly proportion: number;
}

/** The document of these bytes: undefined while it opens. Closed with the reader. */
export function usePdf(bytes: Blob): ShownPdf | Refusal | undefined {
  const [shown, setShown] = useState<ShownPdf | Refusal>();
  useEffect(() => {
    let closed = false;
    let opened: OpenedPdf | undefined;
    const open = async () => {
      const answer = await openPdf(bytes);
      if (isRefusal(answer)) return setShown(answer);
      opened = answer;
      if (closed) return answer.close();
      const { width, height } = (await answer.document.getPage(1)).getViewport({ scale: 1 });
      if (!closed) setShown({ document: answer.document, proportion: height / width });
    };
    void open();
    return () => {
      closed = true;
      opened?.close();
    };
  }, [bytes]);
  return shown;
}

/** The width that pages may take, which follows the window. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    setWidth(current.clientWidth);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** Numbers of the pages near what is shown: a screen above, a screen below. */
export function useNearPages(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  width: number,
): ReadonlySet<number> {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set([1]));
  useEffect(() => {
    const { current } = scroller;
    if (current === null || width === 0) return;
    const places = [...current.querySelectorAll('.pdf-page')].slice(0, count);
    const observer = new IntersectionObserver(
      (entries) =>
        setNear((before) => {
          const now = new Set(before);
          for (const { target, isIntersecting } of entries) {
            const number = places.indexOf(target) + 1;
            if (isIntersecting) now.add(number);
            else now.delete(number);
          }
          return now;
        }),
      { root: current, rootMargin: '100% 0px' },
    );
    for (const place of places) observer.observe(place);
    return () => observer.disconnect();
  }, [scroller, count, width]);
  return near;
}

/** The page in the middle of what is shown, and the way to another one. */
export function useCurrentPage(scroller: RefObject<HTMLElement | null>) {
  const [current, setCurrent] = useState(1);
  const asked = useRef(0);
  const places = () => [...(scroller.current?.querySelectorAll<HTMLElement>('.pdf-page') ?? [])];
  const follow = () => {
    cancelAnimationFrame(asked.current);
    asked.current = requestAnimationFrame(() => {
      const element = scroller.current;
      if (element === null) return;
      const middle = element.scrollTop + element.clientHeight / 2;
      setCurrent(Math.max(1, places().findLastIndex(({ offsetTop }) => offsetTop <= middle) + 1));
    });
  };
  const goTo = (number: number) => {
    const place = places()[number - 1];
    if (place !== undefined) scroller.current?.scrollTo({ top: place.offsetTop });
  };
  return { current, follow, goTo };
}
