import { Button } from '../button/Button.tsx';
import './progress.css';

interface ProgressProps {
  readonly label: string;
  /** Between 0 and 1. */
  readonly ratio: number;
  /** « 1,2 Mo sur 4,8 Mo ». */
  readonly figure: string;
  readonly onCancel?: () => void;
}

/** The figure changes many times a second: it is not a live region, or a screen reader would read nothing else. */
export function Progress({ label, ratio, figure, onCancel }: ProgressProps) {
  return (
    <div class="progress">
      <div class="row row-apart">
        <span>{label}</span>
        <span class="money muted">{figure}</span>
      </div>
      <progress value={ratio} max={1} aria-label={label} />
      {onCancel !== undefined && (
        <Button tone="quiet" onClick={onCancel}>
          Interrompre
        </Button>
      )}
    </div>
  );
}
