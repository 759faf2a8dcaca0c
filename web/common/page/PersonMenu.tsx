import { Button, ButtonLink } from '../button/Button.tsx';

interface PersonMenuProps {
  /** As they are called. */
  readonly person: string;
  readonly onSignOut: () => void;
}

/**
 * Who is signed in, what one's mails and data are, and the two ways out. The browser's own popover: Escape and a press elsewhere close it. The rare way out has a page, so that
 * its dialog weighs on no other.
 */
export function PersonMenu({ person, onSignOut }: PersonMenuProps) {
  return (
    <div class="page-who">
      <button type="button" class="page-person" popovertarget="page-ways">
        {person}
      </button>
      <div id="page-ways" class="page-ways" popover="auto">
        <ButtonLink tone="quiet" href="/preferences">
          Courriels
        </ButtonLink>
        <ButtonLink tone="quiet" href="/mes-donnees">
          Mes données
        </ButtonLink>
        <Button tone="quiet" onClick={onSignOut}>
          Se déconnecter
        </Button>
        <ButtonLink tone="quiet" href="/connexion?partout=oui">
          Se déconnecter partout
        </ButtonLink>
      </div>
    </div>
  );
}
