import type { ComponentChildren } from 'preact';
import { ErrorSummary, type FieldError } from '../notice/Notice.tsx';

interface CheckedFormProps {
  readonly errors: readonly FieldError[];
  readonly label?: string;
  readonly labelledBy?: string;
  readonly tight?: boolean;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}

/** A form whose errors are ours to tell, in French and all at once; what the browser would say field by field is switched off. */
export function CheckedForm({ errors, label, labelledBy, tight = false, onPress, children }: CheckedFormProps) {
  return (
    <form
      class={tight ? 'stack' : 'stack stack-loose'}
      aria-label={label}
      aria-labelledby={labelledBy}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onPress();
      }}
    >
      <ErrorSummary errors={errors} />
      {children}
    </form>
  );
}
