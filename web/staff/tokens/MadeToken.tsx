import { useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { TextField } from '../../common/field/TextField.tsx';
import { Notice } from '../../common/notice/Notice.tsx';

/** The only time that a token is shown: nobody keeps it here, the server neither. */
export function MadeToken({ token }: { readonly token: string }) {
  const [copied, setCopied] = useState<boolean>();
  const copy = () =>
    navigator.clipboard.writeText(token).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Notice tone="warning" title="Copiez ce jeton maintenant : il ne sera plus jamais montré">
      <div class="stack stack-tight">
        <TextField
          id="made-token"
          label="Le jeton"
          hint="Comme un mot de passe : donnez-le au seul programme pour lequel il est fait, jamais dans une adresse."
          value={token}
          onInput={() => undefined}
        />
        <div class="row">
          <Button onClick={copy}>Copier</Button>
        </div>
        <p class="small" aria-live="polite">
          {copied === true && 'Copié.'}
          {copied === false && 'Votre navigateur ne permet pas de copier d’ici : sélectionnez le jeton et copiez-le.'}
        </p>
      </div>
    </Notice>
  );
}
