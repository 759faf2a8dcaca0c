import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../notice/Notice.tsx';
import { Skeleton } from '../skeleton/Skeleton.tsx';

interface LaterProps<Part> {
  /** The same function at each render: `const load = () => import(…)` outside the component. */
  readonly load: () => Promise<Part>;
  readonly children: (part: Part) => ComponentChildren;
}

/** Code that comes when it is needed: most visits never open this part of a page. */
export function Later<Part>({ load, children }: LaterProps<Part>) {
  const state = useLater(load);
  return typeof state === 'object' ? children(state.part) : <NotYetLoaded failed={state === 'failed'} />;
}

/** What `load` gave, 'failed' when the connection was cut, undefined while it comes. */
export function useLater<Part>(load: () => Promise<Part>): { readonly part: Part } | 'failed' | undefined {
  const [state, setState] = useState<{ readonly part: Part } | 'failed'>();
  useEffect(() => {
    load().then(
      (part) => setState({ part }),
      () => setState('failed'),
    );
  }, [load]);
  return state;
}

export function NotYetLoaded({ failed }: { readonly failed: boolean }) {
  if (!failed) return <Skeleton />;
  return (
    <Notice tone="error" title="Cette page n’a pas pu s’afficher" announced>
      <p>La connexion a été coupée. Vos textes sont gardés. Rechargez la page.</p>
    </Notice>
  );
}
