import type { Remarks } from '@sur-mesure/functions/domain/experts/profile';
import type { Registration } from '@sur-mesure/functions/domain/experts/registration';
import { handedAnswers } from '@sur-mesure/functions/domain/forms/form';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import type { Views } from '@sur-mesure/functions/domain/views';
import { useState } from 'preact/hooks';
import { Button } from '../common/button/Button.tsx';
import type { Draft } from '../common/draft.ts';
import { CheckedForm } from '../common/form/CheckedForm.tsx';
import { type Loading, useView } from '../common/loading/Loaded.tsx';
import { type FieldError, Notice, RefusalNotice } from '../common/notice/Notice.tsx';
import { DateText } from '../common/words/DateText.tsx';
import { RegistrationFields } from './RegistrationFields.tsx';
import { readyToSend, registrationErrors } from './registration.ts';

interface RestoredDraftProps {
  readonly draft: Draft<Registration>;
  /** What « afresh » goes back to. */
  readonly initial: Registration;
  readonly afresh: string;
}

/** Says that the text found on this device was taken back, and offers to leave it. */
export function RestoredDraft({ draft, initial, afresh }: RestoredDraftProps) {
  const [shown, setShown] = useState(draft.restoredFrom !== undefined);
  if (!shown) return null;
  const startAfresh = () => {
    draft.change(initial);
    draft.clear();
    setShown(false);
  };
  return (
    <Notice title="Votre texte est repris">
      <div class="stack stack-tight">
        <p>
          Il a été gardé sur cet appareil le <DateText instant={draft.restoredFrom ?? 0} hour />.
        </p>
        <div>
          <Button onClick={startAfresh}>{afresh}</Button>
        </div>
      </div>
    </Notice>
  );
}

interface RegistrationFormProps<Answer> {
  readonly draft: Draft<Registration>;
  /** The account exists: its address is shown and can't be changed here. */
  readonly emailIsKept?: boolean;
  /** What staff asked, field by field. */
  readonly remarks?: Remarks | undefined;
  /** The word of the button. */
  readonly submit: string;
  readonly send: (registration: Registration) => Promise<Answer | Refusal>;
  readonly onSent: (answer: Answer, registration: Registration) => void;
}

/** The form of a registration, the first time and each time it is sent again. */
export function RegistrationForm<Answer extends object>({
  draft,
  emailIsKept = false,
  remarks,
  submit,
  send,
  onSent,
}: RegistrationFormProps<Answer>) {
  const questions: Loading<Views['registrationForm']> = useView({ name: 'registrationForm' });
  const { answer } = questions;
  const form = answer === undefined || isRefusal(answer) ? undefined : answer.form;
  const [summary, setSummary] = useState<readonly FieldError[]>([]);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const trySending = async () => {
    const errors = registrationErrors(draft.value, form);
    setTried(true);
    setSummary(errors);
    setRefusal(undefined);
    if (errors.length > 0 || busy || form === undefined) return;
    setBusy(true);
    const registration = { ...readyToSend(draft.value), ...handedAnswers(form, draft.value.answers) };
    const sent = await send(registration);
    setBusy(false);
    if (isRefusal(sent)) return setRefusal(sent);
    draft.clear();
    onSent(sent, registration);
  };
  return (
    <CheckedForm errors={summary} onPress={trySending}>
      <RegistrationFields
        value={draft.value}
        emailIsKept={emailIsKept}
        questions={questions}
        remarks={remarks}
        errors={tried ? registrationErrors(draft.value, form) : []}
        onChange={draft.change}
      />
      <div class="stack">
        {refusal !== undefined && <RefusalNotice refusal={refusal} />}
        <div>
          <Button type="submit" tone="primary" busy={busy}>
            {submit}
          </Button>
        </div>
      </div>
    </CheckedForm>
  );
}
