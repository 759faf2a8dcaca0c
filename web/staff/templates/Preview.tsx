import type { MissionRow } from '@sur-mesure/functions/domain/missions/views';
import { SelectField } from '../../common/field/ChoiceFields.tsx';
import { Later } from '../../common/loading/Later.tsx';
import { RefusalNotice } from '../../common/notice/Notice.tsx';
import { Skeleton } from '../../common/skeleton/Skeleton.tsx';
import type { Previewed } from './usePreview.ts';
import '../../common/reader/reader.css';

interface PreviewProps {
  readonly label: string;
  /** Null of a document that is not about a mission. */
  readonly missions: readonly MissionRow[] | null;
  readonly missionId: string | null;
  readonly onChoose: (missionId: string | null) => void;
  readonly previewed: Previewed;
}

/** pdf.js is half a megabyte: it comes with the first pages. */
const loadPages = () => import('../../common/reader/PdfPages.tsx');
const listOf = new Intl.ListFormat('fr-FR');
const SAMPLE = 'exemple';

/** The document as it would be, on a mission that one knows. */
export function Preview({ label, missions, missionId, onChoose, previewed }: PreviewProps) {
  const { pages, refusal, busy } = previewed;
  return (
    <section class="stack template-preview" aria-labelledby="template-preview">
      <h2 id="template-preview">Aperçu</h2>
      {missions === null ? (
        <p>Sur un exemple fictif : ce document ne parle pas d’une mission.</p>
      ) : (
        <WhichMission {...{ missions, missionId, onChoose }} />
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

interface WhichMissionProps extends Pick<PreviewProps, 'missionId' | 'onChoose'> {
  readonly missions: readonly MissionRow[];
}

function WhichMission({ missions, missionId, onChoose }: WhichMissionProps) {
  const choices = [
    { value: SAMPLE, label: 'Mission d’exemple, fictive' },
    ...missions.map((one) => ({
      value: one.missionId,
      label: `${listOf.format(one.laureateNames)} et ${one.expertName}`,
    })),
  ];
  return (
    <SelectField
      id="preview-mission"
      label="Sur quelle mission ?"
      hint="Une vraie mission est lue comme à son ouverture : son lauréat voit dans son journal que l’équipe l’a lue."
      choices={choices}
      value={missionId ?? SAMPLE}
      onInput={(chosen) => onChoose(chosen === SAMPLE ? null : chosen)}
    />
  );
}
