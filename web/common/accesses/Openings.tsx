import type { Accesses, Opening } from '@sur-mesure/functions/domain/access/views';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { useState } from 'preact/hooks';
import { view } from '../api/call.ts';
import { Button } from '../button/Button.tsx';
import { DayLog } from '../day-log/DayLog.tsx';
import { EmptyState } from '../empty-state/EmptyState.tsx';
import { RefusalNotice } from '../notice/Notice.tsx';
import { counted } from '../words/typography.ts';
import { openingSentence } from './access-words.ts';

/** The log of openings, newest first; older ones come fifty at a time under those already read. */
export function Openings({ accesses }: { readonly accesses: Accesses }) {
  const { openings, more, busy, refusal, older } = useOlder(accesses);
  if (openings.length === 0) {
    return (
      <EmptyState>
        Personne n’a encore ouvert de document de ce dossier. Chaque ouverture sera notée ici : qui, quel document, à
        quelle heure.
      </EmptyState>
    );
  }
  return (
    <>
      <DayLog
        rows={openings.map((opening, index) => ({
          id: `${opening.at}.${index}`,
          at: opening.at,
          sentence: openingSentence(opening, accesses.acts),
        }))}
      />
      <p class="visually-hidden" role="status">
        {counted(openings.length, 'ouverture affichée', 'ouvertures affichées')}
      </p>
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
      {more && (
        <div>
          <Button busy={busy} onClick={older}>
            Voir les plus anciens
          </Button>
        </div>
      )}
    </>
  );
}

/** The first page as the view gave it, then what was asked for after it. */
function useOlder(first: Accesses) {
  const [added, setAdded] = useState<readonly Opening[]>([]);
  const [more, setMore] = useState(first.more);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const openings = [...first.openings, ...added];
  const older = async () => {
    const last = openings.at(-1);
    if (busy || last === undefined) return;
    setBusy(true);
    const answer = await view<'accesses'>({ name: 'accesses', laureateId: first.laureateId, before: last.at });
    setBusy(false);
    if (isRefusal(answer)) return setRefusal(answer);
    setRefusal(undefined);
    setAdded([...added, ...answer.openings]);
    setMore(answer.more);
  };
  return { openings, more, busy, refusal, older };
}
