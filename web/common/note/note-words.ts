import { type NoteChange, priorities, type ScopingNote } from '@sur-mesure/functions/domain/scoping-notes/note';
import { subthemeLabel } from '../themes/themes.ts';

const fieldWords = {
  need: 'le besoin',
  priority: 'la priorité',
  expected: 'le résultat attendu',
  estimatedCents: 'le budget estimé',
} as const satisfies Record<NoteChange['fields'][number], string>;

const listOf = new Intl.ListFormat('fr-FR');

/** « Stratégie de marque : le besoin et la priorité changent. » */
export function changeSentence({ subtheme, change, fields }: NoteChange): string {
  const name = subthemeLabel(subtheme);
  if (change === 'added') return `${name} : ajoutée.`;
  if (change === 'removed') return `${name} : retirée.`;
  return `${name} : ${listOf.format(fields.map((field) => fieldWords[field]))} ${fields.length > 1 ? 'changent' : 'change'}.`;
}

export function priorityWords(priority: keyof typeof priorities): string {
  return `Priorité ${priority} · ${priorities[priority]}`;
}

/** Where a version stands in the exchange with the team. */
export function answerWords({ answer }: Pick<ScopingNote, 'answer'>, mustBeAccepted: boolean): string {
  if (answer?.kind === 'accept') return 'Acceptée par l’équipe France Tiers-Lieux';
  if (answer?.kind === 'askForChanges') return 'Changements demandés par l’équipe France Tiers-Lieux';
  return mustBeAccepted ? 'Remise, en attente de l’équipe France Tiers-Lieux' : 'Remise';
}
