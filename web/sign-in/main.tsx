import { useEffect, useState } from 'preact/hooks';
import { mount } from '../common/page/mount.tsx';
import { nextPage } from '../common/page/next.ts';
import { PageFrame } from '../common/page/PageFrame.tsx';
import { openSession, type Session } from '../common/session/session.ts';
import { AskForLink } from './AskForLink.tsx';
import { LinkLanding } from './LinkLanding.tsx';
import { tokenIn } from './link-token.ts';
import { SignOutEverywhere } from './SignOutEverywhere.tsx';

type Demonstration = typeof import('../common/demonstration.tsx');

/** The one-click sign-in of demonstration accounts; a production build keeps nothing of it. */
function Demonstration() {
  const [shown, setShown] = useState<{ readonly parts: Demonstration; readonly session: Session }>();
  useEffect(() => {
    if (!__EMULATORS__) return;
    Promise.all([import('../common/demonstration.tsx'), openSession()]).then(([parts, session]) =>
      setShown({ parts, session }),
    );
  }, []);
  return shown === undefined ? null : <shown.parts.DemonstrationSignIn session={shown.session} />;
}

function SignInPage() {
  const [token, setToken] = useState(() => tokenIn(location.hash));
  useEffect(() => {
    // A link of a mail opened over this very page changes the fragment only.
    const arrive = () => setToken((known) => tokenIn(location.hash) ?? known);
    addEventListener('hashchange', arrive);
    return () => removeEventListener('hashchange', arrive);
  }, []);
  const asked = new URLSearchParams(location.search);
  if (token === undefined && asked.has('partout')) {
    return (
      <PageFrame title="Se déconnecter partout">
        <SignOutEverywhere />
      </PageFrame>
    );
  }
  const next = nextPage(asked.get('suite'), location.origin);
  return (
    <PageFrame title={token === undefined ? 'Se connecter' : 'Ouvrir votre espace'}>
      {token === undefined ? <AskForLink next={next} /> : <LinkLanding key={token} token={token} />}
      <Demonstration />
    </PageFrame>
  );
}

mount(<SignInPage />);
