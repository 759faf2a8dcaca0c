import type { MissionActionResult } from '@sur-mesure/functions/domain/api';
import type { ExpertCard } from '@sur-mesure/functions/domain/experts/card';
import type { LaureateHome } from '@sur-mesure/functions/domain/laureates/views';
import { isLive } from '@sur-mesure/functions/domain/missions/states';
import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { useEffect } from 'preact/hooks';
import { ButtonLink } from '../common/button/Button.tsx';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import type { MissionActing } from '../common/mission/useMissionAction.ts';
import { useMissionAction } from '../common/mission/useMissionAction.ts';
import { Notice } from '../common/notice/Notice.tsx';
import { StatePill } from '../common/state-pill/StatePill.tsx';
import { noteStep } from './note-step.ts';
import { RequestForm } from './RequestForm.tsx';
import { SpaceFrame, type SpaceProps } from './SpaceFrame.tsx';
import './laureate.css';

/** A mission asked for in two minutes: the need, the expert, and one press. The two views come together. */
export function RequestPage(space: SpaceProps) {
  const laureate = useView({ name: 'laureate', laureateId: space.laureateId });
  const directory = useView({ name: 'directory' });
  const laureateId = laureate.answer === undefined || isRefusal(laureate.answer) ? null : laureate.answer.laureateId;
  const acting = useMissionAction({ missionId: null, laureateId });
  if (acting.result !== undefined) return <Requested space={space} result={acting.result} />;
  return (
    <SpaceFrame space={space} title="Demander une mission" current="request">
      <Loaded loading={laureate}>
        {(home) =>
          home.requestRefusal === null ? (
            <Loaded loading={directory}>{({ cards }) => <Asking space={space} {...{ home, cards, acting }} />}</Loaded>
          ) : (
            <NotYet space={space} home={home} reason={home.requestRefusal} />
          )
        }
      </Loaded>
    </SpaceFrame>
  );
}

interface AskingProps {
  readonly space: SpaceProps;
  readonly home: LaureateHome;
  readonly cards: readonly ExpertCard[];
  readonly acting: MissionActing;
}

/** The form, filled in with the need of the mission that this one follows when there is one. */
function Asking({ space, ...asking }: AskingProps) {
  const { expertId, sharedSubtheme } = space;
  const form = { ...asking, person: space.visit.user.uid, expertId, sharedSubtheme };
  if (space.predecessorId === undefined) return <RequestForm {...form} />;
  return <Following {...form} space={space} missionId={space.predecessorId} />;
}

type FollowingProps = Omit<Parameters<typeof RequestForm>[0], 'followed'> & {
  readonly space: SpaceProps;
  readonly missionId: string;
};

function Following({ space, missionId, ...form }: FollowingProps) {
  const loading = useView({ name: 'mission', missionId, laureateId: space.laureateId });
  return (
    <Loaded loading={loading}>
      {({ mission: { need, needId, subthemes, expert, state } }) => (
        <>
          <p>
            {isLive(state) ? 'Cette demande porte sur le même besoin que' : 'Cette demande fait suite à'}{' '}
            <a href={space.addresses.mission(missionId)}>votre mission avec {expert.name}</a> : son besoin est repris
            ci-dessous, vous pouvez le changer.
          </p>
          <RequestForm {...form} followed={{ missionId, need, subthemes, needId: isLive(state) ? needId : null }} />
        </>
      )}
    </Loaded>
  );
}

interface NotYetProps {
  readonly space: SpaceProps;
  readonly home: LaureateHome;
  readonly reason: string;
}

function NotYet({ space, home, reason }: NotYetProps) {
  const step = noteStep(home);
  return (
    <>
      <Notice tone="warning" title="Pas encore possible">
        <p>{reason}</p>
      </Notice>
      {step !== null && (
        <div>
          <ButtonLink href={space.addresses.note} tone={step.yours ? 'primary' : 'secondary'}>
            {step.label ?? 'Voir la note de cadrage'}
          </ButtonLink>
        </div>
      )}
    </>
  );
}

interface RequestedProps {
  readonly space: SpaceProps;
  readonly result: MissionActionResult;
}

function Requested({ space, result: { missionId, state, done } }: RequestedProps) {
  useEffect(() => {
    scrollTo(0, 0);
    document.getElementById('contenu')?.focus({ preventScroll: true });
  }, []);
  return (
    <SpaceFrame space={space} title="Votre demande est partie" current="request">
      <Notice tone="success" title={done} announced>
        <p>Un courriel prévient l’expert. Vous en recevrez un dès sa réponse : rien d’autre n’est attendu de vous.</p>
      </Notice>
      <p>
        <StatePill state={state} />
      </p>
      <div>
        <ButtonLink href={space.addresses.mission(missionId)} tone="primary">
          Voir la mission
        </ButtonLink>
      </div>
    </SpaceFrame>
  );
}
