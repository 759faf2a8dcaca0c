import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../common/notice/Notice.tsx';
import { Skeleton } from '../common/skeleton/Skeleton.tsx';
import { SpaceFrame, type SpaceProps } from './SpaceFrame.tsx';

interface LaterPageProps {
  readonly title: string;
  readonly space: SpaceProps;
  readonly load: () => Promise<ComponentType<SpaceProps>>;
}

interface Loaded {
  readonly Page: ComponentType<SpaceProps>;
}

/** A page whose code comes when it is opened. Its frame is there at once, and a cut connection is said. */
export function LaterPage({ title, space, load }: LaterPageProps) {
  const [state, setState] = useState<Loaded | 'failed'>();
  useEffect(() => {
    load().then(
      (Page) => setState({ Page }),
      () => setState('failed'),
    );
  }, [load]);
  if (typeof state === 'object') return <state.Page {...space} />;
  return (
    <SpaceFrame space={space} title={title}>
      {state === undefined ? (
        <Skeleton />
      ) : (
        <Notice tone="error" title="Cette page n’a pas pu s’afficher" announced>
          <p>La connexion a été coupée. Vos textes sont gardés. Rechargez la page.</p>
        </Notice>
      )}
    </SpaceFrame>
  );
}
