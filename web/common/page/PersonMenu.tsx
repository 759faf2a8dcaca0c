import type { ComponentType } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../button/Button.tsx';

interface PersonMenuProps {
  /** As they are called. */
  readonly person: string;
  readonly onSignOut: () => void;
}

type EndsEverySession = ComponentType<{ readonly onSignOut: () => void; readonly close: () => void }>;

/**
 * Who is signed in, and the two ways out. The browser's own popover: Escape and a press elsewhere close it. What is rarely pressed is loaded
 * when it is.
 */
export function PersonMenu({ person, onSignOut }: PersonMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<{ readonly SignOutEverywhere: EndsEverySession }>();
  const ask = () => {
    // Closed first, so that the focus is on the name when the dialog opens, and comes back there.
    menu.current?.hidePopover();
    // A failure leaves everything as it is: pressing again tries again.
    import('../session/SignOutEverywhere.tsx').then(setAsked, () => undefined);
  };
  return (
    <div class="page-who">
      <button type="button" class="page-person" popovertarget="person-menu">
        {person}
      </button>
      <div ref={menu} id="person-menu" class="page-ways" popover="auto">
        <Button tone="quiet" onClick={onSignOut}>
          Se déconnecter
        </Button>
        <Button tone="quiet" onClick={ask}>
          Se déconnecter partout
        </Button>
      </div>
      {asked !== undefined && <asked.SignOutEverywhere onSignOut={onSignOut} close={() => setAsked(undefined)} />}
    </div>
  );
}
