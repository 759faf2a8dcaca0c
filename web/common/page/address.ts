import { useEffect, useRef, useState } from 'preact/hooks';
import { arrive as arriveAtContent, focusContent } from './arrival.ts';

export interface Address {
  /** What follows « ? » in the address: the view of the page, shareable and kept by the back button. */
  readonly parameters: URLSearchParams;
  /** How many times a link or the back button changed the view: a key for what must start afresh then. */
  readonly arrivals: number;
  /** Says more about the same view (a filter being typed): no new step for the back button, the focus stays. */
  readonly refine: (parameters: URLSearchParams) => void;
  /** Goes to another view of the page, as a link would: after an action that is done. */
  readonly go: (parameters: URLSearchParams) => void;
}

/**
 * The address as state. A link of the page to itself changes the view without loading anything again (the session, the code), and the
 * focus goes to the new content. Links stay links: a new tab, a bookmark or a reload find the same view.
 */
export function useAddress(): Address {
  const [search, setSearch] = useState(location.search);
  const [moves, setMoves] = useState(0);
  const moved = useRef(0);
  const arrive = useRef(() => {
    setSearch(location.search);
    setMoves((count) => count + 1);
  }).current;
  const visit = useRef((address: string) => {
    history.pushState(null, '', address);
    scrollTo(0, 0);
    arrive();
  }).current;
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const address = ownAddress(event);
      if (address === undefined) return;
      event.preventDefault();
      visit(address);
    };
    document.addEventListener('click', follow);
    addEventListener('popstate', arrive);
    return () => {
      document.removeEventListener('click', follow);
      removeEventListener('popstate', arrive);
    };
  }, [arrive, visit]);
  useEffect(() => {
    if (moves === moved.current) return;
    moved.current = moves;
    arriveAtContent();
  }, [moves]);
  return {
    parameters: new URLSearchParams(search),
    arrivals: moves,
    refine: (parameters) => {
      history.replaceState(null, '', withParameters(location.pathname, parameters));
      setSearch(location.search);
    },
    go: (parameters) => visit(withParameters(location.pathname, parameters)),
  };
}

/** After an action taken further down: its answer stands at the top of the page, and the focus goes there. */
export function returnToTop(): void {
  scrollTo(0, 0);
  focusContent();
}

/** The same, once `done` has come and the dialog that did it is gone: until then nothing else takes the focus, and the button it goes back to may go too. */
export function useReturnToTop(done: object | string | undefined): void {
  useEffect(() => {
    if (done !== undefined) returnToTop();
  }, [done]);
}

/** `/expert?mission=12`, or `/expert` alone when there is nothing to say. */
export function withParameters(path: string, parameters: URLSearchParams): string {
  const search = parameters.toString();
  return search === '' ? path : `${path}?${search}`;
}

/** Where an ordinary click on a link to another view of this same page leads; undefined when the browser must follow it itself. */
function ownAddress(event: MouseEvent): string | undefined {
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (event.defaultPrevented || !plain || !(event.target instanceof Element)) return undefined;
  const link = event.target.closest('a');
  if (link === null || link.target !== '' || link.hasAttribute('download') || link.hash !== '') return undefined;
  return link.origin === location.origin && link.pathname === location.pathname ? link.href : undefined;
}
