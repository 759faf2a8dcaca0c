import type { FieldError } from '../../common/notice/Notice.tsx';

/** Somebody that the directory does not list, as the laureate knows them. */
export interface ExpertToInvite {
  readonly name: string;
  readonly email: string;
  readonly message: string;
}

/** Shape only: whether the address exists is known when its mail is read. */
const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

export function expertToInviteErrors({ name, email }: ExpertToInvite): FieldError[] {
  const errors: (FieldError | false)[] = [
    name.trim() === '' && { fieldId: 'expert-name', message: 'Écrivez le nom de la personne ou de sa structure.' },
    !emailShape.test(email.trim()) && {
      fieldId: 'expert-email',
      message: 'Écrivez une adresse complète, par exemple prenom@structure.fr.',
    },
  ];
  return errors.filter((error) => error !== false);
}
