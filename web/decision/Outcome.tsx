import { Button } from '../common/button/Button.tsx';
import { FreshSignIn } from '../common/mission/FreshSignIn.tsx';
import type { MissionActing } from '../common/mission/useMissionAction.ts';
import { NetworkWaiting } from '../common/network/NetworkWaiting.tsx';
import { RefusalNotice } from '../common/notice/Notice.tsx';
import { asksToReadAgain } from './confirming.ts';

interface OutcomeProps {
  readonly acting: MissionActing;
  readonly onReadAgain: () => void;
  /** Takes the same decision again. */
  readonly onAgain: () => void;
}

/** Why the decision is not taken, or not yet, with the one thing to do about it. */
export function Outcome({ acting, onReadAgain, onAgain }: OutcomeProps) {
  const { refusal, wait } = acting;
  if (wait !== undefined)
    return <NetworkWaiting wait={acting.wait} takeBack={acting.takeBack} nothing="rien n’est décidé" />;
  if (refusal === undefined) return null;
  return (
    <div class="stack">
      <RefusalNotice refusal={refusal} />
      <FreshSignIn refusal={refusal} again={onAgain} />
      {asksToReadAgain(refusal.code) && (
        <div>
          <Button onClick={onReadAgain}>Lire la version à jour</Button>
        </div>
      )}
    </div>
  );
}
