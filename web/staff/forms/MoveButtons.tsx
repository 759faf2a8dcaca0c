import type { Step } from '@sur-mesure/functions/domain/forms/editing';
import { Button } from '../../common/button/Button.tsx';

interface MoveButtonsProps {
  /** The key of what moves. */
  readonly of: string;
  /** « la question 1.2 », for whoever hears the buttons one after the other. */
  readonly named: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (step: Step) => void;
}

export function moveId(key: string, step: Step): string {
  return `move-${step === -1 ? 'up' : 'down'}-${key}`;
}

/** « Monter » and « Descendre »: no dragging, which a keyboard and a shaking hand can't do. At the ends they stay, and say so. */
export function MoveButtons({ of, named, first, last, onMove }: MoveButtonsProps) {
  return (
    <>
      <Button
        id={moveId(of, -1)}
        tone="quiet"
        unavailable={first ? 'Déjà au début.' : undefined}
        onClick={() => onMove(-1)}
      >
        Monter<span class="visually-hidden"> {named}</span>
      </Button>
      <Button
        id={moveId(of, 1)}
        tone="quiet"
        unavailable={last ? 'Déjà à la fin.' : undefined}
        onClick={() => onMove(1)}
      >
        Descendre<span class="visually-hidden"> {named}</span>
      </Button>
    </>
  );
}
