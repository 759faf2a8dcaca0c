import { laureateRowOf } from '@sur-mesure/functions/domain/laureates/actions';
import type { SharingOptIn } from '@sur-mesure/functions/domain/laureates/laureate';
import { useOperation } from '../common/api/useOperation.ts';
import { Button } from '../common/button/Button.tsx';
import { OperationOutcome } from '../common/notice/OperationOutcome.tsx';
import { DateText } from '../common/words/DateText.tsx';

interface SharingChoiceProps {
  readonly laureateId: string;
  readonly openToSharing: SharingOptIn | null;
  /** What shows the choice reads it again. */
  readonly onChanged: () => void;
}

/** Whether others may be shown this laureate: what they see, since when and by whom, and the one press that changes it. */
export function SharingChoice({ laureateId, openToSharing, onChanged }: SharingChoiceProps) {
  const { run, busy, ...outcome } = useOperation('laureateAction');
  const action = openToSharing === null ? 'openToSharing' : 'closeToSharing';
  const press = async () => {
    const done = await run((operationId) => ({ action, operationId, laureateId }));
    if (done !== undefined) onChanged();
  };
  return (
    <div class="stack">
      <SharingState openToSharing={openToSharing} />
      <OperationOutcome {...outcome} />
      <div>
        <Button busy={busy} onClick={press}>
          {laureateRowOf(action).label}
        </Button>
      </div>
    </div>
  );
}

/** A status, so that a press is heard: the button stays under the finger, and this says what it did. */
export function SharingState({ openToSharing }: Pick<SharingChoiceProps, 'openToSharing'>) {
  return (
    <div class="stack stack-tight" role="status">
      {openToSharing === null ? (
        <p>
          Votre manufacture n’est pas proposée aux autres. Si vous l’acceptez, vous verrez celles qui ont les mêmes
          besoins, et elles vous verront.
        </p>
      ) : (
        <p>
          Ouverte au partage depuis le <DateText instant={openToSharing.at} /> par {openToSharing.byName}.
        </p>
      )}
      <p class="muted">
        Les manufactures qui l’acceptent aussi voient votre nom et les sous-thématiques que vos notes de cadrage ont en
        commun. Jamais vos montants, ni votre dossier.
      </p>
    </div>
  );
}
