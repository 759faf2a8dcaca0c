import type { Registration } from '@sur-mesure/functions/domain/experts/registration';

/** What each page of the form is given. */
export interface StepContentProps {
  readonly value: Registration;
  readonly errorOf: (fieldId: string) => string | undefined;
  readonly remarkOf: (fieldId: string) => string | undefined;
  readonly set: (changes: Partial<Registration>) => void;
  /** The account exists: its address is shown and can't be changed here. */
  readonly emailIsKept: boolean;
}
