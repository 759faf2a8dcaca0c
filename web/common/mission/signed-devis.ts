import type { Command } from '@sur-mesure/functions/domain/missions/actions';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import type { FieldError } from '../notice/Notice.tsx';

/** What is typed of a devis signed by hand. */
export interface TypedSignature {
  readonly fileId: string;
  readonly fileName: string;
  readonly signedBy: string;
  readonly signedOn: string;
  readonly reason: string;
}

export const nothingSigned: TypedSignature = { fileId: '', fileName: '', signedBy: '', signedOn: '', reason: '' };

/** What remains to be given before the server is asked. */
export function signedDevisErrors(typed: TypedSignature, byStaff: boolean): FieldError[] {
  const errors: (FieldError | false)[] = [
    typed.fileId === '' && { fieldId: 'signed-file', message: 'Déposez le devis signé : un PDF ou une photo.' },
    typed.signedBy.trim() === '' && { fieldId: 'signed-by', message: 'Écrivez le nom de la personne qui a signé.' },
    typed.signedOn === '' && { fieldId: 'signed-on', message: 'Indiquez le jour de la signature.' },
    byStaff &&
      typed.reason.trim() === '' && { fieldId: 'signed-reason', message: 'Dites pourquoi l’équipe l’enregistre.' },
  ];
  return errors.filter((error) => error !== false);
}

/** Undefined while there is no devis to sign, or nothing says how it would be paid. */
export function signedDevisCommand(typed: TypedSignature, { mission, proposed }: MissionView): Command | undefined {
  if (mission.submission === null || proposed === null) return undefined;
  const { fileId, signedBy, signedOn, reason } = typed;
  const { version } = mission.submission;
  const { subsidyCents, ownCents } = proposed;
  return {
    action: 'recordSignedDevis',
    input: { version, fileId, signedBy, signedOn, reason, subsidyCents, ownCents },
  };
}
