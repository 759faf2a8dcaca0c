import type { ArchiveScope } from '@sur-mesure/functions/domain/archives/archive';
import { Later } from '../loading/Later.tsx';

const load = () => import('./PreparedArchive.tsx');

/** Now and then, at the end of a mission or of the programme. */
export function LaterArchive({ scope }: { readonly scope: ArchiveScope }) {
  return <Later load={load}>{({ PreparedArchive }) => <PreparedArchive scope={scope} />}</Later>;
}
