import { useState } from 'preact/hooks';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { Notice } from '../../common/notice/Notice.tsx';
import { RequestForForm } from './RequestForForm.tsx';

interface RequestForProps {
  readonly laureateId: string;
  /** Uid of who is signed in: drafts of one person are not shown to another. */
  readonly person: string;
  readonly onAsked: () => void;
  readonly missionAddress: (missionId: string) => string;
}

/** A mission that a laureate asks for by telephone or by mail: its own request, with who asked and how. */
export function RequestFor({ laureateId, onAsked, ...props }: RequestForProps) {
  const laureate = useView({ name: 'laureate', laureateId });
  const [made, setMade] = useState(0);
  return (
    <section class="stack stack-loose" aria-labelledby="request-for-title">
      <h2 id="request-for-title">Demander une mission en son nom</h2>
      <Loaded loading={laureate}>
        {(home) =>
          home.requestRefusal === null ? (
            <RequestForForm key={made} {...props} {...{ home, onAsked }} onAnother={() => setMade(made + 1)} />
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
