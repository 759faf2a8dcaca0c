import type { Registration } from '@sur-mesure/functions/domain/experts/registration';
import { useState } from 'preact/hooks';
import { useCall } from '../common/api/useCall.ts';
import { Button } from '../common/button/Button.tsx';
import { Notice, RefusalNotice } from '../common/notice/Notice.tsx';
import { isWholeAddress } from './registration.ts';

/** For whoever stops here: a link to go on from another device, sent to the address that was typed and shown to nobody else. */
export function WayBack({ registration }: { readonly registration: Registration }) {
  const { run, busy, refusal } = useCall('keepRegistration');
  const [sentTo, setSentTo] = useState<string>();
  const email = registration.email.trim();
  const ask = async () => {
    const answer = await run({ action: 'mail', email, text: JSON.stringify(registration) });
    if (answer !== undefined) setSentTo(email);
  };
  return (
    <details class="card">
      <summary>Continuer plus tard, ou sur un autre appareil</summary>
      <div class="stack">
        <p>
          Sur cet appareil, votre texte est gardé quatre-vingt-dix jours : revenez simplement sur cette page. Pour
          continuer ailleurs, recevez un lien par courriel : ce que vous avez écrit est alors gardé trente jours après
          votre dernier changement, puis effacé.
        </p>
        {sentTo !== undefined && (
          <Notice tone="success" title="Le lien est parti" announced>
            <p>Il arrive à {sentTo} dans la minute. Ouvrez-le sur l’appareil de votre choix.</p>
          </Notice>
        )}
        {refusal !== undefined && <RefusalNotice refusal={refusal} />}
        {isWholeAddress(email) ? (
          <div>
            <Button busy={busy} onClick={() => void ask()}>
              Recevoir le lien à {email}
            </Button>
          </div>
        ) : (
          <p>Écrivez d’abord votre adresse électronique, à la première étape : le lien y est envoyé.</p>
        )}
      </div>
    </details>
  );
}
