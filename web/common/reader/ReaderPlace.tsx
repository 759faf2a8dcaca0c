import type { FileRow } from '@sur-mesure/functions/domain/api';
import { refuse } from '@sur-mesure/functions/domain/refusal';
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { RefusalNotice } from '../notice/Notice.tsx';

export interface ReaderProps {
  readonly file: FileRow;
  readonly onClose: () => void;
}

const notLoaded = refuse('connection_lost', 'Le document ne s’est pas ouvert : la connexion a été coupée. Réessayez.');

/** Where a document opens, over the page. What reads comes with the first one opened: most visits open none. */
export function ReaderPlace({ file, onClose }: { readonly file: FileRow | undefined; readonly onClose: () => void }) {
  const [loaded, setLoaded] = useState<{ readonly Reader: FunctionComponent<ReaderProps> } | 'failed'>();
  const asked = file?.fileId;
  useEffect(() => {
    if (asked === undefined || typeof loaded === 'object') return;
    setLoaded(undefined);
    import('./Reader.tsx').then(
      ({ Reader }) => setLoaded({ Reader }),
      () => {
        setLoaded('failed');
        onClose();
      },
    );
  }, [asked]);
  if (loaded === 'failed') return <RefusalNotice refusal={notLoaded} />;
  return file !== undefined && loaded !== undefined ? (
    <loaded.Reader key={file.fileId} file={file} onClose={onClose} />
  ) : null;
}
