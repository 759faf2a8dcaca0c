import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { useEffect, useRef, useState } from 'preact/hooks';
import { call } from '../common/api/call.ts';
import { Button } from '../common/button/Button.tsx';
import { TextField } from '../common/field/TextField.tsx';
import { RefusalNotice } from '../common/notice/Notice.tsx';
import { looksLikeEmail, pathToAsk } from './link-token.ts';

interface AskForLinkProps {
  /** The page of ours that the person was going to. */
  readonly next: string | undefined;
}

/** No password: an address, and a link in its mailbox. The answer is the same whether the address has an access or not. */
export function AskForLink({ next }: AskForLinkProps) {
  const [email, setEmail] = useState('');
  const [error, setError] = useState<string>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  const [sentTo, setSentTo] = useState<string>();
  const ask = async () => {
    if (busy) return;
    const address = email.trim();
    if (!looksLikeEmail(address)) {
      setError('Écrivez une adresse complète, par exemple prenom@structure.fr.');
      return document.getElementById('email')?.focus();
    }
    setBusy(true);
    setError(undefined);
    const answer = await call('requestSignIn', { email: address, next: pathToAsk(next) });
    setBusy(false);
    setRefusal(isRefusal(answer) ? answer : undefined);
    if (!isRefusal(answer)) setSentTo(address);
  };
  if (sentTo !== undefined) return <LinkSent address={sentTo} onAgain={() => setSentTo(undefined)} />;
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <p class="lead">Pas de mot de passe : écrivez votre adresse, un lien vous y attend dans la minute.</p>
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
          Recevoir un lien de connexion
        </Button>
      </div>
    </form>
  );
}

interface LinkSentProps {
  /** Undefined when the server alone knows it (a link renewed). */
  readonly address?: string;
  readonly onAgain?: () => void;
}

/** The uniform answer. It takes the focus, since the form that had it is gone. */
export function LinkSent({ address, onAgain }: LinkSentProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section class="stack">
      <h2 ref={title} tabIndex={-1}>
        Regardez votre courriel
      </h2>
      <p class="lead">
        {address === undefined ? (
          'Si votre accès est ouvert, un nouveau lien vient de vous être envoyé.'
        ) : (
          <>
            Si l’adresse <strong>{address}</strong> a un accès, un lien vient de lui être envoyé.
          </>
        )}
      </p>
      <ul class="stack stack-tight">
        <li>Le lien sert une seule fois, dans les quinze minutes.</li>
        <li>Rien n’arrive ? Regardez dans vos indésirables, puis demandez un autre lien.</li>
        <li>Vous pouvez ouvrir le lien sur un autre appareil, ou fermer cette page.</li>
      </ul>
      {onAgain !== undefined && (
        <div>
          <Button onClick={onAgain}>Demander un autre lien</Button>
        </div>
      )}
    </section>
  );
}
