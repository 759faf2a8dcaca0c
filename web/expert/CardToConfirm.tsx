import { awaitsConfirmation } from '@sur-mesure/functions/domain/experts/confirming';
import type { ExpertDecision } from '@sur-mesure/functions/domain/experts/decisions';
import type { Expert } from '@sur-mesure/functions/domain/experts/profile';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useOperation } from '../common/api/useOperation.ts';
import { Button, ButtonLink } from '../common/button/Button.tsx';
import { Notice } from '../common/notice/Notice.tsx';
import { OperationOutcome } from '../common/notice/OperationOutcome.tsx';
import { dayOfInstant } from '../common/words/dates.ts';
import { today } from '../common/words/today.ts';
import { registrationAddress } from './registration-state.ts';

interface CardToConfirmProps {
  readonly expert: Expert;
  /** What this person may decide about its company. */
  readonly decisions: readonly ExpertDecision[];
}

/** Once a year: is the card right? One press answers; the form corrects it. Nothing is taken away from who answers neither. */
export function CardToConfirm({ expert, decisions }: CardToConfirmProps) {
  const [done, setDone] = useState(false);
  const { run, busy, ...outcome } = useOperation('expertAction');
  if (done) return <Confirmed />;
  if (!decisions.includes('confirmCard') || !awaitsConfirmation(expert, today())) return null;
  const confirm = async () => {
    const answer = await run((operationId) => ({ decision: 'confirmCard', expertId: expert.id, operationId }));
    if (answer !== undefined) setDone(true);
  };
  const since = expert.confirmation?.at ?? expert.submittedAt;
  return (
    <Notice tone="info" title="Votre fiche est-elle à jour ?">
      <div class="stack">
        <p>
          Elle a été publiée ou confirmée le {dayOfInstant(since)}. Elle reste dans l’annuaire, quoi que vous répondiez.
        </p>
        <OperationOutcome {...outcome} />
        <div class="row">
          <Button busy={busy} onClick={confirm}>
            Ma fiche est à jour
          </Button>
          <ButtonLink href={registrationAddress}>Corriger ma fiche</ButtonLink>
        </div>
      </div>
    </Notice>
  );
}

/** Takes the focus: the button that had it is gone. */
function Confirmed() {
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => words.current?.focus(), []);
  return (
    <div ref={words} tabIndex={-1}>
      <Notice tone="success" announced>
        <p>Merci : votre fiche est confirmée pour un an.</p>
      </Notice>
    </div>
  );
}
