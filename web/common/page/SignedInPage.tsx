import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../notice/Notice.tsx';
import { openSession, type Session, type SignedInUser } from '../session/session.ts';
import { Skeleton } from '../skeleton/Skeleton.tsx';
import { signInAddress } from './next.ts';

export interface Visit {
  readonly session: Session;
  readonly user: SignedInUser;
  readonly signOut: () => void;
}

interface SignedInPageProps {
  readonly children: (visit: Visit) => ComponentChildren;
}

type State = 'opening' | 'unreachable' | Visit;

/** Waits for the session kept on this device, and sends whoever has none to the sign-in page, with the way back. */
export function SignedInPage({ children }: SignedInPageProps) {
  const [state, setState] = useState<State>('opening');
  useEffect(() => {
    let stop: (() => void) | undefined;
    let left = false;
    openSession().then(
      (session) => {
        if (!left) stop = session.watch((user) => setState(visitOf(session, user)));
      },
      () => setState('unreachable'),
    );
    return () => {
      left = true;
      stop?.();
    };
  }, []);
  if (typeof state === 'object') return children(state);
  return (
    <main class="lone">
      {state === 'opening' ? (
        <Skeleton />
      ) : (
        <Notice tone="error" title="La page n’a pas pu s’ouvrir" announced>
          <p>La connexion a été coupée. Vérifiez votre réseau, puis rechargez la page.</p>
        </Notice>
      )}
    </main>
  );
}

function visitOf(session: Session, user: SignedInUser | undefined): State {
  if (user === undefined) {
    location.replace(signInAddress(location));
    return 'opening';
  }
  return { session, user, signOut: () => void session.signOut() };
}
