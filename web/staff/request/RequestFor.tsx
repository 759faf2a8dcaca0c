import type { MissionActionResult } from '@sur-mesure/functions/domain/api';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { Notice } from '../../common/notice/Notice.tsx';
import { RequestForForm } from './RequestForForm.tsx';

interface RequestForProps {
  readonly laureateId: string;
  /** Uid of who is signed in: drafts of one person are not shown to another. */
  readonly person: string;
  readonly done: MissionActionResult | undefined;
  readonly onDone: (result: MissionActionResult) => void;
  readonly missionAddress: (missionId: string) => string;
}

/** A mission that a laureate asks for by telephone or by mail: its own request, with who asked and how. */
export function RequestFor({ laureateId, person, done, onDone, missionAddress }: RequestForProps) {
  const laureate = useView({ name: 'laureate', laureateId });
  const directory = useView({ name: 'directory' });
  return (
    <section class="stack stack-loose" aria-labelledby="request-for-title">
      <h2 id="request-for-title">Demander une mission en son nom</h2>
      {done !== undefined && (
        <Notice tone="success" title={done.done} announced>
          <p>
            Un courriel prévient l’expert, un autre la manufacture.{' '}
            <a href={missionAddress(done.missionId)}>Voir la mission</a>
          </p>
        </Notice>
      )}
      <Loaded loading={laureate}>
        {(home) =>
          home.requestRefusal === null ? (
            <Loaded loading={directory}>
              {({ cards }) => <RequestForForm key={done?.missionId ?? ''} {...{ home, cards, person, onDone }} />}
            </Loaded>
          ) : (
            <Notice tone="warning" title="Pas encore possible pour cette manufacture">
              <p>Elle lirait elle-même : « {home.requestRefusal} »</p>
            </Notice>
          )
        }
      </Loaded>
    </section>
  );
}
