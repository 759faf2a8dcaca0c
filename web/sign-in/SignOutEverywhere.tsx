import { type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useCall } from '../common/api/useCall.ts';
import { Button, ButtonLink } from '../common/button/Button.tsx';
import { Notice, RefusalNotice } from '../common/notice/Notice.tsx';
import { openSession, type Session } from '../common/session/session.ts';

const unreachable = refuse('connection_lost', 'La connexion a été coupée. Rien n’a été fermé. Réessayez.');

/** For a phone that was lost or a computer left open: every session of this person ends, this one included. */
export function SignOutEverywhere() {
  const { run, busy, refusal } = useCall('signOutEverywhere');
  const [failure, setFailure] = useState<Refusal>();
  const [done, setDone] = useState(false);
  const signOut = async () => {
    const session: Session | undefined = await openSession().catch(() => undefined);
    if (session === undefined) return setFailure({ ...unreachable });
    setFailure(undefined);
    // Nobody here: nothing to say to the server, and nothing left open on this device.
    if (session.currentUser() !== undefined && (await run({})) === undefined) return;
    await session.signOut();
    setDone(true);
  };
  if (done) return <SignedOut />;
  const shown = failure ?? refusal;
  return (
    <section class="stack">
      <p class="lead">
        Toutes vos connexions se ferment, sur cet appareil et sur les autres : téléphone, ordinateur partagé, appareil
        perdu. Un nouveau lien par courriel suffira pour revenir.
      </p>
      {shown !== undefined && <RefusalNotice refusal={shown} />}
      <div class="row">
        <Button tone="primary" busy={busy} onClick={signOut}>
          Se déconnecter partout
        </Button>
        <Button tone="quiet" onClick={() => history.back()}>
          Annuler
        </Button>
      </div>
    </section>
  );
}

/** It takes the focus, since the button that had it is gone. */
function SignedOut() {
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  return (
    <section class="stack" ref={section} tabIndex={-1}>
      <Notice tone="success" title="Toutes vos connexions sont fermées" announced>
        <p>Vous pouvez vous reconnecter quand vous voulez, avec un nouveau lien.</p>
      </Notice>
      <div>
        <ButtonLink href="/connexion">Se connecter</ButtonLink>
      </div>
    </section>
  );
}
