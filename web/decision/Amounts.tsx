import { formatEuros } from '@sur-mesure/functions/domain/money';
import type { MissionView } from '@sur-mesure/functions/domain/views';
import { Notice } from '../common/notice/Notice.tsx';
import { Money } from '../common/words/Money.tsx';

interface AmountsProps {
  readonly view: Pick<MissionView, 'share' | 'proposed' | 'amounts' | 'balance'>;
}

/** What is asked, how it would be paid, and what it leaves: the figures of the decision, the same on each step. */
export function Amounts({ view: { share, proposed, amounts, balance } }: AmountsProps) {
  if (share === null || proposed === null || balance === null) return null;
  const shared = amounts === null || amounts.includingVatCents !== share.shareCents;
  const { subsidyCents, ownCents } = proposed;
  const leftCents = balance.remainingCents - subsidyCents;
  return (
    <div class="stack">
      <p>
        <span class="figure money">{formatEuros(share.shareCents)}</span>{' '}
        <span class="muted">{shared ? 'TTC, votre part du devis' : 'TTC'}</span>
      </p>
      <dl class="amounts">
        {amounts !== null && (
          <>
            <Line word="Montant hors taxes" cents={amounts.excludingVatCents} />
            <Line word="TVA" cents={amounts.vatCents} />
          </>
        )}
        <Line word="Payé par votre subvention" cents={subsidyCents} />
        <Line word="À votre charge" cents={ownCents} />
        <Line word="Subvention restante après validation" cents={leftCents} strong />
      </dl>
      {ownCents > 0 && (
        <Notice tone="warning">
          <p>
            Le devis dépasse ce qu’il reste de <Money cents={ownCents} />
            {'\u00a0: cette somme sera à votre charge.'}
          </p>
        </Notice>
      )}
    </div>
  );
}

interface LineProps {
  readonly word: string;
  readonly cents: number;
  readonly strong?: boolean;
}

function Line({ word, cents, strong = false }: LineProps) {
  return (
    <div class={strong ? 'amounts-line amounts-strong' : 'amounts-line'}>
      <dt>{word}</dt>
      <dd class="money">{formatEuros(cents)}</dd>
    </div>
  );
}
