import type { MissionRow } from '@sur-mesure/functions/domain/missions/views';
import type { TemplateFault } from '@sur-mesure/functions/domain/templates/templates';
import { SelectField } from '../../common/field/ChoiceFields.tsx';
import { Later } from '../../common/loading/Later.tsx';
import { Notice, RefusalNotice } from '../../common/notice/Notice.tsx';
import { Skeleton } from '../../common/skeleton/Skeleton.tsx';
import { SOURCE_FIELD } from './SourceField.tsx';
import type { Previewed } from './usePreview.ts';
import '../../common/reader/reader.css';

interface PreviewProps {
  readonly label: string;
  readonly missions: readonly MissionRow[];
  readonly missionId: string | null;
  readonly onChoose: (missionId: string | null) => void;
  readonly previewed: Previewed;
  readonly onPlace: (fault: TemplateFault) => void;
}

/** pdf.js is half a megabyte: it comes with the first pages. */
const loadPages = () => import('../../common/reader/PdfPages.tsx');
const listOf = new Intl.ListFormat('fr-FR');
const SAMPLE = 'exemple';

/** The document as it would be, on a mission that one knows; what is wrong in the text above it. */
export function Preview({ label, missions, missionId, onChoose, previewed, onPlace }: PreviewProps) {
  const { pages, answer, refusal, busy } = previewed;
  const choices = [
    { value: SAMPLE, label: 'Mission d’exemple, fictive' },
    ...missions.map((one) => ({
      value: one.missionId,
      label: `${listOf.format(one.laureateNames)} et ${one.expertName}`,
    })),
  ];
  return (
    <section class="stack template-preview" aria-labelledby="template-preview">
      <h2 id="template-preview">Aperçu</h2>
      <SelectField
        id="preview-mission"
        label="Sur quelle mission ?"
        hint="Une vraie mission est lue comme à son ouverture : son lauréat voit dans son journal que l’équipe l’a lue."
        choices={choices}
        value={missionId ?? SAMPLE}
        onInput={(chosen) => onChoose(chosen === SAMPLE ? null : chosen)}
      />
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
      {answer !== undefined && <Faults faults={answer.faults} onPlace={onPlace} />}
      {answer !== undefined && answer.missing.length > 0 && (
        <Notice tone="warning" title="À remettre avant de publier" announced>
          <p>Ce document doit toujours porter {listOf.format(answer.missing)}.</p>
        </Notice>
      )}
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

function Faults({ faults, onPlace }: { readonly faults: readonly TemplateFault[] } & Pick<PreviewProps, 'onPlace'>) {
  if (faults.length === 0) return null;
  const title = faults.length === 1 ? 'Une erreur dans le texte' : `${faults.length} erreurs dans le texte`;
  return (
    <Notice tone="error" title={title} announced>
      <ul class="notice-list">
        {faults.map((fault) => (
          <li key={`${fault.line} ${fault.column} ${fault.reason}`}>
            <a
              href={`#${SOURCE_FIELD}`}
              onClick={(event) => {
                event.preventDefault();
                onPlace(fault);
              }}
            >
              Ligne {fault.line} : {fault.reason}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
