import { API_DESCRIPTION } from '@sur-mesure/functions/domain/api-access/scopes';
import {
  type ApiTokenAnswer,
  type ApiTokenRow,
  apiTokenStates,
  isRevocable,
  scopeLabels,
} from '@sur-mesure/functions/domain/api-access/tokens';
import { useState } from 'preact/hooks';
import { useCall } from '../../common/api/useCall.ts';
import { Button } from '../../common/button/Button.tsx';
import { Dialog } from '../../common/dialog/Dialog.tsx';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { DoneNotice } from '../../common/notice/DoneNotice.tsx';
import { RefusalNotice } from '../../common/notice/Notice.tsx';
import { DateText } from '../../common/words/DateText.tsx';
import { useAskedAbout } from '../useAskedAbout.ts';
import { MadeToken } from './MadeToken.tsx';
import { TokenForm } from './TokenForm.tsx';
import '../../common/person-lines/person-lines.css';

/** Keys of programs to the data of the programme: what each reads, until when, and whether it is used. */
export function TokensPage() {
  const loading = useView({ name: 'apiTokens' });
  const [made, setMade] = useState<ApiTokenAnswer>();
  const { chosen, choose, close, done, finish } = useAskedAbout<ApiTokenRow>(loading.refresh);
  const tell = (answer: ApiTokenAnswer) => {
    finish(answer.done);
    // A token that was just revoked is not to be copied any more; another one may still be.
    if (answer.token !== null || answer.tokenId === made?.tokenId) setMade(answer);
  };
  return (
    <Loaded loading={loading}>
      {({ acts, tokens }) => (
        <div class="stack stack-loose">
          <DoneNotice done={done} />
          {made !== undefined && made.token !== null && <MadeToken key={made.token} token={made.token} />}
          <p class="lead">
            Un programme (un tableau de bord, un tableur) peut lire les données du programme, sans jamais rien changer,
            avec un jeton. La <a href={API_DESCRIPTION}>description pour les programmes</a> dit ce qu’il reçoit. Un
            jeton cesse de servir à sa fin, quand il est révoqué, ou quand son auteur quitte l’équipe.
          </p>
          <section class="stack" aria-labelledby="tokens-title">
            <h2 id="tokens-title">Les jetons</h2>
            {tokens.length === 0 ? (
              <EmptyState>Aucun jeton : aucun programme ne lit ces données.</EmptyState>
            ) : (
              <ul class="plain-list">
                {tokens.map((token) => (
                  <TokenLine key={token.tokenId} token={token} onRevoke={acts ? choose : undefined} />
                ))}
              </ul>
            )}
          </section>
          {acts && <TokenForm key={made?.tokenId} onMade={tell} />}
          {chosen !== undefined && <RevokeDialog key={chosen.tokenId} token={chosen} onClose={close} onDone={tell} />}
        </div>
      )}
    </Loaded>
  );
}

interface TokenLineProps {
  readonly token: ApiTokenRow;
  /** Undefined for who only reads. */
  readonly onRevoke: ((token: ApiTokenRow) => void) | undefined;
}

function TokenLine({ token, onRevoke }: TokenLineProps) {
  const { name, scopes, state, byName, madeAt, until, lastUsedOn, revokedAt, revokedByName } = token;
  return (
    <li class="person-line">
      <div class="person-words">
        <p class="person-name">{name}</p>
        <p class="small">
          {apiTokenStates[state]}. Lit : {scopeLabels(scopes)}.
        </p>
        <p class="small muted">
          Créé par {byName} le <DateText instant={madeAt} />, jusqu’au <DateText day={until} />.{' '}
          {lastUsedOn === null ? (
            'Jamais utilisé.'
          ) : (
            <>
              Utilisé la dernière fois le <DateText day={lastUsedOn} />.
            </>
          )}
          {revokedAt !== null && (
            <>
              {' '}
              Révoqué par {revokedByName} le <DateText instant={revokedAt} hour />.
            </>
          )}
        </p>
      </div>
      {onRevoke !== undefined && isRevocable(state) && (
        <div class="row">
          <Button opens="dialog" onClick={() => onRevoke(token)}>
            Révoquer
            <span class="visually-hidden"> : {name}</span>
          </Button>
        </div>
      )}
    </li>
  );
}

interface RevokeDialogProps {
  readonly token: ApiTokenRow;
  readonly onClose: () => void;
  readonly onDone: (answer: ApiTokenAnswer) => void;
}

function RevokeDialog({ token: { name, tokenId }, onClose, onDone }: RevokeDialogProps) {
  const { run, busy, refusal } = useCall('apiTokenAction');
  const revoke = async () => {
    const answer = await run({ action: 'revoke', tokenId });
    if (answer !== undefined) onDone(answer);
  };
  return (
    <Dialog
      open
      title={`Révoquer « ${name} »`}
      confirmLabel="Révoquer le jeton"
      tone="danger"
      busy={busy}
      onConfirm={revoke}
      onCancel={onClose}
    >
      <p>Le programme qui s’en sert ne lit plus rien, dès sa prochaine demande. C’est définitif.</p>
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
    </Dialog>
  );
}
