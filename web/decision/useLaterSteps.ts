import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export type LaterSteps = typeof import('./LaterSteps.tsx');

/** What a person does first on a page, so that what comes next is already there when it is needed. */
const signsOfLife = ['pointerdown', 'keydown', 'scroll'] as const;

export interface Arriving {
  /** Undefined while it comes. */
  readonly later: LaterSteps | 'failed' | undefined;
  /** What shows it when it is reached: it comes as soon as this is near the window, whoever brings it there. */
  readonly place: RefObject<HTMLDivElement | null>;
}

/**
 * The code of what follows reading, and of the documents below it: 15 KB that the first screen does not wait for on a slow network. It comes with the
 * first sign of life, with its place in the window, or at once when a step is asked for (`now`).
 */
export function useLaterSteps(now: boolean): Arriving {
  const [later, setLater] = useState<LaterSteps | 'failed'>();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const load = () => {
      import('./LaterSteps.tsx').then(setLater, () => setLater('failed'));
    };
    if (now) return load();
    for (const sign of signsOfLife) addEventListener(sign, load, { once: true, passive: true });
    const seen = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) load();
    });
    if (place.current !== null) seen.observe(place.current);
    return () => {
      seen.disconnect();
      for (const sign of signsOfLife) removeEventListener(sign, load);
    };
  }, [now]);
  return { later, place };
}
