import type { MissionActionResult } from '@sur-mesure/functions/domain/api';
import type { Submission } from '@sur-mesure/functions/domain/missions/mission';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ButtonLink } from '../common/button/Button.tsx';
import { CutOff } from '../common/loading/CutOff.tsx';
import { useMissionAction } from '../common/mission/useMissionAction.ts';
import { Notice } from '../common/notice/Notice.tsx';
import { withParameters } from '../common/page/address.ts';
import type { Visit } from '../common/page/SignedInPage.tsx';
import { Skeleton } from '../common/skeleton/Skeleton.tsx';
import { today } from '../common/words/today.ts';
import { DecisionFrame } from './DecisionFrame.tsx';
import {
  type AvailableChoice,
  availableChoices,
  awaitsDecision,
  type Choice,
  choices,
  newVersionAsked,
  parametersOf,
  type Step,
  stepOf,
} from './decision.ts';
import { Reading } from './Reading.tsx';
import { type LaterSteps, useLaterSteps } from './useLaterSteps.ts';

interface DecidingProps {
  readonly visit: Visit;
  readonly view: MissionView;
  readonly reload: () => void;
  /** Looks again, quietly. */
  readonly refresh: () => void;
  readonly parameters: URLSearchParams;
  readonly go: (parameters: URLSearchParams) => void;
}

type Shown = Step | 'done' | 'nothing';

const steps: Record<Shown, { readonly title: string; readonly place: string }> = {
  read: { title: 'Lire le diagnostic et le devis', place: 'Étape 1 sur 3 · ' },
  choose: { title: 'Décider', place: 'Étape 2 sur 3 · ' },
  validate: { title: 'Valider le devis', place: 'Étape 3 sur 3 · ' },
  sendBack: { title: 'Renvoyer pour correction', place: 'Étape 3 sur 3 · ' },
  refuse: { title: 'Refuser le devis', place: 'Étape 3 sur 3 · ' },
  done: { title: 'Votre décision est enregistrée', place: '' },
  nothing: { title: 'Rien à décider pour le moment', place: '' },
};

/** Three steps, each with its own address: the back button, a reload and a link from a mail all find their way. */
export function Deciding({ visit, view, reload, refresh, parameters, go }: DecidingProps) {
  const [decided, setDecided] = useState<{ readonly choice: Choice; readonly result: MissionActionResult }>();
  const acting = useMissionAction({ missionId: view.mission.id, laureateId: view.laureateId });
  const available = availableChoices(view.actions);
  const step = awaitsDecision(view) ? stepOf(parameters.get('etape'), available) : 'nothing';
  const shown: Shown = decided === undefined ? step : 'done';
  const { later, place } = useLaterSteps(shown !== 'read');
  const { submission, expert } = view.mission;
  const missionAddress = addressOf('/laureat', parameters, 'lire');
  const stepAddress = (word: string) => addressOf('/decision', parameters, word);
  const frame = (children: ComponentChildren) => (
    <DecisionFrame visit={visit} title={steps[shown].title} overline={`${steps[shown].place}${expert.name}`}>
      {children}
    </DecisionFrame>
  );
  if (shown === 'read' && submission !== null) {
    const newVersionAddress = newVersionAsked(view, today()) && stepAddress(choices.sendBack.step);
    const next = <NextStep available={available} chooseAddress={stepAddress('decider')} {...{ newVersionAddress }} />;
    const documents = <Papers {...{ later, view, submission, refresh }} />;
    return frame(<Reading {...{ view, submission, next }} documents={<div ref={place}>{documents}</div>} />);
  }
  if (later === undefined) return frame(<Skeleton />);
  if (later === 'failed') return frame(<LaterFailed />);
  if (decided !== undefined) return frame(<later.Decided {...decided} view={view} missionAddress={missionAddress} />);
  if (step === 'read' || step === 'nothing')
    return frame(<later.NothingToDecide {...{ view, missionAddress, refresh }} />);
  const onDecided = (choice: Choice, result: MissionActionResult) => setDecided({ choice, result });
  const readAgain = () => {
    reload();
    go(parametersOf(parameters, 'lire'));
  };
  return frame(
    <later.LaterStep
      {...{ step, view, available, acting, stepAddress, readAgain, refresh, onDecided }}
      person={visit.user.uid}
    />,
  );
}

interface PapersProps {
  readonly later: LaterSteps | 'failed' | undefined;
  readonly view: MissionView;
  readonly submission: Submission;
  readonly refresh: () => void;
}

function Papers({ later, ...papers }: PapersProps) {
  if (later === undefined) return <Skeleton lines={2} />;
  return later === 'failed' ? <LaterFailed /> : <later.Documents {...papers} />;
}

function LaterFailed() {
  return <CutOff title="La suite n’a pas pu s’afficher" kept="Rien n’est décidé." />;
}

interface NextStepProps {
  readonly available: readonly AvailableChoice[];
  readonly chooseAddress: string;
  /** Set when the devis is past its date. */
  readonly newVersionAddress: string | undefined;
}

/** The way to the choices, or why this person has none: read-only, or already decided. */
function NextStep({ available, chooseAddress, newVersionAddress }: NextStepProps) {
  const [first] = available;
  if (available.some(({ refusal }) => refusal === null)) {
    return (
      <div class="row">
        <ButtonLink href={chooseAddress} tone="primary">
          Décider de ce devis
        </ButtonLink>
        {newVersionAddress !== undefined && (
          <ButtonLink href={newVersionAddress}>Demander une nouvelle version</ButtonLink>
        )}
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

function addressOf(path: string, parameters: URLSearchParams, step: string): string {
  return withParameters(path, parametersOf(parameters, step));
}
