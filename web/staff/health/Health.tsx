import type { Views } from '@sur-mesure/functions/domain/views';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { Notice } from '../../common/notice/Notice.tsx';
import { Pill } from '../../common/state-pill/StatePill.tsx';
import { DateText } from '../../common/words/DateText.tsx';
import { counted } from '../../common/words/typography.ts';
import '../../common/person-lines/person-lines.css';

/** Whether the service does its work, read when the page is opened: the table of `domain/health` line by line. */
export function Health() {
  const loading = useView({ name: 'health' });
  return (
    <Loaded loading={loading}>
      {({ readAt, facts, runs }) => (
        <div class="stack stack-loose">
          <Conclusion facts={facts} />
          <Facts facts={facts} />
          <Runs runs={runs} />
          <p class="small muted">
            Lu le <DateText instant={readAt} hour />. Rechargez la page pour lire à nouveau.
          </p>
        </div>
      )}
    </Loaded>
  );
}

type FactsShown = Pick<Views['health'], 'facts'>;

function Conclusion({ facts }: FactsShown) {
  const short = facts.filter(({ isShort }) => isShort).length;
  return short === 0 ? (
    <Notice tone="success" title="Tout va bien">
      <p>Rien n’attend plus longtemps qu’il ne doit.</p>
    </Notice>
  ) : (
    <Notice tone="warning" title={`${counted(short, 'point')} à vérifier`}>
      <p>Chaque ligne marquée « À vérifier » dit ce qu’il faut faire.</p>
    </Notice>
  );
}

function Facts({ facts }: FactsShown) {
  return (
    <section class="stack" aria-labelledby="facts-title">
      <h2 id="facts-title">Ce qui est vérifié</h2>
      <ul class="plain-list">
        {facts.map(({ name, label, isShort, found, todo, path }) => (
          <li key={name} class="person-line">
            <div class="person-words stack stack-tight">
              <p class="person-name">{label}</p>
              <p>{found}</p>
              {todo !== null && <p class="small">{todo}</p>}
              {path !== null && (
                <p>
                  <a href={path}>
                    Ouvrir<span class="visually-hidden"> : {label}</span>
                  </a>
                </p>
              )}
            </div>
            <p>
              <Pill tone={isShort ? 'waiting' : 'done'}>{isShort ? 'À vérifier' : 'Rien à faire'}</Pill>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Runs({ runs }: Pick<Views['health'], 'runs'>) {
  return (
    <section class="stack" aria-labelledby="runs-title">
      <h2 id="runs-title">Tâches automatiques</h2>
      <ul class="plain-list">
        {runs.map(({ schedule, label, at, isLate }) => (
          <li key={schedule} class="person-line">
            <div class="person-words">
              <p class="person-name">{label}</p>
              <p class="small">
                {at === null ? (
                  'Pas encore terminée une fois.'
                ) : (
                  <>
                    Terminée le <DateText instant={at} hour />.
                  </>
                )}
              </p>
            </div>
            {isLate && (
              <p>
                <Pill tone="refused">En retard</Pill>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
