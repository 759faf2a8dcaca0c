import { useEffect, useState } from 'preact/hooks';
import { EmptyState } from '../common/empty-state/EmptyState.tsx';
import { mount } from '../common/page/mount.tsx';
import { PageFrame } from '../common/page/PageFrame.tsx';
import { openSession, type Session } from '../common/session/session.ts';

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
  return (
    <PageFrame title="Se connecter">
      <EmptyState>Cette page se prépare.</EmptyState>
      <Demonstration />
    </PageFrame>
  );
}

mount(<SignInPage />);
