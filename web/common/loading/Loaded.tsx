import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import type { View, ViewRequest, Views } from '@sur-mesure/functions/domain/views';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { view } from '../api/call.ts';
import { connectionLost, endsSession } from '../api/refusals.ts';
import { Button, ButtonLink } from '../button/Button.tsx';
import { isCut, onNetworkChange } from '../network/network.ts';
import { Notice } from '../notice/Notice.tsx';
import { signInAddress } from '../page/next.ts';
import { Skeleton } from '../skeleton/Skeleton.tsx';

export interface Loading<Value> {
  /** Undefined until the first answer. While loading again, the last answer stays: nothing disappears under the reader. */
  readonly answer: Value | Refusal | undefined;
  readonly reload: () => void;
  /** The same, by the page's own initiative: when it fails, what is shown stays, and nobody is bothered. */
  readonly refresh: () => void;
}

/** A view of the server, read again when `request` changes. */
export function useView<Name extends keyof Views>(
  request: Extract<ViewRequest, { readonly name: Name }>,
): Loading<Extract<View, { readonly name: Name }>> {
  const key = JSON.stringify(request);
  const [kept, setKept] = useState<{
    readonly key: string;
    readonly answer: Extract<View, { readonly name: Name }> | Refusal;
  }>();
  const [attempt, setAttempt] = useState({ quiet: false });
  // `key` is the request by value; `attempt` asks again.
  useEffect(() => {
    const stop = new AbortController();
    view<Name>(request, { signal: stop.signal }).then((answer) => {
      if (stop.signal.aborted || (attempt.quiet && isRefusal(answer))) return;
      setKept({ key, answer });
    });
    return () => stop.abort();
  }, [key, attempt]);
  const answer = kept?.key === key ? kept.answer : undefined;
  const refresh = () => setAttempt({ quiet: true });
  // What could not be read for want of a network is read when it is back. It may be by now: in the task that shows the failure, so that no word of it is
  // missed, and once, since a network that answers nothing looks present.
  const cut = answer !== undefined && isRefusal(answer) && answer.code === connectionLost.code;
  useLayoutEffect(() => {
    if (!cut) return;
    const readIfBack = () => isCut() || refresh();
    readIfBack();
    return onNetworkChange(readIfBack);
  }, [cut]);
  return { answer, refresh, reload: () => setAttempt({ quiet: false }) };
}

/** The same for a list whose pages are turned and whose filters are typed: what is shown stays until the next answer comes, `turning` meanwhile. */
export function useTurnedView<Name extends keyof Views>(
  request: Extract<ViewRequest, { readonly name: Name }>,
): Loading<Extract<View, { readonly name: Name }>> & { readonly turning: boolean } {
  const loading = useView<Name>(request);
  const last = useRef(loading.answer);
  if (loading.answer !== undefined) last.current = loading.answer;
  return { ...loading, answer: last.current, turning: loading.answer === undefined && last.current !== undefined };
}

interface LoadedProps<Value> {
  readonly loading: Loading<Value>;
  readonly lines?: number;
  readonly children: (value: Value) => ComponentChildren;
}

/** What was loaded, or its place while it comes, or why it did not come and a way to try again. */
export function Loaded<Value>({ loading, lines = 6, children }: LoadedProps<Value>) {
  const { answer, reload } = loading;
  if (answer === undefined) return <Skeleton lines={lines} />;
  if (!isRefusal(answer)) return children(answer);
  return (
    <Notice tone="error" title="Cette page n’a pas pu s’afficher" announced>
      <div class="stack">
        <p>{answer.message}</p>
        <div>
          {endsSession(answer) ? (
            <ButtonLink href={signInAddress(location)}>Se reconnecter</ButtonLink>
          ) : (
            <Button onClick={reload}>Réessayer</Button>
          )}
        </div>
      </div>
    </Notice>
  );
}
