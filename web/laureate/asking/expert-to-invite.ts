import { isEmail } from '@sur-mesure/functions/domain/email';
import type { FieldError } from '../../common/notice/Notice.tsx';

/** Somebody that the directory does not list, as the laureate knows them. */
export interface ExpertToInvite {
  readonly name: string;
  readonly email: string;
  readonly message: string;
}

export function expertToInviteErrors({ name, email }: ExpertToInvite): FieldError[] {
  const errors: (FieldError | false)[] = [
    name.trim() === '' && { fieldId: 'expert-name', message: 'Écrivez le nom de la personne ou de sa structure.' },
    !isEmail(email.trim()) && {
      fieldId: 'expert-email',
      message: 'Écrivez une adresse complète, par exemple prenom@structure.fr.',
    },
  ];
  return errors.filter((error) => error !== false);
}
