import { addDays, type Day } from '@sur-mesure/functions/domain/calendar';
import { type StaffTask, taskKinds } from '@sur-mesure/functions/domain/staff/tasks';
import { useState } from 'preact/hooks';
import { Button } from '../common/button/Button.tsx';
import { SelectField } from '../common/field/ChoiceFields.tsx';
import { DateField } from '../common/field/TextField.tsx';
import { counted } from '../common/words/typography.ts';
import { actionLabel, type StaffActing } from './useStaffAction.ts';

interface TaskSelectionProps {
  readonly tasks: readonly StaffTask[];
  readonly colleagues: readonly { readonly uid: string; readonly name: string }[];
  readonly acting: StaffActing;
  readonly today: Day;
  readonly onCancel: () => void;
}

const nobody = 'nobody';

/** What can be done to the lines that are ticked, together. */
export function TaskSelection({ tasks, colleagues, acting, today, onCancel }: TaskSelectionProps) {
  const [assignee, setAssignee] = useState<string>();
  const [until, setUntil] = useState(addDays(today, 7));
  const ids = tasks.map(({ id }) => id);
  const byHand = tasks.every(({ kind }) => taskKinds[kind].byHand);
  const choices = [
    { value: nobody, label: 'Personne' },
    ...colleagues.map(({ uid, name }) => ({ value: uid, label: name })),
  ];
  const assign = () => {
    if (assignee !== undefined)
      acting.run({ action: 'assign', ids, assigneeUid: assignee === nobody ? null : assignee });
  };
  return (
    <section class="card stack" aria-label="La sélection">
      <p>{counted(ids.length, 'ligne choisie', 'lignes choisies')}</p>
      <div class="filters">
        <SelectField id="assignee" label="Attribuer à" choices={choices} value={assignee} onInput={setAssignee} />
        <Button busy={acting.busy} onClick={assign}>
          {actionLabel('assign')}
        </Button>
      </div>
      <div class="filters">
        <DateField
          id="until"
          label="Revoir le"
          value={until}
          min={addDays(today, 1)}
          max={addDays(today, 90)}
          onInput={setUntil}
        />
        <Button busy={acting.busy} onClick={() => acting.run({ action: 'snooze', ids, until })}>
          {actionLabel('snooze')}
        </Button>
      </div>
      <div class="row">
        {byHand && (
          <Button busy={acting.busy} onClick={() => acting.run({ action: 'close', ids })}>
            {actionLabel('close')}
          </Button>
        )}
        <Button tone="quiet" onClick={onCancel}>
          Ne rien choisir
        </Button>
      </div>
    </section>
  );
}
