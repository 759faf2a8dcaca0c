import { dayOf } from '@sur-mesure/functions/domain/calendar';
import { type StaffTask, taskKinds, taskPath } from '@sur-mesure/functions/domain/staff/tasks';
import { type StaffHome, type TasksAsked, whoseTasks } from '@sur-mesure/functions/domain/staff/views';
import { useState } from 'preact/hooks';
import { ButtonLink } from '../common/button/Button.tsx';
import { ProgrammeCalendar } from '../common/calendar-file/CalendarFile.tsx';
import { EmptyState } from '../common/empty-state/EmptyState.tsx';
import { SelectField } from '../common/field/ChoiceFields.tsx';
import { Loaded, useTurnedView } from '../common/loading/Loaded.tsx';
import { OperationOutcome } from '../common/notice/OperationOutcome.tsx';
import { type Address, withParameters } from '../common/page/address.ts';
import { Turn } from '../common/turn/Turn.tsx';
import { DateText } from '../common/words/DateText.tsx';
import { namesOf } from './lists/list-address.ts';
import { RowTick } from './lists/RowTick.tsx';
import { SelectionAnswer } from './SelectionAnswer.tsx';
import { TaskSelection } from './TaskSelection.tsx';
import { tasksAddress, tasksIn } from './task-address.ts';
import { emptyWords, groupsOf, summaryOf, type TaskGroup } from './task-words.ts';
import { useStaffAction } from './useStaffAction.ts';
import './staff.css';
import './tasks.css';

const choices = namesOf(whoseTasks).map((value) => ({ value, label: whoseTasks[value] }));

/** Everything that waits for the team, the oldest first, a page at a time, each with the one thing to do. */
export function ToDo({ address }: { readonly address: Address }) {
  const asked = tasksIn(address.parameters);
  const loading = useTurnedView({ name: 'staff', ...asked });
  return (
    <Loaded loading={loading}>{(home) => <Waiting {...{ home, asked, address }} onActed={loading.refresh} />}</Loaded>
  );
}

interface WaitingProps {
  readonly home: StaffHome;
  readonly asked: TasksAsked;
  readonly address: Address;
  readonly onActed: () => void;
}

function Waiting({ home, asked, address, onActed }: WaitingProps) {
  const { whose } = asked;
  const { acts, tasks, waiting, later, next } = home;
  const [chosen, setChosen] = useState<readonly StaffTask[]>([]);
  const acting = useStaffAction(() => {
    setChosen([]);
    onActed();
  });
  const { answered } = acting;
  const select = (task: StaffTask, ticked: boolean) =>
    setChosen(ticked ? [...chosen, task] : chosen.filter(({ id }) => id !== task.id));
  const undo =
    answered?.action.action === 'snooze' && answered.action.until !== null
      ? () => acting.run({ action: 'snooze', ids: answered.action.ids, until: null })
      : undefined;
  return (
    <>
      <Turn whose={whoseTurn(acts, waiting > 0)} yours={acts && waiting > 0}>
        <p>{summaryOf(home)}</p>
      </Turn>
      <OperationOutcome refusal={acting.refusal} wait={acting.wait} takeBack={acting.takeBack} />
      {answered !== undefined && (
        <SelectionAnswer
          items={answered.items}
          nameOf={(id) => tasks.find((task) => task.id === id)?.about ?? 'Une ligne'}
          onUndo={undo}
        />
      )}
      {waiting + later > 0 && (
        <search class="filters">
          <SelectField
            {...{ id: 'whose', label: 'Montrer', choices, value: whose }}
            optional
            onInput={(value) => address.refine(tasksAddress({ ...asked, whose: value, after: null }))}
          />
        </search>
      )}
      <Kinds {...{ home, asked }} />
      {chosen.length > 0 && (
        <TaskSelection
          {...{ tasks: chosen, colleagues: home.colleagues, acting, today: dayOf(Date.now()) }}
          onCancel={() => setChosen([])}
        />
      )}
      {waiting + later > 0 && tasks.length === 0 && <EmptyState>{emptyWords[whose]}</EmptyState>}
      {groupsOf(tasks).map((group) => (
        <Group key={group.kind} {...{ group, home, chosen }} onSelect={select} />
      ))}
      <OtherPages {...{ asked, next }} />
      <ProgrammeCalendar />
    </>
  );
}

interface KindsProps {
  readonly home: StaffHome;
  readonly asked: TasksAsked;
}

/** What waits by its kind, what stops somebody first: on a day when much waits, one kind at a time. */
function Kinds({ home: { kinds }, asked }: KindsProps) {
  if (kinds.length < 2 && asked.kind === undefined) return null;
  const { kind: current, ...ofAll } = { ...asked, after: null };
  return (
    <nav class="row parts" aria-label="Par nature">
      <a class="part" href={homeAddress(ofAll)} aria-current={current === undefined ? 'page' : undefined}>
        Tout
      </a>
      {kinds.map(({ kind, count }) => (
        <a
          key={kind}
          class="part"
          href={homeAddress({ ...ofAll, kind })}
          aria-current={current === kind ? 'page' : undefined}
        >
          {taskKinds[kind].label} ({count.toLocaleString('fr-FR')})
        </a>
      ))}
    </nav>
  );
}

function homeAddress(asked: TasksAsked): string {
  return withParameters('/equipe', tasksAddress(asked));
}

function OtherPages({ asked, next }: { readonly asked: TasksAsked; readonly next: string | null }) {
  if (asked.after === null && next === null) return null;
  return (
    <nav class="row" aria-label="Pages : ce qui attend l’équipe">
      {asked.after !== null && <ButtonLink href={homeAddress({ ...asked, after: null })}>Revenir au début</ButtonLink>}
      {next !== null && <ButtonLink href={homeAddress({ ...asked, after: next })}>Voir la suite</ButtonLink>}
    </nav>
  );
}

function whoseTurn(acts: boolean, waiting: boolean): string {
  if (!acts) return 'À l’équipe France Tiers-Lieux';
  return waiting ? 'À vous' : 'Rien ne vous attend';
}

interface GroupProps {
  readonly group: TaskGroup;
  readonly home: StaffHome;
  readonly chosen: readonly StaffTask[];
  readonly onSelect: (task: StaffTask, ticked: boolean) => void;
}

function Group({ group, home, chosen, onSelect }: GroupProps) {
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
              <RowTick
                label={`Sélectionner ${task.about}`}
                checked={chosen.some(({ id }) => id === task.id)}
                onTick={(ticked) => onSelect(task, ticked)}
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
