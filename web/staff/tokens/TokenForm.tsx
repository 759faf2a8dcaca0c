import { type ApiScope, apiScopeNames, apiScopes } from '@sur-mesure/functions/domain/api-access/scopes';
import { type ApiTokenAnswer, LONGEST_TOKEN_NAME } from '@sur-mesure/functions/domain/api-access/tokens';
import { useState } from 'preact/hooks';
import { useCall } from '../../common/api/useCall.ts';
import { Button } from '../../common/button/Button.tsx';
import { CheckboxGroup } from '../../common/field/ChoiceFields.tsx';
import { DateField, TextField } from '../../common/field/TextField.tsx';
import { FreshSignIn } from '../../common/mission/FreshSignIn.tsx';
import { type FieldError, RefusalNotice } from '../../common/notice/Notice.tsx';
import { today } from '../../common/words/today.ts';
import { emptyToken, lastDay, type TypedToken, tokenCommand, tokenErrors, tokenFieldId } from './token-words.ts';

const choices = apiScopeNames.map((value) => ({ value, label: apiScopes[value].label, hint: apiScopes[value].hint }));

interface TokenFormProps {
  readonly onMade: (answer: ApiTokenAnswer) => void;
}

export function TokenForm({ onMade }: TokenFormProps) {
  const day = today();
  const [typed, setTyped] = useState(() => emptyToken(day));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const { run, busy, refusal } = useCall('apiTokenAction');
  const field = <Name extends keyof TypedToken>(name: Name) => {
    const id = tokenFieldId(name);
    return {
      id,
      error: errors.find(({ fieldId }) => fieldId === id)?.message,
      onInput: (value: TypedToken[Name]) => setTyped({ ...typed, [name]: value }),
    };
  };
  const send = async () => {
    const found = tokenErrors(typed, day);
    setErrors(found);
    const [first] = found;
    if (first !== undefined) return document.getElementById(first.fieldId)?.focus();
    const answer = await run(tokenCommand(typed));
    if (answer !== undefined) onMade(answer);
  };
  return (
    <form
      class="card stack"
      noValidate
      aria-labelledby="token-form-title"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2 id="token-form-title">Créer un jeton</h2>
      <TextField
        {...field('name')}
        label="À quoi il sert"
        hint="Par exemple « Tableau de bord du réseau » : c’est ainsi qu’on le reconnaîtra pour le révoquer."
        value={typed.name}
        maxLength={LONGEST_TOKEN_NAME}
      />
      <CheckboxGroup<ApiScope>
        {...field('scopes')}
        label="Ce qu’il permet de lire"
        choices={choices}
        values={typed.scopes}
      />
      <DateField {...field('until')} label="Son dernier jour" value={typed.until} min={day} max={lastDay(day)} />
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
      <FreshSignIn refusal={refusal} again={send} />
      <div class="row">
        <Button tone="primary" type="submit" busy={busy}>
          Créer le jeton
        </Button>
      </div>
    </form>
  );
}
