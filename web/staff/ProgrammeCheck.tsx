import type { SubsidyActionResult } from '@sur-mesure/functions/domain/api';
import { useState } from 'preact/hooks';
import { useOperation } from '../common/api/useOperation.ts';
import { Button } from '../common/button/Button.tsx';
import { Notice } from '../common/notice/Notice.tsx';
import { OperationOutcome } from '../common/notice/OperationOutcome.tsx';
import { counted } from '../common/words/typography.ts';
import { laureateAddress } from './laureate-parts.ts';

/** The check of every laureate's accounts on demand: what each night does, before a committee or an audit. It repairs nothing. */
export function ProgrammeCheck({ laureates }: { readonly laureates: number }) {
  const { run, busy, ...outcome } = useOperation('subsidyAction');
  const [found, setFound] = useState<SubsidyActionResult>();
  const check = async () => {
    setFound(undefined);
    setFound(await run((operationId) => ({ action: 'reconcile', operationId, laureateId: null })));
  };
  return (
    <section class="stack stack-tight" aria-labelledby="check-title">
      <h2 id="check-title">Vérification des comptes</h2>
      <p class="muted">
        Chaque registre est relu ligne à ligne, avec ses preuves et ses missions. C’est fait chaque nuit ; rien n’est
        réparé d’office.
      </p>
      <div>
        <Button busy={busy} onClick={check}>
          Vérifier les comptes de tous les lauréats
        </Button>
      </div>
      <p role="status">
        {busy && `Relecture des registres de ${counted(laureates, 'lauréat')}. Une minute peut être nécessaire.`}
      </p>
      <OperationOutcome {...outcome} />
      {found !== undefined && <Found found={found} />}
    </section>
  );
}

function Found({ found: { done, differs } }: { readonly found: SubsidyActionResult }) {
  return (
    <Notice tone={differs === undefined ? 'success' : 'error'} title="Comptes vérifiés" announced>
      <p>{done}</p>
      {differs !== undefined && (
        <p>
          <a href={laureateAddress(differs.laureateId, 'subvention')}>
            Ouvrir la subvention de « {differs.laureateName} »
          </a>
          . Les autres sont dans <a href="/equipe">ce qui attend l’équipe</a>.
        </p>
      )}
    </Notice>
  );
}
