import { formatEuros } from '@sur-mesure/functions/domain/money';
import type { Position } from '@sur-mesure/functions/domain/subsidy/position';
import { Money } from '../words/Money.tsx';
import { Bar } from './Bar.tsx';

interface SubsidyBarProps {
  /** What is pending is asked in devis that are not decided yet: still inside what remains. */
  readonly position: Position;
  /** Several bars on one page need their own pattern ids. */
  readonly id?: string;
}

/** What is left of the award, in words first; the bar only repeats it to the eye. */
export function SubsidyBar({ position, id = 'subsidy' }: SubsidyBarProps) {
  const { awardedCents, settledCents, committedCents, remainingCents, pendingCents, pendingOwnCents } = position;
  const lines = [
    { kind: 'settled', word: 'Réglé', cents: settledCents },
    { kind: 'committed', word: 'Engagé', cents: committedCents },
    { kind: 'pending', word: 'En attente de décision', cents: pendingCents },
    { kind: 'remaining', word: 'Disponible', cents: remainingCents },
  ];
  return (
    <figure class="subsidy" aria-labelledby={`${id}-title`}>
      <p id={`${id}-title`} class="subsidy-title">
        Il reste <span class="figure money">{formatEuros(remainingCents)}</span>{' '}
        <span class="muted">
          sur <Money cents={awardedCents} />
        </span>
      </p>
      <Bar position={position} />
      <dl class="subsidy-lines">
        {lines.map(({ kind, word, cents }) => (
          <div key={kind} class="subsidy-line">
            <dt>
              <span class={`subsidy-key subsidy-key-${kind}`} aria-hidden="true" />
              {word}
            </dt>
            <dd class="money">{formatEuros(cents)}</dd>
          </div>
        ))}
      </dl>
      {pendingOwnCents > 0 && (
        <p>
          Les devis en attente dépassent ce qu’il reste de <Money cents={pendingOwnCents} />
          {'\u00a0: cette somme serait à votre charge.'}
        </p>
      )}
    </figure>
  );
}
