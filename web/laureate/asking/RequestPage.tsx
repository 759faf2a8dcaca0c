import type { LaureateHome } from '@sur-mesure/functions/domain/laureates/views';
import { isLive } from '@sur-mesure/functions/domain/missions/states';
import { ButtonLink } from '../../common/button/Button.tsx';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { Notice } from '../../common/notice/Notice.tsx';
import { noteStep } from '../note-step.ts';
import { SpaceFrame, type SpaceProps } from '../SpaceFrame.tsx';
import { RequestForm } from './RequestForm.tsx';
import '../laureate.css';

/** A mission asked for in two minutes: the need, the experts, and one press. */
export function RequestPage(space: SpaceProps) {
  const laureate = useView({ name: 'laureate', laureateId: space.laureateId });
  return (
    <SpaceFrame space={space} title="Demander une mission" current="request">
      <Loaded loading={laureate}>
        {(home) =>
          home.requestRefusal === null ? (
            <Asking space={space} home={home} />
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
}

/** The form, filled in with the need of the mission that this one follows when there is one. */
function Asking({ space, home }: AskingProps) {
  if (space.predecessorId === undefined) return <RequestForm space={space} home={home} />;
  return <Following space={space} home={home} missionId={space.predecessorId} />;
}

function Following({ space, home, missionId }: AskingProps & { readonly missionId: string }) {
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
          <RequestForm
            space={space}
            home={home}
            followed={{ missionId, need, subthemes, needId, isLive: isLive(state) }}
          />
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
