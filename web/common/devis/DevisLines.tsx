import { formatEuros } from '@sur-mesure/functions/domain/money';
import { formatRate } from '@sur-mesure/functions/domain/subsidy/funded';
import type { DevisAmounts } from '@sur-mesure/functions/domain/subsidy/share';

/** The lines of the devis, folded: a glance at the totals is enough most of the time. */
export function DevisLines({ amounts: { lines, vat } }: { readonly amounts: DevisAmounts }) {
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>Détail du devis ({lines.length})</summary>
      <ul class="stack stack-tight">
        {lines.map(({ label, excludingVatCents, ratePerTenThousand }) => (
          <li key={`${label} ${excludingVatCents}`}>
            {label}
            {'\u00a0: '}
            <span class="money">{formatEuros(excludingVatCents)}</span>
            {vat.kind === 'rates' && ` hors taxes, à ${formatRate(ratePerTenThousand)}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
