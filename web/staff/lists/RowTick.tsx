import '../tasks.css';

interface RowTickProps {
  /** What is ticked, said to who does not see its line. */
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onTick: (ticked: boolean) => void;
}

/** The box of one line, in a square that a finger finds. */
export function RowTick({ label, checked, disabled = false, onTick }: RowTickProps) {
  return (
    <label class="row-tick">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onInput={(event) => onTick(event.currentTarget.checked)}
      />
      <span class="visually-hidden">{label}</span>
    </label>
  );
}
