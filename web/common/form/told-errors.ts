import { useState } from 'preact/hooks';
import type { FieldError } from '../notice/Notice.tsx';

/**
 * What is missing in a form: told all at once on the press, and taken back field by field as soon as it is right. Nobody is corrected while typing
 * for the first time.
 */
export function useToldErrors(missing: readonly FieldError[]) {
  const [told, setTold] = useState<readonly FieldError[]>([]);
  return {
    /** What was missing at the last press: for the summary, which keeps its place while its lines are answered. */
    errors: told,
    errorOf: (fieldId: string) =>
      told.length === 0 ? undefined : missing.find((error) => error.fieldId === fieldId)?.message,
    /** At the press: whether nothing is missing; what is, is told. */
    complete: () => {
      setTold(missing);
      return missing.length === 0;
    },
    forget: () => setTold([]),
  };
}
