import { type Cents, isCents } from '@sur-mesure/functions/domain/money';
import { type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';

const spaces = /[\s\u00a0\u202f]/g;
const written = /^(\d{1,3}(?: \d{3})+|\d+)(?:[.,](\d{1,2}))?$/;

const refusals = {
  empty: refuse('amount_missing', 'Écrivez un montant en euros, par exemple 3 000,50.'),
  negative: refuse('amount_negative', 'Écrivez un montant positif, sans signe.'),
  thousandsPoint: refuse(
    'amount_ambiguous',
    'Séparez les milliers par une espace et les centimes par une virgule : 3 000,50.',
  ),
  decimals: refuse('amount_decimals', 'Écrivez au plus deux chiffres après la virgule.'),
  unreadable: refuse('amount_unreadable', 'Écrivez seulement des chiffres, par exemple 3 000,50.'),
  tooLarge: refuse('amount_too_large', 'Ce montant est trop grand pour le programme. Vérifiez les zéros.'),
} as const;

/**
 * Reads an amount as French people type it (« 3 000,50 », « 3000.5 », « 3 000 € ») into integer cents, without a float on the way.
 * « 3.000 » is refused rather than guessed: it is three thousand for some and three for others.
 */
export function parseAmount(typed: string): Cents | Refusal {
  const text = typed.replace(spaces, ' ').trim().replace(/ ?€$/, '').trim();
  if (text === '') return refusals.empty;
  if (/^[-−]/.test(text)) return refusals.negative;
  if (/^\d{1,3}([.,]\d{3})+([.,]\d+)?$/.test(text)) return refusals.thousandsPoint;
  if (/^[\d ]+[.,]\d{3,}$/.test(text)) return refusals.decimals;
  const match = written.exec(text);
  if (match === null) return refusals.unreadable;
  const [, euros = '', decimals = ''] = match;
  const cents = Number(euros.replaceAll(' ', '')) * 100 + Number(decimals.padEnd(2, '0'));
  return isCents(cents) ? cents : refusals.tooLarge;
}

/** What an amount field shows for an amount it is given: « 3 000,50 », with ordinary spaces so that it can be edited. */
export function amountAsTyped(cents: Cents): string {
  const euros = Math.floor(cents / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ' ');
  return `${euros},${(cents % 100).toString().padStart(2, '0')}`;
}
