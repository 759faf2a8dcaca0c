import { LONGEST_REASON } from '@sur-mesure/functions/domain/reason';
import { TextAreaField } from '../../common/field/TextField.tsx';

interface ReasonFieldProps {
  readonly id: string;
  /** « ces réglages » */
  readonly what: string;
  readonly error: string | undefined;
  readonly value: string;
  readonly onInput: (reason: string) => void;
}

/** Why staff change what is changed version by version. */
export function ReasonField({ what, ...field }: ReasonFieldProps) {
  return (
    <TextAreaField
      label={`Pourquoi changez-vous ${what} ?`}
      hint="Ces mots restent dans l’historique ; l’équipe et les personnes qui auditent le programme les lisent."
      rows={3}
      maxLength={LONGEST_REASON}
      {...field}
    />
  );
}
