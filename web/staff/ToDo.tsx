import { dayOf } from '@sur-mesure/functions/domain/calendar';
import { type StaffTask, taskKinds, taskPath } from '@sur-mesure/functions/domain/staff/tasks';
import type { StaffHome } from '@sur-mesure/functions/domain/staff/views';
import { useState } from 'preact/hooks';
import { ButtonLink } from '../common/button/Button.tsx';
import { EmptyState } from '../common/empty-state/EmptyState.tsx';
import { SelectField } from '../common/field/ChoiceFields.tsx';
import { RefusalNotice } from '../common/notice/Notice.tsx';
import { Turn } from '../common/turn/Turn.tsx';
import { DateText } from '../common/words/DateText.tsx';
import { SelectionAnswer } from './SelectionAnswer.tsx';
import { TaskSelection } from './TaskSelection.tsx';
import { emptyWords, groupsOf, summaryOf, type TaskGroup, type Whose, whose } from './task-words.ts';
import { useStaffAction } from './useStaffAction.ts';
import './tasks.css';

interface ToDoProps {
  readonly home: StaffHome;
  /** Of the reader. */
  readonly uid: string;
  readonly onActed: () => void;
}

const choices = [
  { value: 'all', label: whose.all },
  { value: 'mine', label: whose.mine },
  { value: 'nobody', label: whose.nobody },
  { value: 'later', label: whose.later },
] as const;

/** Everything that waits for the team, each with the one thing to do. */
export function ToDo({ home, uid, onActed }: ToDoProps) {
  const [choice, setChoice] = useState<Whose>('all');
  const [selected, setSelected] = useState<readonly string[]>([]);
  const acting = useStaffAction(() => {
    setSelected([]);
    onActed();
  });
  const today = dayOf(Date.now());
  const groups = groupsOf(home.tasks, { choice, uid, today });
  const waiting = groupsOf(home.tasks, { choice: 'all', uid, today }).length > 0;
  const select = (id: string, chosen: boolean) =>
    setSelected(chosen ? [...selected, id] : selected.filter((one) => one !== id));
  const { answered } = acting;
  const undo =
    answered?.action.action === 'snooze' && answered.action.until !== null
      ? () => acting.run({ action: 'snooze', ids: answered.action.ids, until: null })
      : undefined;
  return (
    <>
      <Turn whose={whoseTurn(home.acts, waiting)} yours={home.acts && waiting}>
        <p>{summaryOf(home.tasks, uid, today)}</p>
      </Turn>
      {acting.refusal !== undefined && <RefusalNotice refusal={acting.refusal} />}
      {answered !== undefined && (
        <SelectionAnswer
          items={answered.items}
          nameOf={(id) => home.tasks.find((task) => task.id === id)?.about ?? 'Une ligne'}
          onUndo={undo}
        />
      )}
      {home.tasks.length > 0 && (
        <search class="filters">
          <SelectField id="whose" label="Montrer" optional choices={choices} value={choice} onInput={setChoice} />
        </search>
      )}
      {selected.length > 0 && (
        <TaskSelection
          tasks={home.tasks.filter(({ id }) => selected.includes(id))}
          colleagues={home.colleagues}
          acting={acting}
          today={today}
          onCancel={() => setSelected([])}
        />
      )}
      {home.tasks.length > 0 && groups.length === 0 && <EmptyState>{emptyWords[choice]}</EmptyState>}
      {groups.map((group) => (
        <Group key={group.kind} group={group} home={home} selected={selected} onSelect={select} />
      ))}
    </>
  );
}

function whoseTurn(acts: boolean, waiting: boolean): string {
  if (!acts) return 'À l’équipe France Tiers-Lieux';
  return waiting ? 'À vous' : 'Rien ne vous attend';
}

interface GroupProps {
  readonly group: TaskGroup;
  readonly home: StaffHome;
  readonly selected: readonly string[];
  readonly onSelect: (id: string, chosen: boolean) => void;
}

function Group({ group, home, selected, onSelect }: GroupProps) {
  const title = `tasks-${group.kind}`;
  return (
    <section class="stack" aria-labelledby={title}>
      <h2 id={title}>
        {group.label} <span class="muted">({group.tasks.length})</span>
      </h2>
      <ul class="plain-list tasks">
        {group.tasks.map((task) => (
          <li key={task.id} class="task">
            {home.acts && (
              <input
                type="checkbox"
                aria-label={`Sélectionner ${task.about}`}
                checked={selected.includes(task.id)}
                onInput={(event) => onSelect(task.id, event.currentTarget.checked)}
              />
            )}
            <Line task={task} colleagues={home.colleagues} />
            <ButtonLink href={taskPath(task)}>
              {taskKinds[task.kind].button}
              <span class="visually-hidden"> : {task.about}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ task, colleagues }: { readonly task: StaffTask; readonly colleagues: StaffHome['colleagues'] }) {
  const assignee = colleagues.find(({ uid }) => uid === task.assigneeUid)?.name;
  return (
    <div class="task-words">
      <p>{task.about}</p>
      <p class="small muted">
        Depuis le <DateText instant={task.at} relative />
        {assignee !== undefined && <>. Pour {assignee}</>}
        {task.snoozedUntil !== null && (
          <>
            . Remise au <DateText day={task.snoozedUntil} />
          </>
        )}
      </p>
    </div>
  );
}
