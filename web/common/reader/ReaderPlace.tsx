import type { FileRow } from '@sur-mesure/functions/domain/missions/views';
import { Later } from '../loading/Later.tsx';

export interface ReaderProps {
  readonly file: FileRow;
  readonly onClose: () => void;
}

const load = () => import('./Reader.tsx');

/** Where a document opens, over the page. What reads comes with the first one opened: most visits open none. */
export function ReaderPlace({ file, onClose }: { readonly file: FileRow | undefined; readonly onClose: () => void }) {
  if (file === undefined) return null;
  return <Later load={load}>{({ Reader }) => <Reader key={file.fileId} file={file} onClose={onClose} />}</Later>;
}
