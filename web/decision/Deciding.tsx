import type { MissionActionResult, MissionView } from '@sur-mesure/functions/domain/api';
import { useState } from 'preact/hooks';
import { ButtonLink } from '../common/button/Button.tsx';
import { turnOf } from '../common/mission/turn-words.ts';
import { useMissionAction } from '../common/mission/useMissionAction.ts';
import { Notice } from '../common/notice/Notice.tsx';
import { withParameters } from '../common/page/address.ts';
import type { Visit } from '../common/page/SignedInPage.tsx';
import { Turn } from '../common/turn/Turn.tsx';
import { Choosing } from './Choosing.tsx';
import { ConfirmReturn } from './ConfirmReturn.tsx';
import { type ConfirmProps, ConfirmValidation } from './ConfirmValidation.tsx';
import { Decided } from './Decided.tsx';
import { DecisionFrame } from './DecisionFrame.tsx';
import { type AvailableChoice, availableChoices, awaitsDecision, type Choice, type Step, stepOf } from './decision.ts';
import { Reading } from './Reading.tsx';

interface DecidingProps {
  readonly visit: Visit;
  readonly view: MissionView;
  readonly reload: () => void;
  readonly parameters: URLSearchParams;
}

const steps: Record<Step, { readonly number: number; readonly title: string }> = {
  read: { number: 1, title: 'Lire le diagnostic et le devis' },
  choose: { number: 2, title: 'Décider' },
  validate: { number: 3, title: 'Valider le devis' },
  sendBack: { number: 3, title: 'Renvoyer pour correction' },
  refuse: { number: 3, title: 'Refuser le devis' },
};

/** Three steps, each with its own address: the back button, a reload and a link from a mail all find their way. */
export function Deciding({ visit, view, reload, parameters }: DecidingProps) {
  const acting = useMissionAction({ missionId: view.mission.id, laureateId: view.laureateId });
  const [decided, setDecided] = useState<{ readonly choice: Choice; readonly result: MissionActionResult }>();
  const { submission, expert } = view.mission;
  const missionAddress = addressOf('/laureat', parameters, 'lire');
  if (decided !== undefined) {
    return (
      <DecisionFrame visit={visit} title="Votre décision est enregistrée" overline={expert.name}>
        <Decided {...decided} view={view} missionAddress={missionAddress} />
      </DecisionFrame>
    );
  }
  if (submission === null || !awaitsDecision(view)) {
    return (
      <DecisionFrame visit={visit} title="Rien à décider pour le moment" overline={expert.name}>
        <NothingToDecide view={view} missionAddress={missionAddress} />
      </DecisionFrame>
    );
  }
  const available = availableChoices(view.actions);
  const step = stepOf(parameters.get('etape'), available);
  const stepAddress = (word: string) => addressOf('/decision', parameters, word);
  const readAgain = () => {
    acting.forget();
    reload();
  };
  const confirm = { view, acting, onReadAgain: readAgain };
  const done = (choice: Choice) => (result: MissionActionResult) => setDecided({ choice, result });
  const { number, title } = steps[step];
  return (
    <DecisionFrame visit={visit} title={title} overline={`Étape ${number} sur 3 · ${expert.name}`}>
      {step === 'read' && (
        <Reading view={view} submission={submission} next={<NextStep {...{ available, stepAddress }} />} />
      )}
      {step === 'choose' && <Choosing view={view} available={available} stepAddress={stepAddress} />}
      {step !== 'read' && step !== 'choose' && (
        <>
          <Confirmation key={step} choice={step} person={visit.user.uid} {...confirm} onDone={done(step)} />
          <p>
            <a href={stepAddress('decider')}>Revenir aux trois choix</a>
          </p>
        </>
      )}
    </DecisionFrame>
  );
}

interface ConfirmationProps extends ConfirmProps {
  readonly choice: Choice;
  readonly person: string;
}

function Confirmation({ choice, person, ...confirm }: ConfirmationProps) {
  return choice === 'validate' ? (
    <ConfirmValidation {...confirm} />
  ) : (
    <ConfirmReturn choice={choice} person={person} {...confirm} />
  );
}

interface NextStepProps {
  readonly available: readonly AvailableChoice[];
  readonly stepAddress: (word: string) => string;
}

/** The way to the choices, or why this person has none: read-only, or already decided. */
function NextStep({ available, stepAddress }: NextStepProps) {
  const [first] = available;
  if (available.some(({ refusal }) => refusal === null)) {
    return (
      <div>
        <ButtonLink href={stepAddress('decider')} tone="primary">
          Décider de ce devis
        </ButtonLink>
      </div>
    );
  }
  return (
    <Notice>
      <p>
        {first?.refusal?.message ??
          'Vous pouvez tout lire ; la décision revient à une personne signataire de votre manufacture.'}
      </p>
    </Notice>
  );
}

interface NothingToDecideProps {
  readonly view: MissionView;
  readonly missionAddress: string;
}

function NothingToDecide({ view, missionAddress }: NothingToDecideProps) {
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

function addressOf(path: string, parameters: URLSearchParams, step: string): string {
  const next = new URLSearchParams(parameters);
  if (step === 'lire') next.delete('etape');
  else next.set('etape', step);
  return withParameters(path, next);
}
