import type { StampsView } from '@sur-mesure/functions/domain/proofs/day-stamp';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { DateText } from '../../common/words/DateText.tsx';
import { counted } from '../../common/words/typography.ts';
import { attemptsBefore } from './incident-words.ts';

/** Whether somebody outside says when the proofs existed. Nothing is pressed here: what waits is asked again every hour. */
export function Stamps({ configured, waiting, last }: StampsView) {
  return (
    <section class="stack" aria-labelledby="stamps-title">
      <h2 id="stamps-title">Horodatage des preuves</h2>
      {!configured && (
        <p>
          Aucune autorité d’horodatage n’est configurée : aucune preuve n’est horodatée, et leurs dates sont celles de
          ce service.
        </p>
      )}
      {last !== null && (
        <p>
          Dernier horodatage : preuves du <DateText day={last.day} />, par {last.authority}
          {last.demonstration && ' (certificat de démonstration)'}, le <DateText instant={last.stampedAt} hour />.
        </p>
      )}
      {waiting.length > 0 ? (
        <ul class="plain-list">
          {waiting.map(({ day, proofs, attempts, triedAt, problem }) => (
            <li key={day} class="person-line">
              <div class="person-words">
                <p class="person-name">
                  <DateText day={day} /> : {counted(proofs, 'preuve')}
                </p>
                {problem !== null && <p class="small">{problem}</p>}
                {triedAt !== null && (
                  <p class="small">
                    {attemptsBefore(attempts)} <DateText instant={triedAt} hour />
                  </p>
                )}
              </div>
            </li>
          ))}
        </ul>
      ) : (
        configured && (
          <EmptyState>Les preuves des jours passés sont horodatées, ou vont l’être dans l’heure.</EmptyState>
        )
      )}
    </section>
  );
}
