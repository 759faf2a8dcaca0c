import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import { Button } from '../common/button/Button.tsx';
import { FreshSignIn } from '../common/mission/FreshSignIn.tsx';
import { RefusalNotice } from '../common/notice/Notice.tsx';
import { asksToReadAgain } from './confirming.ts';

interface OutcomeProps {
  readonly refusal: Refusal | undefined;
  readonly onReadAgain: () => void;
  /** Takes the same decision again. */
  readonly onAgain: () => void;
}

/** Why the decision was not taken, with the one thing to do about it. */
export function Outcome({ refusal, onReadAgain, onAgain }: OutcomeProps) {
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
