import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CallOptions, NetworkWait } from '../api/call.ts';

export interface NetworkWaiting {
  /** Set while a call waits for the network; then it can be taken back. */
  readonly wait: NetworkWait | undefined;
  /** Takes back what waits for the network. What is on its way is not stopped: the server may already be doing it. */
  readonly takeBack: () => void;
}

interface Waitable extends NetworkWaiting {
  /** What a new call is to be made with. */
  readonly options: () => CallOptions;
}

/** What waits for the network can be taken back, and is when its page or its dialog is left: nothing is done behind a person's back. */
export function useNetworkWait(): Waitable {
  const [wait, setWait] = useState<NetworkWait>();
  const waiting = useRef<AbortController | undefined>(undefined);
  const takeBack = () => waiting.current?.abort();
  // Not after the next frame: the network may be back by then.
  useLayoutEffect(() => () => waiting.current?.abort(), []);
  const options = () => {
    const stop = new AbortController();
    const onWait = (told: NetworkWait | undefined) => {
      waiting.current = told === undefined ? undefined : stop;
      setWait(told);
    };
    return { signal: stop.signal, onWait };
  };
  return { wait, takeBack, options };
}
