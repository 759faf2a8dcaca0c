import { useEffect, useRef } from 'preact/hooks';

const AGAIN = 60_000;
/** A page left open on a desk costs nothing once nobody looks for a while. */
const MOST = 15;

/**
 * Reads again when the page comes back before the eyes, then each minute for a quarter of an hour: whoever waits for somebody else sees it happen.
 * `waits`: false while one writes, where nothing may move.
 */
export function useRefreshed(refresh: () => void, waits: boolean): void {
  const latest = useRef(refresh);
  latest.current = refresh;
  useEffect(() => {
    if (!waits) return;
    let left = MOST;
    const again = setInterval(() => {
      if (document.visibilityState !== 'visible' || left === 0) return;
      left -= 1;
      latest.current();
    }, AGAIN);
    const back = () => {
      if (document.visibilityState !== 'visible') return;
      left = MOST;
      latest.current();
    };
    document.addEventListener('visibilitychange', back);
    return () => {
      clearInterval(again);
      document.removeEventListener('visibilitychange', back);
    };
  }, [waits]);
}
