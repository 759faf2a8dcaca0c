/** How long a sending waits for the network: longer than a tunnel, shorter than a person's patience with a button that says nothing. */
export const PATIENCE_MS = 120_000;

/** Whether the browser knows that it has no network at all. A network that answers nothing looks present: calls then fail one by one. */
export function isCut(): boolean {
  return navigator.onLine === false;
}

/** Calls back when the network has gone or come back; gives the way to stop. */
export function onNetworkChange(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

/** How many sendings wait for the network now, and whom to tell when that changes. */
let waiting = 0;
const watchers = new Set<() => void>();

/** Whether something leaves by itself if the network comes back in time. */
export function somethingWaits(): boolean {
  return waiting > 0;
}

/** Calls back when a sending begins or ends to wait; gives the way to stop. */
export function onWaitingChange(changed: () => void): () => void {
  watchers.add(changed);
  return () => {
    watchers.delete(changed);
  };
}

/**
 * Calls `back` each time the network comes back, unless something waited for it: what waited is leaving then, and counts no more if it was told first.
 * Gives the way to stop.
 */
export function onBackAlone(back: () => void): () => void {
  let waited = somethingWaits();
  const look = () => {
    if (isCut()) waited = somethingWaits();
  };
  const stopWatching = onWaitingChange(look);
  const stopListening = onNetworkChange(() => {
    look();
    if (!isCut() && !waited && !somethingWaits()) back();
  });
  return () => {
    stopWatching();
    stopListening();
  };
}

function count(change: 1 | -1): void {
  waiting += change;
  for (const changed of watchers) changed();
}

/** True once the network is back, at once when it is there; false when it did not come back in time, or `signal` gave up. */
export function whenBack(signal?: AbortSignal, patienceMs = PATIENCE_MS): Promise<boolean> {
  if (!isCut()) return Promise.resolve(true);
  if (signal?.aborted === true) return Promise.resolve(false);
  return new Promise((resolve) => {
    const end = (back: boolean) => {
      stop();
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
      count(-1);
      resolve(back);
    };
    const giveUp = () => end(false);
    const stop = onNetworkChange(() => {
      if (!isCut()) end(true);
    });
    const timer = setTimeout(giveUp, patienceMs);
    signal?.addEventListener('abort', giveUp, { once: true });
    count(1);
  });
}
