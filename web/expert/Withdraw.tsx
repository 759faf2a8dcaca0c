import type { Expert } from '@sur-mesure/functions/domain/experts/profile';
import { isLive } from '@sur-mesure/functions/domain/missions/states';
import type { MissionRow } from '@sur-mesure/functions/domain/missions/views';
import { useState } from 'preact/hooks';
import { useOperation } from '../common/api/useOperation.ts';
import { Button } from '../common/button/Button.tsx';
import { Dialog } from '../common/dialog/Dialog.tsx';
import { TextAreaField } from '../common/field/TextField.tsx';
import { OperationOutcome } from '../common/notice/OperationOutcome.tsx';
import { counted } from '../common/words/typography.ts';

interface WithdrawProps {
  readonly expert: Expert;
  readonly missions: readonly MissionRow[];
  readonly onDone: (state: Expert['state']) => void;
}

/** What a company that leaves is told before it confirms: nothing under way stops by itself. */
function leavingWords(missions: readonly MissionRow[]): string {
  const live = missions.filter(({ state }) => isLive(state)).length;
  const listed = 'Votre fiche quitte l’annuaire et plus aucune mission ne peut vous être demandée.';
  return live === 0
    ? listed
    : `${listed} ${counted(live, 'mission en cours continue', 'missions en cours continuent')} : menez-les à leur terme, ou retirez-vous de chacune depuis sa page.`;
}

/** The way out, for the person who speaks for the company. */
export function Withdraw({ expert, missions, onDone }: WithdrawProps) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const { run, busy, ...outcome } = useOperation('expertAction');
  const confirm = async () => {
    if (reason.trim() === '') return setError('Écrivez pourquoi vous retirez votre fiche.');
    const command = { decision: 'withdraw', message: reason } as const;
    const answer = await run((operationId) => ({ ...command, expertId: expert.id, operationId }));
    if (answer === undefined) return;
    setOpen(false);
    onDone(answer.state);
  };
  return (
    <section class="stack" aria-labelledby="withdraw-title">
      <h2 id="withdraw-title">Quitter le programme</h2>
      <p>Vous ne souhaitez plus recevoir de missions ? Retirez votre fiche. Vous pourrez revenir.</p>
      <div>
        <Button opens="dialog" onClick={() => setOpen(true)}>
          Retirer ma fiche
        </Button>
      </div>
      <Dialog
        open={open}
        title="Retirer votre fiche"
        confirmLabel="Retirer ma fiche"
        tone="danger"
        busy={busy}
        keptFields={['withdraw-reason']}
        onConfirm={confirm}
        onCancel={() => {
          outcome.takeBack();
          setOpen(false);
        }}
      >
        <p>{leavingWords(missions)}</p>
        <TextAreaField
          id="withdraw-reason"
          label="Pourquoi ?"
          hint="L’équipe France Tiers-Lieux lit ces mots."
          rows={3}
          maxLength={2000}
          error={error}
          value={reason}
          onInput={setReason}
        />
        <OperationOutcome {...outcome} />
      </Dialog>
    </section>
  );
}
