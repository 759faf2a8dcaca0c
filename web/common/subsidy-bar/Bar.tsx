import type { Position } from '@sur-mesure/functions/domain/subsidy/position';
import { pieces } from './widths.ts';
import './subsidy-bar.css';

/** The award as a strip: settled, engaged, waiting, and what is left. Words beside it say the same. */
export function Bar({ position }: { readonly position: Position }) {
  return (
    <svg class="subsidy-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      {pieces(position).map(({ kind, start, width }) => (
        <rect key={kind} class={`subsidy-${kind}`} x={start} y="0" width={width} height="4" />
      ))}
    </svg>
  );
}
