import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Skeleton } from '../skeleton/Skeleton.tsx';
import { CutOff } from './CutOff.tsx';

interface LaterProps<Part> {
  /** The same function at each render: `const load = () => import(…)` outside the component. */
  readonly load: () => Promise<Part>;
  readonly children: (part: Part) => ComponentChildren;
  /** Whether nothing else is on the page. */
  readonly whole?: boolean;
}

/** Code that comes when it is needed: most visits never open this part of a page. */
export function Later<Part>({ load, children, whole = false }: LaterProps<Part>) {
  const state = useLater(load);
  return typeof state === 'object' ? children(state.part) : <NotYetLoaded failed={state === 'failed'} whole={whole} />;
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

/** `whole`: whether nothing else is on the page. */
export function NotYetLoaded({ failed, whole = false }: { readonly failed: boolean; readonly whole?: boolean }) {
  if (!failed) return <Skeleton />;
  return <CutOff title="Cette page n’a pas pu s’afficher" kept="Vos textes sont gardés." whole={whole} />;
}
