import { dayOf } from '../../calendar.ts';
import { acceptedTypes, fileTypes } from '../../dossiers/file-types.ts';
import { refuse } from '../../refusal.ts';
import type { Check } from '../check.ts';
import { own } from '../facts.ts';

const readable: ReadonlySet<string> = new Set(acceptedTypes.signedByHand.map((name) => fileTypes[name].contentType));

/** What was signed by hand: for whom, by whom, on which day, and the paper itself. */
export const onPaper = {
  laureateNamed: (facts) =>
    own(facts) === undefined
      ? refuse('laureate-missing', 'Dites pour quel lauréat le devis est signé. Rien n’a été enregistré.')
      : null,
  staffSayWhy: (facts, { input }) =>
    facts.actor.kind === 'staff' && 'reason' in input && input.reason.trim() === ''
      ? refuse(
          'reason-missing',
          'Dites pourquoi l’équipe enregistre ce devis à la place du lauréat : ses membres lisent ces mots.',
        )
      : null,
  signedOnPaper: (facts, command) => {
    if (command.action !== 'recordSignedDevis') return null;
    const { fileId, signedBy, signedOn } = command.input;
    const paper = facts.files[fileId];
    if (!paper || paper.missionId !== facts.missionId || paper.ownerUid !== facts.actor.uid) {
      return refuse(
        'file-unknown',
        'Le devis signé est introuvable parmi vos dépôts pour cette mission. Déposez-le à nouveau.',
      );
    }
    if (!readable.has(paper.contentType))
      return refuse('paper-type', 'Le devis signé est un PDF ou une photo (JPEG, PNG, HEIC). Déposez-le à nouveau.');
    if (signedBy.trim() === '') return refuse('signed-by-missing', 'Écrivez le nom de la personne qui a signé.');
    return signedOn <= dayOf(facts.now)
      ? null
      : refuse('signed-in-future', 'La date de signature est dans l’avenir : corrigez-la.');
  },
} as const satisfies Record<string, Check>;
