import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../notice/Notice.tsx';
import { Skeleton } from '../skeleton/Skeleton.tsx';

interface PagesProps {
  readonly bytes: Blob;
  readonly name: string;
}

/** pdf.js is half a megabyte: it comes when a PDF is read in the page, and never before. */
export function PagesPlace(props: PagesProps) {
  const [loaded, setLoaded] = useState<{ readonly Pages: FunctionComponent<PagesProps> } | 'failed'>();
  useEffect(() => {
    import('./PdfPages.tsx').then(
      ({ PdfPages }) => setLoaded({ Pages: PdfPages }),
      () => setLoaded('failed'),
    );
  }, []);
  if (loaded === undefined) return <Skeleton lines={8} />;
  if (loaded !== 'failed') return <loaded.Pages {...props} />;
  return (
    <Notice tone="warning" title="La lecture dans la page n’est pas disponible" announced>
      <p>La connexion a été coupée. Le document est là : ouvrez-le avec le lecteur de l’appareil, ou téléchargez-le.</p>
    </Notice>
  );
}
