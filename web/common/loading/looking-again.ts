import { type MissionState, missionStates } from '@sur-mesure/functions/domain/missions/states';
import { useEffect, useRef } from 'preact/hooks';
import { isCut } from '../network/network.ts';

/** How long to wait before looking again, the first time and after: somebody else's answer comes in minutes or in days, rarely in seconds. */
const waitsMs = [20_000, 30_000, 60_000, 120_000, 300_000] as const;

export function waitBefore(attempt: number): number {
  return waitsMs[Math.min(attempt, waitsMs.length - 1)] ?? waitsMs[0];
}

/** Whether a laureate waits for its expert or for the team. */
export function waitsForOthers({ state }: { readonly state: MissionState }): boolean {
  const { turn } = missionStates[state];
  return turn === 'expert' || turn === 'staff';
}

/** A page that somebody left for a while is looked at again as soon as they come back to it. */
const STALE_MS = 15_000;

/**
 * Looks again by itself while somebody else is awaited: less and less often, only while the page is seen, at once when one comes back to it, and
 * never while something is typed or a dialog is open. Each look is one call of the view: a page left open in front costs 12 of them an hour.
 */
export function useLookingAgain(waiting: boolean, refresh: () => void): void {
  const again = useRef(refresh);
  again.current = refresh;
  useEffect(() => {
    if (!waiting) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let attempt = 0;
    let lookedAt = Date.now();
    const look = () => {
      if (document.visibilityState === 'visible' && !isCut() && !isBusy()) {
        again.current();
        lookedAt = Date.now();
      }
      plan();
    };
    const plan = () => {
      clearTimeout(timer);
      // Nothing is planned for a page that nobody sees: coming back to it plans anew.
      if (document.visibilityState === 'visible') timer = setTimeout(look, waitBefore(attempt++));
    };
    const comeBack = () => {
      attempt = 0;
      if (document.visibilityState === 'visible' && Date.now() - lookedAt > STALE_MS) look();
      else plan();
    };
    plan();
    document.addEventListener('visibilitychange', comeBack);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', comeBack);
    };
  }, [waiting]);
}

/** Whether a new answer could take something from under a hand: words typed, a dialog open, an action on its way. */
function isBusy(): boolean {
  const fields = [...document.querySelectorAll<HTMLInputElement>('textarea, input:not([type=checkbox], [type=radio])')];
  const open = document.querySelector('dialog[open], [aria-busy=true]');
  return open !== null || fields.some(isTyped) || document.activeElement instanceof HTMLSelectElement;
}

interface Field {
  readonly value: string;
  readonly closest: (selector: string) => object | null;
}

/** A field filled in by the page itself, in a part of it that is closed, is nobody's typing: the page would never look again. */
export function isTyped(field: Field): boolean {
  return field.value !== '' && field.closest('details:not([open])') === null;
}
