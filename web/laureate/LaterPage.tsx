import type { ComponentType } from 'preact';
import { NotYetLoaded, useLater } from '../common/loading/Later.tsx';
import { SpaceFrame, type SpaceProps } from './SpaceFrame.tsx';

interface LaterPageProps {
  readonly title: string;
  readonly space: SpaceProps;
  readonly load: () => Promise<ComponentType<SpaceProps>>;
}

/** A page whose code comes when it is opened. Its frame is there at once, and a cut connection is said. */
export function LaterPage({ title, space, load }: LaterPageProps) {
  const state = useLater(load);
  if (typeof state === 'object') return <state.part {...space} />;
  return (
    <SpaceFrame space={space} title={title}>
      <NotYetLoaded failed={state === 'failed'} />
    </SpaceFrame>
  );
}
