import { formatEuros } from '@sur-mesure/functions/domain/money';
import type { StatementLine } from '@sur-mesure/functions/domain/subsidy/statement';

/** « + 500,00 € », « − 3 000,00 € »; « sans effet » for a memo, since « 0,00 € » would look like a payment of nothing. */
export function effectOf({ cents }: Pick<StatementLine, 'cents'>): string {
  if (cents === 0) return 'sans effet';
  return `${cents > 0 ? '+' : '−'}\u00a0${formatEuros(Math.abs(cents))}`;
}

export function authorOf({ byName, number }: Pick<StatementLine, 'byName' | 'number'>): string {
  return `Ligne ${number}, par ${byName}`;
}
