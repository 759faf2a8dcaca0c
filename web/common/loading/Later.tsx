import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../notice/Notice.tsx';
import { Skeleton } from '../skeleton/Skeleton.tsx';

interface LaterProps<Part> {
  /** The same function at each render: `const load = () => import(…)` outside the component. */
  readonly load: () => Promise<Part>;
  readonly children: (part: Part) => ComponentChildren;
}

/** Code that comes when it is needed: most visits never open this part of a page. A cut connection is said. */
export function Later<Part>({ load, children }: LaterProps<Part>) {
  const [state, setState] = useState<{ readonly part: Part } | 'failed'>();
  useEffect(() => {
    load().then(
      (part) => setState({ part }),
      () => setState('failed'),
    );
  }, [load]);
  if (state === undefined) return <Skeleton />;
  if (state !== 'failed') return children(state.part);
  return (
    <Notice tone="error" title="Cette partie n’a pas pu s’afficher" announced>
      <p>La connexion a été coupée. Vos textes sont gardés. Rechargez la page.</p>
    </Notice>
  );
}
