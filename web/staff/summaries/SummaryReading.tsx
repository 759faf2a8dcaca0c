import { periodLabel } from '@sur-mesure/functions/domain/summaries/periods';
import type { SummaryView } from '@sur-mesure/functions/domain/summaries/views';
import { call } from '../../common/api/call.ts';
import { useCall } from '../../common/api/useCall.ts';
import { Button } from '../../common/button/Button.tsx';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { useAskedDocument } from '../../common/loading/asked-document.ts';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { Notice, RefusalNotice } from '../../common/notice/Notice.tsx';
import { DateText } from '../../common/words/DateText.tsx';
import { Journal } from './Journal.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { MoneyTables } from './MoneyTables.tsx';
import { capitalised } from './summary-words.ts';
import { Waiting } from './Waiting.tsx';

/** One summary, read from the server: as it was stored, or of a period that goes on, as it was last made. */
export function SummaryReading({ period }: { readonly period: string }) {
  const loading = useView({ name: 'summary', period });
  return <Loaded loading={loading}>{(view) => <Reading view={view} refresh={loading.refresh} />}</Loaded>;
}

interface ReadingProps {
  readonly view: SummaryView;
  readonly refresh: () => void;
}

function Reading({ view, refresh }: ReadingProps) {
  const { summary, isOver, isDamaged } = view;
  if (isDamaged) return <Damaged view={view} refresh={refresh} />;
  if (summary === null) return <NotYet view={view} refresh={refresh} />;
  return (
    <article class="stack stack-loose" aria-labelledby="summary-title">
      <header class="stack">
        <h2 id="summary-title">{capitalised(periodLabel(summary.period))}</h2>
        <p>
          {isOver
            ? 'Les montants sont ceux des registres à la fin de la période ; ce qui attend a été relevé le '
            : 'Cette période est en cours : sa synthèse se refait chaque matin, et sera gardée, avec son PDF, une fois finie. Ce qui suit a été relevé le '}
          <DateText instant={summary.at} hour />.
        </p>
        {summary.money.unreadableLines > 0 && (
          <Notice tone="error" title="Des registres sont à réparer">
            <p>Les lignes qui ne se lisent pas ne sont dans aucun montant de cette page.</p>
          </Notice>
        )}
        {summary.unreadableDocuments > 0 && (
          <Notice tone="error" title="Des documents n’ont pas pu être lus">
            <p>
              Il y en a {summary.unreadableDocuments} : ce qu’ils contiennent n’est dans aucun chiffre de cette page.
              Dites-le à la personne qui maintient le service.
            </p>
          </Notice>
        )}
        {isOver ? (
          <Pdf period={view.period} documents={view.documents} refresh={refresh} />
        ) : (
          <Again view={view} refresh={refresh} />
        )}
      </header>
      <KeyFigures summary={summary} />
      <Waiting summary={summary} />
      <MoneyTables summary={summary} />
      <Journal summary={summary} />
    </article>
  );
}

/** Of a period that is over, and whose document can't be read: what is kept, and what to do. */
function Damaged({ view: { period, documents }, refresh }: ReadingProps) {
  return (
    <article class="stack stack-loose" aria-labelledby="summary-title">
      <h2 id="summary-title">{capitalised(periodLabel(period))}</h2>
      <Notice tone="error" title="Cette synthèse ne se lit plus">
        <div class="stack">
          <p>Le document qui la garde est abîmé. Ses chiffres ne sont pas montrés, plutôt que montrés faux.</p>
          <p>
            Rien d’autre n’est touché : les registres et les missions sont entiers, et « Choisir une autre période »
            ouvre les autres synthèses. Le courriel qui apportait celle-ci dit ce qu’elle contenait.
          </p>
          <p>Dites-le à la personne qui maintient le service : elle peut la remettre d’une sauvegarde.</p>
        </div>
      </Notice>
      {documents.length > 0 && (
        <div class="stack stack-tight">
          <p>Son PDF avait été fait : il est gardé.</p>
          <Pdf {...{ period, documents, refresh }} />
        </div>
      )}
    </article>
  );
}

/** Of a period that has just begun. */
function NotYet({ view, refresh }: ReadingProps) {
  return (
    <article class="stack stack-loose" aria-labelledby="summary-title">
      <h2 id="summary-title">{capitalised(periodLabel(view.period))}</h2>
      <EmptyState action={<Again view={view} refresh={refresh} />}>
        Cette période vient de commencer : sa synthèse se fait chaque matin, et n’a pas encore été faite.
      </EmptyState>
    </article>
  );
}

/** Of one that goes on: the team has it made as it is now. */
function Again({ view: { period, summary, acts }, refresh }: ReadingProps) {
  const { run, busy, refusal } = useCall('makeFigures');
  if (!acts) return null;
  const make = async () => {
    if ((await run({ of: period.kind })) !== undefined) refresh();
  };
  return (
    <div class="stack stack-tight">
      <div>
        <Button busy={busy} onClick={() => void make()}>
          {summary === null ? 'Faire la synthèse' : 'Actualiser'}
        </Button>
      </div>
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
    </div>
  );
}

interface PdfProps extends Pick<SummaryView, 'documents' | 'period'> {
  readonly refresh: () => void;
}

/** Made by the server at the first press, kept, and saved again at the next ones. */
function Pdf({ period, documents, refresh }: PdfProps) {
  const { ask, coming, refusal } = useAskedDocument<'summary'>({
    documents,
    refresh,
    request: (document, operationId) => call('makeDocument', { asked: { document, period: period.id }, operationId }),
  });
  return (
    <div class="stack stack-tight">
      <div>
        <Button busy={coming !== undefined} onClick={() => void ask('summary')}>
          Télécharger la synthèse (PDF)
        </Button>
      </div>
      <div role="status">
        {coming !== undefined && <p class="muted">Le PDF se prépare : il s’enregistre de lui-même dans un instant.</p>}
      </div>
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
    </div>
  );
}
