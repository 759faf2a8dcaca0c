import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { useState } from 'preact/hooks';
import { call } from '../common/api/call.ts';
import { Button } from '../common/button/Button.tsx';
import { TextField } from '../common/field/TextField.tsx';
import { RefusalNotice } from '../common/notice/Notice.tsx';
import { keepRequest, keptRequest } from './kept-request.ts';
import { looksLikeEmail, pathToAsk } from './link-token.ts';
import { MailSent } from './MailSent.tsx';

interface AskForLinkProps {
  /** The page of ours that the person was going to. */
  readonly next: string | undefined;
}

/** No password: an address, and a link and a code in its mailbox. The answer is the same whether the address has an access or not. */
export function AskForLink({ next }: AskForLinkProps) {
  const [sent, setSent] = useState(() => keptRequest(sessionStorage, Date.now()));
  const send = async (address: string) => {
    const answer = await call('requestSignIn', { email: address, next: pathToAsk(next) });
    if (isRefusal(answer)) return answer;
    const request = { requestId: answer.requestId, address, askedAt: Date.now() };
    keepRequest(sessionStorage, request);
    setSent(request);
    return answer;
  };
  const forget = () => {
    keepRequest(sessionStorage, undefined);
    setSent(undefined);
  };
  if (sent === undefined) return <AddressForm send={send} />;
  return <MailSent {...sent} send={() => send(sent.address)} onOtherAddress={forget} />;
}

interface AddressFormProps {
  readonly send: (address: string) => Promise<object | Refusal>;
}

function AddressForm({ send }: AddressFormProps) {
  const [email, setEmail] = useState('');
  const [error, setError] = useState<string>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    if (busy) return;
    const address = email.trim();
    if (!looksLikeEmail(address)) {
      setError('Écrivez une adresse complète, par exemple prenom@structure.fr.');
      return document.getElementById('email')?.focus();
    }
    setBusy(true);
    setError(undefined);
    const answer = await send(address);
    if (!isRefusal(answer)) return;
    setBusy(false);
    setRefusal({ ...answer });
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <p class="lead">
        Pas de mot de passe : écrivez votre adresse, un lien et un code vous y attendent dans la minute.
      </p>
      <TextField
        id="email"
        label="Votre adresse de courriel"
        hint="Celle que l’équipe du programme connaît."
        type="email"
        autocomplete="email"
        width="medium"
        value={email}
        error={error}
        onInput={setEmail}
      />
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
      <div>
        <Button type="submit" tone="primary" busy={busy}>
          Recevoir un lien et un code
        </Button>
      </div>
    </form>
  );
}
