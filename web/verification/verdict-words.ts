import type { Comparison } from '@sur-mesure/functions/domain/proofs/comparison';
import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import type { NoticeTone } from '../common/notice/Notice.tsx';

interface Verdict {
  readonly tone: NoticeTone;
  readonly title: string;
  /** `proofId`: the number that was given, null without one. */
  readonly sentence: (proofId: string | null) => string;
}

/** The three answers, and nothing else: the page knows no more than they say. */
export const verdicts = {
  identical: {
    tone: 'success',
    title: 'Identique',
    sentence: (proofId) =>
      proofId === null
        ? 'Octet pour octet, ce fichier est un de ceux qu’une preuve de ce programme désigne, ou son attestation.'
        : `Octet pour octet, ce fichier est un de ceux que désigne la preuve ${proofId}, ou son attestation.`,
  },
  different: {
    tone: 'warning',
    title: 'Différent',
    sentence: (proofId) =>
      `Ce fichier n’est aucun de ceux de la preuve ${proofId ?? ''}. Il a pu changer sans que cela se voie (ouvert puis enregistré de nouveau, par exemple), c’est un autre document, ou le numéro n’est pas le bon. Vérifiez le numéro, ou effacez-le pour comparer le fichier à toutes les preuves.`,
  },
  unknown: {
    tone: 'warning',
    title: 'Inconnu',
    sentence: () =>
      'Aucune preuve de ce programme ne désigne ce fichier, tel qu’il est. S’il a été ouvert puis enregistré de nouveau, essayez l’original, tel que vous l’avez reçu.',
  },
} as const satisfies Record<Comparison, Verdict>;

const notAnswered =
  'La comparaison n’a pas eu lieu : le service n’a pas répondu. L’empreinte du fichier est calculée et gardée dans cette page : réessayez quand le réseau est revenu, sans le choisir à nouveau.';

/** The sentences common to all pages speak of a text that is kept; here a hash is. */
export function failureWords({ code, message }: Refusal): string {
  return code === 'too-many-comparisons' ? message : notAnswered;
}

/** The number as the attestation prints it: null when nothing is typed, undefined when it can be none. */
export function proofIdIn(typed: string): string | null | undefined {
  const number = typed.replaceAll(/\s/g, '');
  if (number === '') return null;
  return /^[\w.-]{1,120}$/.test(number) ? number : undefined;
}
