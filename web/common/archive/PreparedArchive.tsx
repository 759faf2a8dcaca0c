import type { ArchiveRow, ArchiveScope } from '@sur-mesure/functions/domain/archives/archive';
import { formatInstant } from '@sur-mesure/functions/domain/calendar';
import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { useEffect, useState } from 'preact/hooks';
import { useOperation } from '../api/useOperation.ts';
import { Button } from '../button/Button.tsx';
import { Loaded, useView } from '../loading/Loaded.tsx';
import { Notice, RefusalNotice } from '../notice/Notice.tsx';
import { OperationOutcome } from '../notice/OperationOutcome.tsx';
import { Progress } from '../progress/Progress.tsx';
import { counted } from '../words/typography.ts';
import { archiveContents, checkedOffline, HEAVY, progressOf, readySentence } from './archive-words.ts';
import './archive.css';

/** How long after an answer the page asks where the archive is, and when it takes a question to be lost. */
const ASKED_AFTER = 2_000;
const LOST_AFTER = 15_000;

/** An archive that the server makes, which goes on when the page is closed. Nothing is shown to who may not ask for one. */
export function PreparedArchive({ scope }: { readonly scope: ArchiveScope }) {
  const loading = useView({ name: 'archive', scope });
  const { answer, refresh } = loading;
  const archive = answer !== undefined && 'archive' in answer ? answer.archive : null;
  const making = archive?.state === 'making';
  // After each answer, so that a slow network is not asked again before it has answered; and now and then, for one that was lost.
  useEffect(() => {
    if (!making) return;
    const soon = setTimeout(refresh, ASKED_AFTER);
    const lost = setInterval(refresh, LOST_AFTER);
    return () => {
      clearTimeout(soon);
      clearInterval(lost);
    };
  }, [answer]);
  if (answer !== undefined && 'refusal' in answer && answer.refusal !== null) return null;
  return (
    <section class="stack stack-tight" aria-labelledby="archive-title">
      <h2 id="archive-title">Archive</h2>
      <p class="muted">
        {archiveContents[scope.kind]} {checkedOffline}
      </p>
      <Loaded loading={loading} lines={2}>
        {() => <Archive scope={scope} archive={archive} refresh={refresh} />}
      </Loaded>
    </section>
  );
}

interface ArchiveProps {
  readonly scope: ArchiveScope;
  readonly archive: ArchiveRow | null;
  readonly refresh: () => void;
}

function Archive({ scope, archive, refresh }: ArchiveProps) {
  const { run, busy, ...outcome } = useOperation('archiveAction');
  const ask = async () => {
    await run((operationId) => ({ action: 'ask', operationId, scope }));
    refresh();
  };
  const cancel = async (archiveId: string) => {
    await run((operationId) => ({ action: 'cancel', operationId, archiveId }));
    refresh();
  };
  const ready = archive?.state === 'ready';
  return (
    <>
      {archive?.state === 'making' ? (
        <>
          <Progress {...progressOf(archive)} onCancel={() => cancel(archive.id)} />
          <p class="small muted">Vous pouvez quitter cette page : la préparation continue.</p>
        </>
      ) : (
        <div class="row">
          {ready && <Download archive={archive} />}
          <Button busy={busy} onClick={ask}>
            {ready ? 'La préparer de nouveau' : 'Préparer l’archive'}
          </Button>
        </div>
      )}
      <div role="status" class="stack stack-tight">
        {archive !== null && <Outcome archive={archive} />}
      </div>
      <OperationOutcome {...outcome} />
    </>
  );
}

function Outcome({ archive }: { readonly archive: ArchiveRow }) {
  const { state, error, missing, manifestSha256, size, askedAt } = archive;
  switch (state) {
    case 'making':
      return null;
    case 'cancelled':
      return <p class="muted">La préparation a été interrompue. Rien n’a été gardé.</p>;
    case 'expired':
      return <p class="muted">L’archive demandée le {formatInstant(askedAt)} a été effacée. Préparez-la de nouveau.</p>;
    case 'failed':
      return (
        <Notice tone="error" title="L’archive n’a pas été faite">
          <p>{error}</p>
        </Notice>
      );
    case 'ready':
      return (
        <>
          <p>✓ Prête : {readySentence(archive)}</p>
          {(size ?? 0) > HEAVY && (
            <p class="small muted">Ce fichier est lourd : téléchargez-le depuis un ordinateur.</p>
          )}
          {missing > 0 && (
            <Notice
              tone="warning"
              title={`${counted(missing, 'document n’y est', 'documents n’y sont')} pas comme prévu`}
            >
              <p>La fin de « manifest.json » dit lesquels, et pourquoi. Prévenez l’équipe France Tiers-Lieux.</p>
            </Notice>
          )}
          <details class="small">
            <summary>Empreinte du manifeste</summary>
            <p>Gardée ailleurs que l’archive, elle prouve que rien n’y a été changé.</p>
            <code class="archive-print">{manifestSha256}</code>
          </details>
        </>
      );
    default:
      return state satisfies never;
  }
}

function Download({ archive }: { readonly archive: ArchiveRow }) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const download = async () => {
    setBusy(true);
    setRefusal(undefined);
    const { saveArchive } = await import('./save-archive.ts');
    const answer = await saveArchive(archive.id);
    setBusy(false);
    if (isRefusal(answer)) setRefusal(answer);
  };
  return (
    <>
      <Button tone="primary" busy={busy} onClick={download}>
        Télécharger l’archive
      </Button>
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
    </>
  );
}
