import type { MissionActionResult } from '@sur-mesure/functions/domain/api';
import type { ActionName } from '@sur-mesure/functions/domain/missions/actions';
import { transitionOf } from '@sur-mesure/functions/domain/missions/transitions';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { Dialog } from '../dialog/Dialog.tsx';
import { NetworkWaiting } from '../network/NetworkWaiting.tsx';
import { RefusalNotice } from '../notice/Notice.tsx';
import { ActionFields } from './ActionFields.tsx';
import { consequenceOf } from './consequences.ts';
import { FreshSignIn } from './FreshSignIn.tsx';
import type { MissionActing } from './useMissionAction.ts';
import { useTypedAction } from './useTypedAction.ts';

interface ActionDialogProps {
  readonly action: ActionName;
  readonly view: MissionView;
  readonly person: string;
  /** Said where the page is another mission's: the name of the expert. */
  readonly withExpert?: string;
  readonly acting: MissionActing;
  readonly done: (result: MissionActionResult) => void;
  readonly close: () => void;
}

/** Says what follows, asks what the table asks, and acts. */
export function ActionDialog({ action, view, person, withExpert, acting, done, close }: ActionDialogProps) {
  const { typed, errors, change, command, clear } = useTypedAction({ action, view, person });
  const { label } = transitionOf(action);
  const consequence = consequenceOf(action, view);
  const confirm = async () => {
    const complete = command();
    const result = complete === undefined ? undefined : await acting.run(complete);
    if (result === undefined) return;
    clear();
    done(result);
  };
  return (
    <Dialog
      open
      title={withExpert === undefined ? label : `${label} avec ${withExpert}`}
      confirmLabel={label}
      tone={transitionOf(action).checks.includes('signInIsFresh') ? 'primary' : toneOf(action)}
      busy={acting.busy !== undefined}
      keptFields={[`${action}-reason`]}
      onConfirm={confirm}
      onCancel={close}
    >
      {consequence !== undefined && <p>{consequence}</p>}
      <ActionFields action={action} view={view} typed={typed} errors={errors} onInput={change} />
      <NetworkWaiting wait={acting.wait} takeBack={acting.takeBack} nothing="rien n’est fait" />
      {acting.refusal !== undefined && <RefusalNotice refusal={acting.refusal} />}
      <FreshSignIn refusal={acting.refusal} again={confirm} />
    </Dialog>
  );
}

/** What ends a mission or a step for good is red; the table says which (`confirm`), signatures excepted. */
function toneOf(action: ActionName): 'primary' | 'danger' {
  return transitionOf(action).confirm ? 'danger' : 'primary';
}
