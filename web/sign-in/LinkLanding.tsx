import { isRefusal, type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';
import { useEffect, useRef, useState } from 'preact/hooks';
import { call } from '../common/api/call.ts';
import { Button } from '../common/button/Button.tsx';
import { Notice, RefusalNotice } from '../common/notice/Notice.tsx';
import { nextPage } from '../common/page/next.ts';
import { openSession, prepareSignIn } from '../common/session/session.ts';
import { MailSent } from './MailSent.tsx';

interface LinkLandingProps {
  readonly token: string;
}

const unreachable = refuse('connection_lost', 'La connexion a été coupée. Votre lien reste valable. Réessayez.');

/**
 * Where a mailed link leads. Opening it does nothing: programs that visit links to check them would use it up. A press of the button posts
 * the token, once; the address forgets it then, so that neither history nor a shared screen keeps it.
 */
export function LinkLanding({ token }: LinkLandingProps) {
  const [refusal, setRefusal] = useState<Refusal>();
  const [unusable, setUnusable] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  const exchanged = useRef<{ readonly customToken: string; readonly next: string; readonly name: string } | undefined>(
    undefined,
  );
  useEffect(() => {
    // The sign-in code arrives while the person reads the button; a failure is told when it is pressed.
    prepareSignIn();
  }, []);
  const enter = async (): Promise<Refusal | undefined> => {
    const answer = exchanged.current ?? (await call('exchangeSignIn', { token }));
    if (isRefusal(answer)) {
      if (answer.code !== 'link-unusable') return answer;
      forgetFragment();
      setUnusable(answer);
      return undefined;
    }
    // Kept, so that a network cut between the two steps does not cost the person a second link.
    exchanged.current = answer;
    const session = await openSession().catch(() => unreachable);
    if (isRefusal(session)) return session;
    const user = await session.signInWithCustomToken(answer.customToken, answer.name);
    if (isRefusal(user)) return user;
    forgetFragment();
    location.replace(nextPage(answer.next, location.origin) ?? '/laureat');
    return undefined;
  };
  const press = async () => {
    setBusy(true);
    const refused = await enter();
    setRefusal(refused && { ...refused });
    setBusy(false);
  };
  if (unusable !== undefined) return <UnusableLink token={token} refusal={unusable} />;
  return (
    <section class="stack">
      <p class="lead">Votre lien est arrivé jusqu’ici : il ne manque qu’un appui pour ouvrir votre espace.</p>
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
      <div>
        <Button tone="primary" busy={busy} onClick={press}>
          Me connecter
        </Button>
      </div>
      <p class="muted">Vous resterez connecté sur cet appareil. Sur un appareil partagé, pensez à vous déconnecter.</p>
    </section>
  );
}

interface UnusableLinkProps {
  readonly token: string;
  readonly refusal: Refusal;
}

/** A link that no longer opens anything still knows whom to write to. */
function UnusableLink({ token, refusal }: UnusableLinkProps) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Refusal>();
  const [requestId, setRequestId] = useState<string>();
  const send = async () => {
    const answer = await call('renewSignIn', { token });
    if (!isRefusal(answer)) setRequestId(answer.requestId);
    return answer;
  };
  const renew = async () => {
    setBusy(true);
    const answer = await send();
    setBusy(false);
    setFailure(isRefusal(answer) ? answer : undefined);
  };
  const section = useRef<HTMLElement>(null);
  // The button that had the focus is gone: the next one is here.
  useEffect(() => section.current?.focus(), []);
  if (requestId !== undefined) return <MailSent requestId={requestId} send={send} />;
  return (
    <section class="stack" ref={section} tabIndex={-1}>
      <Notice tone="warning" title="Ce lien ne sert plus" announced>
        <p>{refusal.message}</p>
      </Notice>
      {failure !== undefined && <RefusalNotice refusal={failure} />}
      <div class="row">
        <Button tone="primary" busy={busy} onClick={renew}>
          Recevoir un lien et un code
        </Button>
        <a href="/connexion">Utiliser une autre adresse</a>
      </div>
    </section>
  );
}

function forgetFragment(): void {
  history.replaceState(null, '', location.pathname + location.search);
}
