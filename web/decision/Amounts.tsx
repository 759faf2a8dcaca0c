import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { formatEuros } from '@sur-mesure/functions/domain/money';
import { NO_VAT } from '../common/devis/devis-words.ts';
import { Notice } from '../common/notice/Notice.tsx';
import { Bar } from '../common/subsidy-bar/Bar.tsx';

interface AmountsProps {
  readonly view: Pick<MissionView, 'share' | 'proposed' | 'amounts' | 'balance'>;
}

/** What is asked, how it would be paid and why, and what it leaves: the figures of the decision, the same on each step. */
export function Amounts({ view: { share, proposed, amounts, balance } }: AmountsProps) {
  if (share === null || proposed === null || balance === null) return null;
  const shared = amounts === null || amounts.includingVatCents !== share.shareCents;
  const { subsidyCents, ownCents, explanation } = proposed;
  const untaxed = amounts?.vat.kind === 'none';
  return (
    <div class="stack">
      <p>
        <span class="figure money">{formatEuros(share.shareCents)}</span>{' '}
        <span class="muted">{`${untaxed ? 'sans TVA' : 'TTC'}${shared ? ', votre part du devis' : ''}`}</span>
      </p>
      <dl class="amounts">
        {amounts !== null && !untaxed && (
          <>
            <Line word="Montant hors taxes" cents={amounts.excludingVatCents} />
            <Line word="TVA" cents={amounts.vatCents} />
          </>
        )}
        <Line word="Payé par votre subvention" cents={subsidyCents} />
        <Line word="À votre charge" cents={ownCents} />
        <Line word="Subvention restante après validation" cents={balance.remainingCents - subsidyCents} strong />
      </dl>
      <div class="stack stack-tight">
        <Bar position={balance} />
        <p class="small muted">
          Sur {formatEuros(balance.awardedCents)} : {formatEuros(balance.settledCents)} réglés,{' '}
          {formatEuros(balance.committedCents)} engagés, {formatEuros(subsidyCents)} pour ce devis.
        </p>
      </div>
      {untaxed && <p class="muted">{NO_VAT}.</p>}
      <Notice tone={ownCents > 0 ? 'warning' : 'info'}>
        {explanation.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
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
