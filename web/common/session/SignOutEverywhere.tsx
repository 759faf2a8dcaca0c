import { useCall } from '../api/useCall.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import { RefusalNotice } from '../notice/Notice.tsx';

interface SignOutEverywhereProps {
  /** Ends the session of this device, once the server has ended them all. */
  readonly onSignOut: () => void;
  readonly close: () => void;
}

/** For a phone that was lost or a computer left open: every session ends, this one included. */
export function SignOutEverywhere({ onSignOut, close }: SignOutEverywhereProps) {
  const { run, busy, refusal } = useCall('signOutEverywhere');
  const signOut = async () => {
    if ((await run({})) !== undefined) onSignOut();
  };
  return (
    <Dialog
      open
      title="Se déconnecter partout ?"
      confirmLabel="Se déconnecter partout"
      busy={busy}
      onConfirm={signOut}
      onCancel={close}
    >
      <p>
        Toutes vos connexions se ferment, sur cet appareil et sur les autres : téléphone, ordinateur partagé, appareil
        perdu. Un nouveau lien par courriel suffira pour revenir.
      </p>
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
    </Dialog>
  );
}
