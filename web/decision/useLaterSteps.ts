import { useEffect, useState } from 'preact/hooks';

type LaterSteps = typeof import('./LaterSteps.tsx');

/** What a person does first on a page, so that what comes next is already there when it is needed. */
const signsOfLife = ['pointerdown', 'keydown', 'scroll'] as const;

/**
 * The code of the steps that follow reading: 10 KB that the first screen does not wait for on a slow network. It comes with the first sign of
 * life, or at once when a step is asked for (`now`).
 */
export function useLaterSteps(now: boolean): LaterSteps | 'failed' | undefined {
  const [steps, setSteps] = useState<LaterSteps | 'failed'>();
  useEffect(() => {
    const load = () => {
      import('./LaterSteps.tsx').then(setSteps, () => setSteps('failed'));
    };
    if (now) return load();
    for (const sign of signsOfLife) addEventListener(sign, load, { once: true, passive: true });
    return () => {
      for (const sign of signsOfLife) removeEventListener(sign, load);
    };
  }, [now]);
  return steps;
}
