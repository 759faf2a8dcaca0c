import type { MissionActionResult, MissionView } from '@sur-mesure/functions/domain/api';
import type { ActionName } from '@sur-mesure/functions/domain/missions/actions';
import { missionStates } from '@sur-mesure/functions/domain/missions/states';
import { transitionOf } from '@sur-mesure/functions/domain/missions/transitions';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ButtonLink } from '../button/Button.tsx';
import { RefusalNotice } from '../notice/Notice.tsx';
import { ActionButton } from './ActionButton.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import { type Arranged, arranged } from './arrangement.ts';
import { commandOf, nothingTyped } from './typed-action.ts';
import { type MissionActing, useMissionAction } from './useMissionAction.ts';
import './mission.css';

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
  const [opened, setOpened] = useState<ActionName>();
  const last = useRef(opened);
  useEffect(() => {
    // A form that closes leaves with the focus: its button takes it back, when it is still there.
    if (opened === undefined && last.current !== undefined) document.getElementById(`action-${last.current}`)?.focus();
    last.current = opened;
  }, [opened]);
  const close = () => {
    acting.forget();
    setOpened(undefined);
  };
  const done = (result: MissionActionResult) => {
    close();
    onDone(result);
  };
  const press = async (action: ActionName) => {
    const { confirm, checks } = transitionOf(action);
    const command = commandOf(action, nothingTyped, view);
    if (confirm || checks.length > 0 || command === undefined) return setOpened(action);
    const result = await acting.run(command);
    if (result !== undefined) done(result);
  };
  const known = new Set<string>([...Object.keys(links), ...Object.keys(forms)]);
  const { first, others } = arranged(view.actions, { known, hidden });
  if (first.length + others.length === 0) return null;
  const button = (one: Arranged) => {
    const href = one.refusal === null ? links[one.action] : undefined;
    if (href === undefined) return <ActionButton key={one.action} {...one} acting={acting} onPress={press} />;
    return (
      <ButtonLink key={one.action} href={href} tone={one.tone}>
        {transitionOf(one.action).label}
      </ButtonLink>
    );
  };
  const form = opened === undefined ? undefined : forms[opened];
  return (
    <section class="stack" aria-labelledby="actions-title">
      <h2 id="actions-title" class={first.length === 0 ? 'visually-hidden' : undefined}>
        {missionStates[view.mission.state].turn === null ? 'Et maintenant' : 'Agir'}
      </h2>
      {opened === undefined && acting.refusal !== undefined && <RefusalNotice refusal={acting.refusal} />}
      {first.length > 0 && <div class="row actions">{first.map(button)}</div>}
      {others.length > 0 && (
        <details class="other-actions">
          <summary>Autres actions</summary>
          <div class="row actions">{others.map(button)}</div>
        </details>
      )}
      {form?.({ acting, done, close })}
      {opened !== undefined && form === undefined && (
        <ActionDialog key={opened} {...{ action: opened, view, person, acting, done, close }} />
      )}
    </section>
  );
}
