import { useEffect, useRef } from 'preact/hooks';
import { isCut, onNetworkChange } from '../network/network.ts';

/** Between two looks at what somebody else may have done, while the page is in sight. */
const EVERY_MS = 60_000;
/** A page that nobody touches any more looks again when somebody comes back to it, and not before. */
const UNTOUCHED_MS = 15 * 60_000;

/**
 * Reads a view again by itself, where one waits for somebody else: on coming back to the page, when the network is back, and each minute while somebody is
 * there. Never while something is being confirmed or typed: nothing changes under a finger. Not for what is read before a decision: one decides on
 * what one read.
 */
export function useLive(live: boolean, refresh: () => void): void {
  const again = useRef(refresh);
  again.current = refresh;
  useEffect(() => {
    if (!live) return;
    let touched = Date.now();
    const touch = () => {
      touched = Date.now();
    };
    const look = () => {
      if (document.visibilityState === 'visible' && !isCut() && !isBusy()) again.current();
    };
    const come = () => {
      touch();
      look();
    };
    const ticking = setInterval(() => {
      if (Date.now() - touched < UNTOUCHED_MS) look();
    }, EVERY_MS);
    const signs = ['pointerdown', 'keydown'] as const;
    for (const sign of signs) addEventListener(sign, touch, { passive: true });
    document.addEventListener('visibilitychange', come);
    const stop = onNetworkChange(come);
    return () => {
      clearInterval(ticking);
      for (const sign of signs) removeEventListener(sign, touch);
      document.removeEventListener('visibilitychange', come);
      stop();
    };
  }, [live]);
}

function isBusy(): boolean {
  return document.querySelector('dialog[open], input:focus, textarea:focus, select:focus') !== null;
}
