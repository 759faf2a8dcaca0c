import type { ComponentType } from 'preact';
import { NotYetLoaded, useLater } from '../common/loading/Later.tsx';
import { SpaceFrame, type SpaceProps } from './SpaceFrame.tsx';

interface LaterPageProps<Props extends SpaceProps> {
  readonly title: string;
  readonly space: Props;
  readonly load: () => Promise<ComponentType<Props>>;
}

/** A page whose code comes when it is opened. Its frame is there at once, and a cut connection is said. */
export function LaterPage<Props extends SpaceProps>({ title, space, load }: LaterPageProps<Props>) {
  const state = useLater(load);
  if (typeof state === 'object') return <state.part {...space} />;
  return (
    <SpaceFrame space={space} title={title}>
      <NotYetLoaded failed={state === 'failed'} whole />
    </SpaceFrame>
  );
}
