import type { MissionActionResult } from '@sur-mesure/functions/domain/api';
import type { ActionName } from '@sur-mesure/functions/domain/missions/actions';
import { followers } from '@sur-mesure/functions/domain/missions/mission';
import { missionStates } from '@sur-mesure/functions/domain/missions/states';
import { transitionOf } from '@sur-mesure/functions/domain/missions/transitions';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import type { ComponentChildren } from 'preact';
import { ButtonLink } from '../button/Button.tsx';
import { Later } from '../loading/Later.tsx';
import { RefusalNotice } from '../notice/Notice.tsx';
import { ActionButton } from './ActionButton.tsx';
import { type Arranged, arranged } from './arrangement.ts';
import { type MissionActing, useMissionAction } from './useMissionAction.ts';
import { useOpenedForm } from './useOpenedForm.ts';
import './mission.css';

/** What a dialog asks and says comes with the first one opened: most visits read. */
const loadDialog = () => import('./ActionDialog.tsx');
const loadTyped = () => import('./typed-action.ts');

export interface ActionPanelProps {
  readonly view: MissionView;
  /** Uid of who is signed in: drafts of one person are not shown to another. */
  readonly person: string;
  readonly onDone: (result: MissionActionResult) => void;
  /** Actions taken on a page of their own: where their button leads. */
  readonly links?: Partial<Record<ActionName, string>>;
  /** Actions whose form opens in place, under the buttons. */
  readonly forms?: Partial<Record<ActionName, (form: OpenForm) => ComponentChildren>>;
  /** Actions left out because another button of the page covers them. */
  readonly hidden?: readonly ActionName[];
}

/** What a form in place is given. `run` gives the result, or undefined when refused (`acting.refusal` says why). */
export interface OpenForm {
  readonly acting: MissionActing;
  readonly done: (result: MissionActionResult) => void;
  readonly close: () => void;
}

/** The buttons of a mission, as the server allows them to this person: live, or greyed with the reason. */
export function ActionPanel({ view, person, onDone, links = {}, forms = {}, hidden = [] }: ActionPanelProps) {
  const acting = useMissionAction({ missionId: view.mission.id, laureateId: view.laureateId });
  const { opened, open, close: closeForm } = useOpenedForm();
  const close = () => {
    acting.forget();
    closeForm();
  };
  const done = (result: MissionActionResult) => {
    close();
    onDone(result);
  };
  const press = async (action: ActionName) => {
    const { confirm, checks } = transitionOf(action);
    if (confirm || checks.length > 0) return open(action);
    // Where the connection is cut, the dialog opens all the same, and says so.
    const typed = await loadTyped().catch(() => undefined);
    const command = typed?.commandOf(action, typed.nothingTyped, view);
    if (command === undefined) return open(action);
    const result = await acting.run(command);
    if (result !== undefined) done(result);
  };
  const known = new Set<string>([...Object.keys(links), ...Object.keys(forms)]);
  const { first, others } = arranged(view.actions, { known, hidden, followed: followers(view.mission).length > 0 });
  if (first.length + others.length === 0) return null;
  const form = opened === undefined ? undefined : forms[opened];
  return (
    <section class="stack" aria-labelledby="actions-title">
      <h2 id="actions-title" class={first.length === 0 ? 'visually-hidden' : undefined}>
        {missionStates[view.mission.state].turn === null ? 'Et maintenant' : 'Agir'}
      </h2>
      {opened === undefined && acting.refusal !== undefined && <RefusalNotice refusal={acting.refusal} />}
      <Buttons buttons={first} {...{ links, forms, acting, press }} />
      {others.length > 0 && (
        <details class="other-actions">
          <summary>Autres actions</summary>
          <Buttons buttons={others} {...{ links, forms, acting, press }} />
        </details>
      )}
      {form?.({ acting, done, close })}
      {opened !== undefined && form === undefined && (
        <Later load={loadDialog}>
          {({ ActionDialog }) => (
            <ActionDialog key={opened} {...{ action: opened, view, person, acting, done, close }} />
          )}
        </Later>
      )}
    </section>
  );
}

interface ButtonsProps {
  readonly buttons: readonly Arranged[];
  readonly links: Partial<Record<ActionName, string>>;
  readonly forms: NonNullable<ActionPanelProps['forms']>;
  readonly acting: MissionActing;
  readonly press: (action: ActionName) => void;
}

function Buttons({ buttons, links, forms, acting, press }: ButtonsProps) {
  if (buttons.length === 0) return null;
  return (
    <div class="row actions">
      {buttons.map((one) => {
        const href = one.refusal === null ? links[one.action] : undefined;
        const inPlace = forms[one.action] !== undefined;
        if (href === undefined)
          return <ActionButton key={one.action} {...one} {...{ acting, inPlace }} onPress={press} />;
        return (
          <ButtonLink key={one.action} href={href} tone={one.tone}>
            {transitionOf(one.action).label}
          </ButtonLink>
        );
      })}
    </div>
  );
}
