import { formatEuros } from '@sur-mesure/functions/domain/money';
import type { Summary } from '@sur-mesure/functions/domain/summaries/summary';
import { type KeyFigure, keyFigures } from './summary-words.ts';

/** What the whole page comes to, each figure a press away from its rows: for who has a minute. */
export function KeyFigures({ summary }: { readonly summary: Summary }) {
  const { remainingCents, awardedCents } = summary.money.total.after;
  return (
    <section class="stack stack-tight" aria-labelledby="figures-title">
      <h2 id="figures-title">En bref</h2>
      <ul class="plain-list key-figures">
        {keyFigures(summary).map((figure) => (
          <li key={figure.leadsTo}>
            <Figure {...figure} />
          </li>
        ))}
        <li>
          <Figure
            leadsTo="money-title"
            value={formatEuros(remainingCents)}
            words={`restent disponibles, sur ${formatEuros(awardedCents)} attribués`}
          />
        </li>
      </ul>
    </section>
  );
}

function Figure({ leadsTo, value, words }: KeyFigure) {
  const jump = (event: MouseEvent) => {
    const place = document.getElementById(leadsTo);
    if (place === null) return;
    // A fragment in the address would be another view of the page, loaded again.
    event.preventDefault();
    place.scrollIntoView();
    place.focus({ preventScroll: true });
  };
  return (
    <a class="key-figure" href={`#${leadsTo}`} onClick={jump}>
      <span class="key-figure-value money">{value}</span> <span class="key-figure-words">{words}</span>
    </a>
  );
}
