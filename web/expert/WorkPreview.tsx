import type { PreviewWorkInput } from '@sur-mesure/functions/domain/experts/draft-contract';
import { useState } from 'preact/hooks';
import { useCall } from '../common/api/useCall.ts';
import { Button } from '../common/button/Button.tsx';
import { Later } from '../common/loading/Later.tsx';
import { RefusalNotice } from '../common/notice/Notice.tsx';
import '../common/reader/reader.css';

interface WorkPreviewProps {
  /** What the document is called. */
  readonly name: string;
  /** What is typed now. */
  readonly input: PreviewWorkInput;
  /** What stands in it in the place of what is not written yet; empty when nothing does. */
  readonly lacking: string;
}

/** pdf.js is half a megabyte: it comes when one asks to see. */
const loadPages = () => import('../common/reader/PdfPages.tsx');

/** What is being written, as the PDF that it would make: made when asked for, marked on each page, kept nowhere. */
export function WorkPreview({ name, input, lacking }: WorkPreviewProps) {
  const { run, busy, refusal } = useCall('previewWork');
  const [shown, setShown] = useState<{ readonly bytes: Blob; readonly of: string }>();
  const now = JSON.stringify(input);
  const show = async () => {
    const answer = await run(input);
    if (answer === undefined) return;
    const bytes = Uint8Array.from(atob(answer.pdf), (character) => character.charCodeAt(0));
    setShown({ bytes: new Blob([bytes], { type: 'application/pdf' }), of: now });
  };
  return (
    <section class="stack" aria-labelledby="work-preview">
      <h3 id="work-preview">Aperçu du PDF</h3>
      {lacking !== '' && <p class="small muted">{lacking}</p>}
      <div class="row">
        <Button busy={busy} onClick={() => void show()}>
          {shown === undefined ? 'Voir l’aperçu' : 'Mettre l’aperçu à jour'}
        </Button>
        {shown !== undefined && (
          <Button tone="quiet" onClick={() => setShown(undefined)}>
            Fermer l’aperçu
          </Button>
        )}
      </div>
      <p class="small muted" role="status">
        {shown === undefined ? '' : shown.of === now ? 'L’aperçu est à jour.' : 'Vous avez écrit depuis cet aperçu.'}
      </p>
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
      {shown !== undefined && (
        <Later load={loadPages}>{({ PdfPages }) => <PdfPages bytes={shown.bytes} name={name} beside />}</Later>
      )}
    </section>
  );
}
