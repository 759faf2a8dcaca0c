import { useLayoutEffect } from 'preact/hooks';

/** A link was followed, and its reader has done nothing since. */
let arriving = false;

function leave(): void {
  arriving = false;
  removeEventListener('keydown', leave, true);
  removeEventListener('pointerdown', leave, true);
}

/** The focus goes where the content begins, for whoever hears the page or goes through it by keyboard. */
export function focusContent(): void {
  document.getElementById('contenu')?.focus({ preventScroll: true });
}

/** Another view was asked for: the focus goes to its content, which may be there later, or twice: first its place, then itself. */
export function arrive(): void {
  arriving = true;
  addEventListener('keydown', leave, true);
  addEventListener('pointerdown', leave, true);
  focusContent();
}

/** For the frame of a page, when it comes in place of the one that had the focus. */
export function useArrival(): void {
  useLayoutEffect(() => {
    if (arriving) focusContent();
  }, []);
}
