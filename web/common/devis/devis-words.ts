import { formatEuros } from '@sur-mesure/functions/domain/money';
import { formatRate } from '@sur-mesure/functions/domain/subsidy/funded';
import type { Devis, DevisAmounts } from '@sur-mesure/functions/domain/subsidy/share';
import { dayInFull } from '../words/dates.ts';

export const NO_VAT = 'TVA non applicable, art. 293 B du CGI';

/** « 20 % de 2 500,00 € : 500,00 € », a rate each; the case without VAT in its own words; nothing when rates were not given. */
export function vatWords({ vat }: DevisAmounts): string[] {
  if (vat.kind === 'none') return [NO_VAT];
  return vat.rates.map(
    ({ ratePerTenThousand, baseCents, vatCents }) =>
      `${formatRate(ratePerTenThousand)} de ${formatEuros(baseCents)}\u00a0: ${formatEuros(vatCents)}`,
  );
}

/** « Coopérative d’activité Coopérer, SIRET 732 829 320 00074 ». */
export function issuerWords({ name, siret }: NonNullable<Devis['issuer']>): string {
  return `${name}, SIRET ${siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4')}`;
}

/** Wherever a devis is: its number, until when it holds, and who issues it when it is not the expert. */
export function devisFacts({ number, validUntil, issuer }: Devis): (readonly [string, string])[] {
  return [
    ['Devis', `n°\u00a0${number}`],
    ['Valable jusqu’au', dayInFull(validUntil)],
    ...(issuer === null ? [] : [['Émis par', issuerWords(issuer)] as const]),
  ];
}
