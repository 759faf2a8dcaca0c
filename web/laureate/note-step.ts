import type { LaureateHome } from '@sur-mesure/functions/domain/laureates/views';

export interface NoteStep {
  readonly sentence: string;
  /** Whether the laureate has something to do: else it waits for the team. */
  readonly yours: boolean;
  /** The one thing to do; null when there is none. */
  readonly label: string | null;
}

/** What is missing of the note, and the one thing to do about it; null when nothing is. */
export function noteStep({ note }: Pick<LaureateHome, 'note'>): NoteStep | null {
  if (note === null) {
    return {
      sentence: 'Remettez votre note de cadrage : sans elle, aucune mission ne peut démarrer.',
      yours: true,
      label: 'Remettre la note de cadrage',
    };
  }
  if (note.answer === 'askForChanges') {
    return {
      sentence: 'L’équipe France Tiers-Lieux demande des changements à votre note de cadrage.',
      yours: true,
      label: 'Réviser la note de cadrage',
    };
  }
  return note.awaited
    ? {
        sentence:
          'Votre note est remise. L’équipe France Tiers-Lieux doit l’accepter avant toute mission : un courriel vous prévient.',
        yours: false,
        label: null,
      }
    : null;
}
