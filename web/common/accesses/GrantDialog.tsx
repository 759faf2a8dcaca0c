import type { AccessGrant } from '@sur-mesure/functions/domain/access/views';
import { dayOf } from '@sur-mesure/functions/domain/calendar';
import { useState } from 'preact/hooks';
import { useCall } from '../api/useCall.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import { SelectField } from '../field/ChoiceFields.tsx';
import { DateField, TextAreaField } from '../field/TextField.tsx';
import { FreshSignIn } from '../mission/FreshSignIn.tsx';
import { type FieldError, RefusalNotice } from '../notice/Notice.tsx';
import {
  type AskedOfGrant,
  type GrantActionName,
  grantActionOf,
  grantErrors,
  grantWords,
  missionsToExtend,
  type TypedGrant,
} from './access-words.ts';

interface GrantDialogProps {
  readonly laureateId: string;
  readonly action: GrantActionName;
  readonly grant: AccessGrant;
  readonly done: (message: string) => void;
  readonly close: () => void;
}

export function GrantDialog({ laureateId, action, grant, done, close }: GrantDialogProps) {
  const { label, title, tone, follows } = grantWords[action];
  const missions = missionsToExtend(grant);
  const [only] = missions.length === 1 ? missions : [];
  const [typed, setTyped] = useState<TypedGrant>({ missionId: only?.missionId ?? '', until: '', reason: '' });
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const { run, busy, refusal } = useCall('grantAction');
  const confirm = async () => {
    const found = grantErrors(action, typed);
    setErrors(found);
    const [first] = found;
    if (first !== undefined) return document.getElementById(first.fieldId)?.focus();
    const answer = await run({ ...grantActionOf(action, typed), laureateId, uid: grant.uid });
    if (answer !== undefined) done(answer.done);
  };
  return (
    <Dialog
      open
      title={title(grant.personName)}
      confirmLabel={label}
      tone={tone}
      busy={busy}
      onConfirm={confirm}
      onCancel={close}
    >
      {follows(grant.personName).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <GrantFields {...{ action, grant, typed, errors }} onInput={setTyped} />
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
      <FreshSignIn refusal={refusal} again={confirm} />
    </Dialog>
  );
}

interface GrantFieldsProps {
  readonly action: GrantActionName;
  readonly grant: AccessGrant;
  readonly typed: TypedGrant;
  readonly errors: readonly FieldError[];
  readonly onInput: (typed: TypedGrant) => void;
}

function GrantFields({ action, grant, typed, errors, onInput }: GrantFieldsProps) {
  const missions = missionsToExtend(grant);
  const asked: readonly AskedOfGrant[] = grantWords[action].asks;
  const errorOf = (id: string) => errors.find(({ fieldId }) => fieldId === id)?.message;
  return (
    <>
      {asked.includes('mission') && missions.length > 1 && (
        <SelectField
          id="grant-mission"
          label="Pour quelle mission ?"
          error={errorOf('grant-mission')}
          choices={missions.map(({ missionId, need }) => ({ value: missionId, label: need }))}
          value={typed.missionId}
          onInput={(missionId) => onInput({ ...typed, missionId })}
        />
      )}
      {asked.includes('until') && (
        <DateField
          id="grant-until"
          label="Dernier jour"
          error={errorOf('grant-until')}
          min={dayOf(Date.now())}
          value={typed.until}
          onInput={(until) => onInput({ ...typed, until })}
        />
      )}
      <TextAreaField
        id="grant-reason"
        label="Pourquoi ?"
        hint="Cette personne et la manufacture reçoivent ces mots par courriel."
        error={errorOf('grant-reason')}
        rows={3}
        maxLength={2000}
        value={typed.reason}
        onInput={(reason) => onInput({ ...typed, reason })}
      />
    </>
  );
}
