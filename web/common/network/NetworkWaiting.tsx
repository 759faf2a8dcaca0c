import { Button } from '../button/Button.tsx';
import { Notice } from '../notice/Notice.tsx';
import type { NetworkWaiting as Waiting } from './useNetworkWait.ts';

interface NetworkWaitingProps extends Waiting {
  /** What has not happened: « rien n’est décidé ». */
  readonly nothing: string;
}

/** While an action waits for the network: what is known of it, and the way to take it back. */
export function NetworkWaiting({ wait, takeBack, nothing }: NetworkWaitingProps) {
  if (wait === undefined) return null;
  return (
    <Notice tone="warning" title="En attente du réseau" announced>
      <div class="stack">
        <p>
          {wait === 'unsent'
            ? `En attente du réseau : ${nothing}. Votre envoi partira à son retour.`
            : 'La connexion a été coupée pendant l’envoi : il est peut-être arrivé. La réponse viendra au retour du réseau.'}
        </p>
        <div>
          <Button onClick={takeBack}>{wait === 'unsent' ? 'Annuler l’envoi' : 'Ne plus attendre'}</Button>
        </div>
      </div>
    </Notice>
  );
}
