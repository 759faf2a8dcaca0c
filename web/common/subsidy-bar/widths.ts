import type { Position } from '@sur-mesure/functions/domain/subsidy/position';

export interface Piece {
  readonly kind: 'settled' | 'committed' | 'pending';
  readonly start: number;
  readonly width: number;
}

/** Where each piece lies on a bar of 100, left to right. Pending money is cut at the end of the bar: what exceeds is told in words. */
export function pieces({ awardedCents, committedCents, settledCents, pendingCents }: Position): Piece[] {
  const amounts = [
    ['settled', settledCents],
    ['committed', committedCents],
    ['pending', pendingCents],
  ] as const;
  let start = 0;
  const laid: Piece[] = [];
  for (const [kind, cents] of amounts) {
    const width = awardedCents === 0 ? 0 : Math.min((cents / awardedCents) * 100, 100 - start);
    if (width > 0) laid.push({ kind, start, width });
    start += width;
  }
  return laid;
}
