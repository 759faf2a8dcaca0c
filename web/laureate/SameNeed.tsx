import type { MissionActionResult } from '@sur-mesure/functions/domain/api';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { useState } from 'preact/hooks';
import { Button, ButtonLink } from '../common/button/Button.tsx';
import { Later } from '../common/loading/Later.tsx';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import { useMissionAction } from '../common/mission/useMissionAction.ts';
import { Notice } from '../common/notice/Notice.tsx';
import { StatePill } from '../common/state-pill/StatePill.tsx';
import { wayOut } from './needs.ts';

const loadDialog = () => import('../common/mission/ActionDialog.tsx');

interface SameNeedProps {
  readonly view: Pick<MissionView, 'sameNeed' | 'reader' | 'laureateId'>;
  readonly person: string;
  readonly addressOf: (missionId: string) => string;
  readonly onDone: (result: MissionActionResult) => void;
}

/** Once one devis is validated, what was asked of other experts for the same need. Each is cancelled from here, with its own confirmation. */
export function SameNeed({ view: { sameNeed, reader, laureateId }, person, addressOf, onDone }: SameNeedProps) {
  const [cancelled, setCancelled] = useState<string>();
  if (sameNeed.length === 0) return null;
  return (
    <Notice tone="warning" title="D’autres experts attendent encore pour ce besoin">
      <p>Rien n’est annulé à votre place. Annulez chaque demande dont vous n’avez plus besoin.</p>
      <ul>
        {sameNeed.map(({ missionId, expertName, state }) => (
          <li key={missionId}>
            <a href={addressOf(missionId)} class="tall-link">
              {expertName}
            </a>{' '}
            <StatePill state={state} reader="laureate" />{' '}
            {reader === 'signatory' && (
              <Button id={`cancel-${missionId}`} opens="dialog" onClick={() => setCancelled(missionId)}>
                Annuler cette demande
              </Button>
            )}
            {cancelled === missionId && (
              <Cancelling
                {...{ missionId, laureateId, person, addressOf, onDone }}
                close={() => setCancelled(undefined)}
              />
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

interface CancellingProps extends Pick<SameNeedProps, 'person' | 'addressOf' | 'onDone'> {
  readonly missionId: string;
  readonly laureateId: string | null;
  readonly close: () => void;
}

/** The other mission is read when its button is pressed: what may be done about it is judged then, by the server. */
function Cancelling({ missionId, laureateId, person, addressOf, onDone, close }: CancellingProps) {
  const loading = useView({ name: 'mission', missionId, laureateId });
  const acting = useMissionAction({ missionId, laureateId });
  return (
    <Loaded loading={loading} lines={1}>
      {(view) => {
        const { action, refusal } = wayOut(view.actions);
        if (action !== null)
          return (
            <Later load={loadDialog}>
              {({ ActionDialog }) => (
                <ActionDialog
                  {...{ action, view, person, acting, close }}
                  withExpert={view.mission.expert.name}
                  done={(result) => {
                    close();
                    onDone({ ...result, done: `${result.done} (${view.mission.expert.name})` });
                  }}
                />
              )}
            </Later>
          );
        return (
          <Notice tone="error" title="Cette demande ne peut pas être annulée" announced>
            <p>{refusal}</p>
            <ButtonLink href={addressOf(missionId)}>Voir la mission</ButtonLink>
          </Notice>
        );
      }}
    </Loaded>
  );
}
