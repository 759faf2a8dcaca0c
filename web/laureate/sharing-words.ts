import type { SharedNeed, SharedNeeds } from '@sur-mesure/functions/domain/laureates/sharing';
import { counted } from '../common/words/typography.ts';

/** « A », « A et B », « A, B, C et 4 autres ». */
export function namesInWords({ names, others }: Pick<SharedNeed, 'names' | 'others'>): string {
  const parts = [...names, ...(others > 0 ? [counted(others, 'autre')] : [])];
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} et ${last}`;
}

/** How many have at least one need in common with the reader. */
export function sameNeedsTitle({ sharers }: Pick<SharedNeeds, 'sharers'>): string {
  return `${counted(sharers, 'manufacture a', 'manufactures ont')} les mêmes besoins que vous :`;
}
