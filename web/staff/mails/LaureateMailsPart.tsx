import type { LaureateMail } from '@sur-mesure/functions/domain/laureates/mails';
import { mailStates } from '@sur-mesure/functions/domain/notifications/mail-states';
import { useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { Loaded, useTurnedView } from '../../common/loading/Loaded.tsx';
import { Pill } from '../../common/state-pill/StatePill.tsx';
import { DateText } from '../../common/words/DateText.tsx';
import '../staff.css';
import '../lists/lists.css';

/** What the service wrote to a laureate's people, and what became of each mail: what one looks at before a call. */
export function LaureateMailsPart({ laureateId }: { readonly laureateId: string }) {
  const [before, setBefore] = useState<number | null>(null);
  const loading = useTurnedView({ name: 'laureateMails', laureateId, before });
  return (
    <section class="stack" aria-labelledby="mails-title">
      <h2 id="mails-title">Les courriels</h2>
      <p class="muted">
        Ceux que le service a envoyés aux personnes de cette manufacture, les plus récents d’abord. Leur texte n’est pas
        gardé ici ; une adresse se corrige parmi les personnes.
      </p>
      <Loaded loading={loading}>
        {({ mails, older }) => (
          <>
            {mails.length === 0 ? (
              <EmptyState>Aucun courriel n’a encore été envoyé à ses personnes.</EmptyState>
            ) : (
              <Mails mails={mails} turning={loading.turning} />
            )}
            <div class="row">
              {before !== null && <Button onClick={() => setBefore(null)}>Revenir aux plus récents</Button>}
              {older !== null && <Button onClick={() => setBefore(older)}>Voir de plus anciens</Button>}
            </div>
          </>
        )}
      </Loaded>
    </section>
  );
}

function Mails({ mails, turning }: { readonly mails: readonly LaureateMail[]; readonly turning: boolean }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls in its frame, which the keyboard must reach.
    <section class={turning ? 'table-frame turning' : 'table-frame'} tabIndex={0} aria-label="Courriels envoyés">
      <table class="table cards">
        <thead>
          <tr>
            <th scope="col">Objet</th>
            <th scope="col">À</th>
            <th scope="col">Quand</th>
            <th scope="col">État</th>
          </tr>
        </thead>
        <tbody>
          {mails.map(({ id, subject, toName, toEmail, at, state, problem }) => (
            <tr key={id}>
              <th scope="row" class="row-name">
                {subject}
              </th>
              <td data-label="À">
                {toName}
                <span class="row-address">{toEmail}</span>
              </td>
              <td class="row-date" data-label="Quand">
                <DateText instant={at} hour />
              </td>
              <td>
                <Pill tone={mailStates[state].tone}>{mailStates[state].label}</Pill>
                {problem !== '' && <span class="row-detail">{problem}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
