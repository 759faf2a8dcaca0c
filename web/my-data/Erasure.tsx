import { isErasureOpen } from '@sur-mesure/functions/domain/my-data/request';
import type { MyDataView } from '@sur-mesure/functions/domain/my-data/views';
import { categories } from '@sur-mesure/functions/domain/retention/categories';
import { useState } from 'preact/hooks';
import { useOperation } from '../common/api/useOperation.ts';
import { Button } from '../common/button/Button.tsx';
import { Dialog } from '../common/dialog/Dialog.tsx';
import { Notice, RefusalNotice } from '../common/notice/Notice.tsx';
import { DateText } from '../common/words/DateText.tsx';

interface ErasureProps {
  readonly request: MyDataView['request'];
  readonly refresh: () => void;
}

/** The request, where it stands, and what it does not end. */
export function Erasure({ request, refresh }: ErasureProps) {
  const [open, setOpen] = useState(false);
  const [acted, setActed] = useState(false);
  const { run, busy, refusal } = useOperation('erasureAction');
  const act = async (action: 'ask' | 'withdraw') => {
    const answer = await run((operationId) => ({ action, operationId }));
    setOpen(false);
    setActed(true);
    if (answer !== undefined) refresh();
  };
  const state = request?.state ?? null;
  return (
    <section class="stack" aria-labelledby="erasure-title">
      <h2 id="erasure-title">Effacement</h2>
      <Standing request={request} announced={acted} />
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
      {isErasureOpen('withdraw', state) && (
        <div>
          <Button busy={busy} onClick={() => act('withdraw')}>
            Retirer ma demande
          </Button>
        </div>
      )}
      {isErasureOpen('ask', state) && (
        <div>
          <Button opens="dialog" tone="danger" onClick={() => setOpen(true)}>
            Demander l’effacement
          </Button>
        </div>
      )}
      <Asking open={open} busy={busy} onConfirm={() => act('ask')} onCancel={() => setOpen(false)} />
    </section>
  );
}

interface AskingProps {
  readonly open: boolean;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

function Asking(props: AskingProps) {
  return (
    <Dialog {...props} title="Demander l’effacement de vos données" confirmLabel="Envoyer la demande" tone="danger">
      <div class="stack">
        <p>
          L’équipe France Tiers-Lieux répond dans le mois. Si elle accepte, votre compte est coupé aussitôt, et le reste
          s’efface la nuit suivante : cela ne se défait pas. Préparez d’abord votre archive, si vous voulez garder une
          copie.
        </p>
        <Kept />
      </div>
    </Dialog>
  );
}

const inForce = Object.values(categories).filter(({ end }) => end === 'review');

/** What stays, from the table itself. */
function Kept() {
  return (
    <div class="stack stack-tight">
      <p>Ce que la loi demande de garder reste, dix ans après la clôture du programme :</p>
      <ul>
        {inForce.map(({ holds }) => (
          <li key={holds}>{holds}</li>
        ))}
      </ul>
    </div>
  );
}

interface StandingProps extends Pick<ErasureProps, 'request'> {
  /** Whether it answers what was just done here. */
  readonly announced: boolean;
}

function Standing({ request, announced }: StandingProps) {
  if (request === null || request.state === 'withdrawn') {
    return (
      <p>Vous pouvez demander que vos données soient effacées. L’équipe accepte, ou vous dit pourquoi elle refuse.</p>
    );
  }
  if (request.state === 'asked') {
    return (
      <Notice tone="info" title="Votre demande est envoyée" announced={announced}>
        <p>
          Le <DateText instant={request.askedAt} />. L’équipe répond dans le mois, par courriel ; rien n’est effacé
          d’ici là.
        </p>
      </Notice>
    );
  }
  if (request.state === 'refused') {
    return (
      <Notice tone="warning" title="Votre demande a été refusée">
        <p>{request.reason}</p>
        <p>Vous pouvez demander de nouveau, ou saisir la CNIL.</p>
      </Notice>
    );
  }
  return <p>Votre demande est acceptée : vos données s’effacent la nuit prochaine.</p>;
}
