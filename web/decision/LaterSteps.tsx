import type { MissionActionResult } from '@sur-mesure/functions/domain/api';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { useLayoutEffect } from 'preact/hooks';
import { ButtonLink } from '../common/button/Button.tsx';
import { useLookAgain } from '../common/loading/documents-coming.ts';
import { useLookingAgain, waitsForOthers } from '../common/loading/looking-again.ts';
import { turnOf } from '../common/mission/turn-words.ts';
import type { MissionActing } from '../common/mission/useMissionAction.ts';
import { RefusalNotice } from '../common/notice/Notice.tsx';
import { Turn } from '../common/turn/Turn.tsx';
import { Choosing } from './Choosing.tsx';
import { ConfirmReturn } from './ConfirmReturn.tsx';
import { ConfirmValidation } from './ConfirmValidation.tsx';
import { Decided } from './Decided.tsx';
import { Documents } from './Documents.tsx';
import { type AvailableChoice, awaitsDocuments, type Choice, confirmationKey, type Step } from './decision.ts';

export { Decided, Documents };

interface LaterStepProps {
  readonly step: Exclude<Step, 'read'>;
  readonly view: MissionView;
  readonly available: readonly AvailableChoice[];
  readonly person: string;
  /** One for the whole decision: whatever the step, a second action does not start beside the first. */
  readonly acting: MissionActing;
  readonly stepAddress: (word: string) => string;
  /** After a new version: reads it, from the first step. */
  readonly readAgain: () => void;
  /** Looks again, quietly. */
  readonly refresh: () => void;
  readonly onDecided: (choice: Choice, result: MissionActionResult) => void;
}

/** The second and third steps, loaded while the first is read. */
export function LaterStep({ step, view, available, stepAddress, ...props }: LaterStepProps) {
  // A validation greyed because a document is being printed becomes a button by itself.
  useLookAgain(awaitsDocuments(available), props.refresh);
  if (step === 'choose') {
    const { refusal } = props.acting;
    return (
      <>
        {refusal !== undefined && <RefusalNotice refusal={refusal} />}
        <Choosing view={view} available={available} stepAddress={stepAddress} />
      </>
    );
  }
  return (
    <>
      <Confirmation key={confirmationKey(view, step)} choice={step} view={view} {...props} />
      <p>
        <a href={stepAddress('decider')}>Revenir aux trois choix</a>
      </p>
    </>
  );
}

interface ConfirmationProps
  extends Pick<LaterStepProps, 'view' | 'person' | 'acting' | 'readAgain' | 'refresh' | 'onDecided'> {
  readonly choice: Choice;
}

function Confirmation({ choice, view, person, acting, readAgain, refresh, onDecided }: ConfirmationProps) {
  // Who goes back to the choices changes its mind: what waits for the network must not be decided behind its back. In the same task as the choices
  // appear: the network may be back before the next one.
  useLayoutEffect(() => acting.forget, []);
  const confirm = {
    view,
    acting,
    onDone: (result: MissionActionResult) => onDecided(choice, result),
    onReadAgain: readAgain,
  };
  return choice === 'validate' ? (
    <ConfirmValidation {...confirm} refresh={refresh} />
  ) : (
    <ConfirmReturn choice={choice} person={person} {...confirm} />
  );
}

interface NothingToDecideProps {
  readonly view: MissionView;
  readonly missionAddress: string;
  readonly refresh: () => void;
}

/** Another state than the one this page is for: already decided, or not there yet. It turns into the reading by itself when a devis comes. */
export function NothingToDecide({ view, missionAddress, refresh }: NothingToDecideProps) {
  useLookingAgain(waitsForOthers(view.mission), refresh);
  const { whose, yours, sentence } = turnOf(view, 'laureate');
  return (
    <Turn
      whose={whose}
      yours={yours}
      action={
        <ButtonLink href={missionAddress} tone="primary">
          Voir la mission
        </ButtonLink>
      }
    >
      <p>{sentence}</p>
    </Turn>
  );
}
