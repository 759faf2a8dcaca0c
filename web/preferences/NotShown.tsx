import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import { endsSession } from '../common/api/refusals.ts';
import { Button, ButtonLink } from '../common/button/Button.tsx';
import { Notice } from '../common/notice/Notice.tsx';

interface NotShownProps {
  readonly refusal: Refusal;
  readonly reload: () => void;
}

/** Why the choices are not shown, and what to do: a link that opens nothing is not asked again, one signs in instead. */
export function NotShown({ refusal, reload }: NotShownProps) {
  const signsIn = refusal.code.startsWith('link-') || endsSession(refusal);
  return (
    <Notice
      tone={signsIn ? 'warning' : 'error'}
      title={signsIn ? 'Connectez-vous pour choisir' : 'Cette page n’a pas pu s’afficher'}
      announced
    >
      <div class="stack">
        <p>{refusal.message}</p>
        <div>
          {signsIn ? (
            // Without the fragment: the link would come back with it.
            <ButtonLink href="/connexion?suite=%2Fpreferences">Me connecter</ButtonLink>
          ) : (
            <Button onClick={reload}>Réessayer</Button>
          )}
        </div>
      </div>
    </Notice>
  );
}
