import type { MissionActionResult, MissionView } from '@sur-mesure/functions/domain/api';
import type { ActionName } from '@sur-mesure/functions/domain/missions/actions';
import { transitionOf } from '@sur-mesure/functions/domain/missions/transitions';
import { useState } from 'preact/hooks';
import { Dialog } from '../dialog/Dialog.tsx';
import { useDraft } from '../draft.ts';
import type { FieldError } from '../notice/Notice.tsx';
import { RefusalNotice } from '../notice/Notice.tsx';
import { ActionFields } from './ActionFields.tsx';
import { consequenceOf } from './consequences.ts';
import { FreshSignIn } from './FreshSignIn.tsx';
import { commandOf, nothingTyped, type Typed, typedErrors } from './typed-action.ts';
import type { MissionActing } from './useMissionAction.ts';

interface ActionDialogProps {
  readonly action: ActionName;
  readonly view: MissionView;
  readonly person: string;
  readonly acting: MissionActing;
  readonly done: (result: MissionActionResult) => void;
  readonly close: () => void;
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Says what follows, asks what the table asks, and acts. The words typed are kept until the action is taken. */
export function ActionDialog({ action, view, person, acting, done, close }: ActionDialogProps) {
  const reason = useDraft(`${person}.${action}.${view.mission.id}`, '', isText);
  const [rest, setRest] = useState(nothingTyped);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const typed: Typed = { ...rest, reason: reason.value };
  const { label } = transitionOf(action);
  const consequence = consequenceOf(action, view);
  const confirm = async () => {
    const found = typedErrors(action, typed, view);
    setErrors(found);
    const [first] = found;
    if (first !== undefined) return document.getElementById(first.fieldId)?.focus();
    const command = commandOf(action, typed, view);
    const result = command === undefined ? undefined : await acting.run(command);
    if (result === undefined) return;
    reason.clear();
    done(result);
  };
  return (
    <Dialog
      open
      title={label}
      confirmLabel={label}
      tone={transitionOf(action).checks.includes('signInIsFresh') ? 'primary' : toneOf(action)}
      busy={acting.busy !== undefined}
      onConfirm={confirm}
      onCancel={close}
    >
      {consequence !== undefined && <p>{consequence}</p>}
      <ActionFields
        action={action}
        view={view}
        typed={typed}
        errors={errors}
        onInput={(next) => {
          setRest(next);
          reason.change(next.reason);
        }}
      />
      {acting.refusal !== undefined && <RefusalNotice refusal={acting.refusal} />}
      <FreshSignIn refusal={acting.refusal} />
    </Dialog>
  );
}

/** What ends a mission or a step for good is red; the table says which (`confirm`), signatures excepted. */
function toneOf(action: ActionName): 'primary' | 'danger' {
  return transitionOf(action).confirm ? 'danger' : 'primary';
}
