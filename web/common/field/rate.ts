import { WHOLE } from '@sur-mesure/functions/domain/subsidy/funded';

/** « 20 », « 5,5 % », « 8.5 » in ten-thousandths; null when it is not a rate. */
export function rateOf(percent: string): number | null {
  const [, whole = '', decimals = ''] = /^\s*(\d{1,3})(?:[.,](\d{1,2}))?\s*%?\s*$/.exec(percent) ?? [];
  if (whole === '') return null;
  const rate = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return rate <= WHOLE ? rate : null;
}
