import { useLater } from '../loading/Later.tsx';
import { useUnreached } from './unreached.ts';

const load = () => import('./UnreachedBanner.tsx');

/** The banner of an address in error: its code comes for those alone who have one. */
export function LaterBanner() {
  const unreached = useUnreached();
  return unreached === undefined ? null : <Banner {...unreached} key={unreached.email} />;
}

function Banner(unreached: NonNullable<ReturnType<typeof useUnreached>>) {
  const loaded = useLater(load);
  return typeof loaded === 'object' ? <loaded.part.UnreachedBanner {...unreached} /> : null;
}
