import type { MissionActionResult } from '@sur-mesure/functions/domain/api';
import type { Command } from '@sur-mesure/functions/domain/missions/actions';
import { transitionOf } from '@sur-mesure/functions/domain/missions/transitions';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../common/button/Button.tsx';
import { Dialog } from '../common/dialog/Dialog.tsx';
import type { Draft } from '../common/draft.ts';
import { FreshSignIn } from '../common/mission/FreshSignIn.tsx';
import { useMissionAction } from '../common/mission/useMissionAction.ts';
import { NetworkWaiting } from '../common/network/NetworkWaiting.tsx';
import { ErrorSummary, type FieldError, Notice, RefusalNotice } from '../common/notice/Notice.tsx';
import { DateText } from '../common/words/DateText.tsx';
import { of } from '../common/words/typography.ts';

/** What every form of this page is given. */
export interface TaskProps {
  readonly view: MissionView;
  /** Uid of who is signed in: the owner of the drafts. */
  readonly person: string;
  readonly onDone: (result: MissionActionResult) => void;
}

interface TaskFormProps<Value> extends TaskProps {
  readonly action: Command['action'];
  readonly draft: Draft<Value>;
  /** Above the fields: who else writes; below the button: where the text is kept. */
  readonly above?: ComponentChildren;
  readonly below?: ComponentChildren;
  /** What is missing or wrong in what is typed, in the order of the page. */
  readonly errorsOf: (value: Value) => readonly FieldError[];
  /** What is sent, null while something is missing. */
  readonly commandOf: (value: Value) => Command | null;
  /** What the person reads once more before sending. */
  readonly review: (value: Value) => ComponentChildren;
  readonly children: (errorOf: ErrorOf, errors: readonly FieldError[]) => ComponentChildren;
}

export type ErrorOf = (fieldId: string) => string | undefined;

/** The road of a form with a draft: correct what is missing, read once more, send. Nothing typed is lost on the way. */
export function TaskForm<Value>(props: TaskFormProps<Value>) {
  const { action, view, draft, errorsOf, commandOf, review, onDone, above, below, children } = props;
  const acting = useMissionAction({ missionId: view.mission.id, laureateId: view.laureateId });
  const [summary, setSummary] = useState<readonly FieldError[]>([]);
  const [tried, setTried] = useState(false);
  const [reviewing, setReviewing] = useState(false);
  const { label } = transitionOf(action);
  const errors = tried ? errorsOf(draft.value) : [];
  const check = () => {
    const found = errorsOf(draft.value);
    setTried(true);
    setSummary(found);
    setReviewing(found.length === 0);
  };
  const send = async () => {
    const command = commandOf(draft.value);
    const result = command === null ? undefined : await acting.run(command);
    if (result === undefined) return;
    draft.clear();
    onDone(result);
  };
  const close = () => {
    acting.forget();
    setReviewing(false);
  };
  return (
    <form
      class="stack stack-loose"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        check();
      }}
    >
      {draft.restoredFrom !== undefined && (
        <Notice title={draft.restoredBy ? `Le travail ${of(draft.restoredBy)} est repris` : 'Votre travail est repris'}>
          <p>
            Il a été gardé le <DateText instant={draft.restoredFrom} hour />.
          </p>
        </Notice>
      )}
      {above}
      <ErrorSummary errors={summary} />
      {children((fieldId) => errors.find((error) => error.fieldId === fieldId)?.message, errors)}
      <div>
        <Button type="submit" tone="primary">
          Relire avant d’envoyer
        </Button>
      </div>
      {below}
      <Dialog
        open={reviewing}
        title={`${label} ?`}
        confirmLabel={label}
        busy={acting.busy !== undefined}
        onConfirm={send}
        onCancel={close}
      >
        <div class="stack">
          {reviewing && review(draft.value)}
          <NetworkWaiting wait={acting.wait} takeBack={acting.takeBack} nothing="rien n’est envoyé" />
          {acting.refusal !== undefined && <RefusalNotice refusal={acting.refusal} />}
          <FreshSignIn refusal={acting.refusal} again={send} />
        </div>
      </Dialog>
    </form>
  );
}
