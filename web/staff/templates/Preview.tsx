import { Later } from '../../common/loading/Later.tsx';
import { RefusalNotice } from '../../common/notice/Notice.tsx';
import { Skeleton } from '../../common/skeleton/Skeleton.tsx';
import type { Previewed } from './usePreview.ts';
import { WhichMission } from './WhichMission.tsx';
import '../../common/reader/reader.css';

interface PreviewProps {
  readonly label: string;
  /** Whether the document is about a mission. */
  readonly onMissions: boolean;
  readonly missionId: string | null;
  readonly onChoose: (missionId: string | null) => void;
  readonly previewed: Previewed;
}

/** pdf.js is half a megabyte: it comes with the first pages. */
const loadPages = () => import('../../common/reader/PdfPages.tsx');

/** The document as it would be, on a mission that one knows. */
export function Preview({ label, onMissions, missionId, onChoose, previewed }: PreviewProps) {
  const { pages, refusal, busy } = previewed;
  return (
    <section class="stack template-preview" aria-labelledby="template-preview">
      <h2 id="template-preview">Aperçu</h2>
      {onMissions ? (
        <WhichMission {...{ missionId, onChoose }} />
      ) : (
        <p>Sur un exemple fictif : ce document ne parle pas d’une mission.</p>
      )}
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
      <p class="small muted" role="status">
        {busy ? 'L’aperçu se prépare…' : pages === undefined ? '' : 'L’aperçu est à jour.'}
      </p>
      {pages === undefined ? (
        busy && <Skeleton lines={8} />
      ) : (
        <Later load={loadPages}>{({ PdfPages }) => <PdfPages bytes={pages} name={label} beside />}</Later>
      )}
    </section>
  );
}
