import type { Partner } from '@sur-mesure/functions/domain/laureates/sharing';
import { counted } from '../common/words/typography.ts';

const MOST_NAMED = 3;

/** « A », « A et B », « A, B, C et 4 autres ». */
export function namesInWords(names: readonly string[]): string {
  const most = names.length > MOST_NAMED + 1 ? MOST_NAMED : names.length;
  const left = names.length - most;
  const parts = [...names.slice(0, most), ...(left > 0 ? [counted(left, 'autre')] : [])];
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} et ${last}`;
}

/** How many have at least one need in common with the reader. */
export function sameNeedsTitle(partners: readonly Partner[]): string {
  const { length } = partners.filter(({ subthemes }) => subthemes.length > 0);
  return `${counted(length, 'manufacture a', 'manufactures ont')} les mêmes besoins que vous :`;
}
