import type { MissionActionResult } from '@sur-mesure/functions/domain/api';
import type { ActionName } from '@sur-mesure/functions/domain/missions/actions';
import type { AskedBy } from '@sur-mesure/functions/domain/missions/behalf';
import { transitionOf } from '@sur-mesure/functions/domain/missions/transitions';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { useState } from 'preact/hooks';
import { Button } from '../common/button/Button.tsx';
import { Dialog } from '../common/dialog/Dialog.tsx';
import { ActionFields } from '../common/mission/ActionFields.tsx';
import { useMissionAction } from '../common/mission/useMissionAction.ts';
import { useTypedAction } from '../common/mission/useTypedAction.ts';
import { RefusalNotice } from '../common/notice/Notice.tsx';
import { of } from '../common/words/typography.ts';
import { AskedByFields } from './AskedByFields.tsx';
import { nameMissing } from './behalf-words.ts';

interface BehalfPanelProps {
  readonly view: MissionView;
  readonly person: string;
  readonly onDone: (result: MissionActionResult) => void;
}

type Side = MissionView['onBehalf'][number];

/** What staff may do for somebody who asked: apart from what is their own, and never a signature. */
export function BehalfPanel({ view, person, onDone }: BehalfPanelProps) {
  const [opened, setOpened] = useState<{ readonly side: Side; readonly action: ActionName }>();
  const done = (result: MissionActionResult) => {
    setOpened(undefined);
    onDone(result);
  };
  return (
    <details class="other-actions">
      <summary>Faire à la place d’une personne qui le demande</summary>
      <div class="stack">
        <p>
          Ce que vous faites ici est écrit au journal avec le nom de qui vous l’a demandé, et sa structure en est
          prévenue par courriel. Valider, confirmer un service et remettre un document restent à qui s’engage.
        </p>
        {view.onBehalf
          .filter(({ actions }) => actions.length > 0)
          .map((side) => (
            <section key={side.laureateId ?? 'expert'} class="stack stack-tight" aria-label={`Au nom ${of(side.name)}`}>
              <h3>Au nom {of(side.name)}</h3>
              <div class="row">
                {side.actions.map((action) => (
                  <Button key={action} opens="dialog" onClick={() => setOpened({ side, action })}>
                    {transitionOf(action).label}
                  </Button>
                ))}
              </div>
            </section>
          ))}
        {opened !== undefined && (
          <BehalfDialog {...{ view, person, ...opened, onDone: done, onCancel: () => setOpened(undefined) }} />
        )}
      </div>
    </details>
  );
}

interface BehalfDialogProps extends BehalfPanelProps {
  readonly side: Side;
  readonly action: ActionName;
  readonly onCancel: () => void;
}

/** Asks who asked and how, then what the table asks of the action. */
function BehalfDialog({ view, person, side, action, onDone, onCancel }: BehalfDialogProps) {
  const [askedBy, setAskedBy] = useState<AskedBy>({ name: '', how: 'phone' });
  const [missing, setMissing] = useState<string>();
  const acting = useMissionAction({
    missionId: view.mission.id,
    laureateId: side.laureateId,
    askedBy: { ...askedBy, name: askedBy.name.trim() },
  });
  const { typed, errors, change, command, clear } = useTypedAction({ action, view, person });
  const { label } = transitionOf(action);
  const confirm = async () => {
    const fault = nameMissing(askedBy.name);
    setMissing(fault);
    const complete = command();
    const result = fault !== undefined || complete === undefined ? undefined : await acting.run(complete);
    if (result === undefined) return;
    clear();
    onDone(result);
  };
  return (
    <Dialog
      open
      title={`${label}, au nom ${of(side.name)}`}
      confirmLabel={label}
      busy={acting.busy !== undefined}
      keptFields={[`${action}-reason`]}
      onConfirm={confirm}
      onCancel={onCancel}
    >
      <AskedByFields side={side.name} value={askedBy} error={missing} onInput={setAskedBy} />
      <ActionFields action={action} view={view} typed={typed} errors={errors} onInput={change} />
      {acting.refusal !== undefined && <RefusalNotice refusal={acting.refusal} />}
    </Dialog>
  );
}
