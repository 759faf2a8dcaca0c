import { transitionOf } from '@sur-mesure/functions/domain/missions/transitions';
import { Button } from '../common/button/Button.tsx';
import { ActionFields } from '../common/mission/ActionFields.tsx';
import { useTypedAction } from '../common/mission/useTypedAction.ts';
import { today } from '../common/words/today.ts';
import type { ConfirmProps } from './ConfirmValidation.tsx';
import { type Choice, choices, newVersionAsked } from './decision.ts';
import { Outcome } from './Outcome.tsx';

interface ConfirmReturnProps extends ConfirmProps {
  readonly choice: Exclude<Choice, 'validate'>;
  readonly person: string;
}

const labels = {
  sendBack: 'Renvoyer le devis pour correction',
  refuse: 'Refuser le diagnostic et le devis',
} as const;

/** Third step of a return or a refusal: why, in words that the expert reads. They are kept until sent. */
export function ConfirmReturn({ choice, view, person, acting, onDone, onReadAgain }: ConfirmReturnProps) {
  const { typed, errors, change, command, clear } = useTypedAction({
    action: choice,
    view,
    person,
    filledIn: choice === 'sendBack' ? newVersionAsked(view, today()) : undefined,
  });
  const confirm = async () => {
    const complete = command();
    const result = complete === undefined ? undefined : await acting.run(complete);
    if (result === undefined) return;
    clear();
    onDone(result);
  };
  return (
    <div class="stack stack-loose">
      <p class="lead">{choices[choice].consequence}</p>
      <div class="stack">
        <ActionFields action={choice} view={view} typed={typed} errors={errors} onInput={change} />
      </div>
      <Outcome acting={acting} onReadAgain={onReadAgain} onAgain={confirm} />
      <div>
        <Button
          tone={transitionOf(choice).confirm ? 'danger' : 'primary'}
          busy={acting.busy !== undefined}
          onClick={confirm}
        >
          {labels[choice]}
        </Button>
      </div>
    </div>
  );
}
