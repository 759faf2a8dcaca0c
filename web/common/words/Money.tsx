import { type Cents, formatEuros } from '@sur-mesure/functions/domain/money';

interface MoneyProps {
  readonly cents: Cents;
}

export function Money({ cents }: MoneyProps) {
  return <span class="money">{formatEuros(cents)}</span>;
}
