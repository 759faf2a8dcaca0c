import type { Day } from '../calendar.ts';
import { areSubthemes, type Theme } from '../programme/theme-list.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { NoteAnswerKind, RecommendationSource, ScopingNote } from './note.ts';

/** What staff do about a note: answer it, or record beside it what was recommended. */
export type ScopingNoteCommand =
  | { readonly action: NoteAnswerKind; readonly version: number; readonly message: string }
  | {
      readonly action: 'recommend';
      readonly day: Day;
      readonly source: RecommendationSource;
      readonly subthemes: readonly string[];
      readonly text: string;
      readonly fileId: string | null;
    };
export type ScopingNoteActionName = ScopingNoteCommand['action'];

interface NoteActionRow {
  readonly label: string;
  readonly done: string;
  /** Answers that a version already has and that forbid this one. */
  readonly notAfter: readonly NoteAnswerKind[];
  readonly needsMessage: boolean;
  /** Whether the note counts as accepted from then on; null where nothing changes for it. */
  readonly accepted: boolean | null;
}

/** « La note de cadrage pourra ainsi être révisée si nécessaire, en échange avec l’équipe » : staff's side of that exchange. */
export const scopingNoteActions = {
  accept: {
    label: 'Accepter la note',
    done: 'Note acceptée',
    notAfter: ['accept'],
    needsMessage: false,
    accepted: true,
  },
  askForChanges: {
    label: 'Demander des changements',
    done: 'Changements demandés',
    notAfter: [],
    needsMessage: true,
    accepted: false,
  },
  recommend: {
    label: 'Noter une recommandation',
    done: 'Recommandation notée',
    notAfter: [],
    needsMessage: false,
    accepted: null,
  },
} as const satisfies Record<ScopingNoteActionName, NoteActionRow>;

export interface NoteFacts {
  readonly isStaff: boolean;
  /** The version in force; null when none was handed in. */
  readonly current: Pick<ScopingNote, 'version' | 'answer'> | null;
  /** In force. */
  readonly themes: readonly Theme[];
}

/** Null when staff may do this. The one interpreter of the table: the page asks it too. */
export function scopingNoteRefusal(
  { isStaff, current, themes }: NoteFacts,
  command: ScopingNoteCommand,
): Refusal | null {
  if (!isStaff) return refuse('staff-only', 'Cette décision revient à l’équipe France Tiers-Lieux.');
  if (command.action === 'recommend') return recommendationRefusal(command, themes);
  const row: NoteActionRow = scopingNoteActions[command.action];
  if (current === null) return refuse('note-missing', 'Aucune note de cadrage n’est remise.');
  if (current.version !== command.version) {
    return refuse(
      'note-revised',
      `La version ${current.version} vient d’être remise. Rien n’a été enregistré : rechargez la page et lisez-la.`,
    );
  }
  if (current.answer !== null && row.notAfter.includes(current.answer.kind))
    return refuse('note-answered', 'Cette version est déjà acceptée.');
  return row.needsMessage && command.message.trim() === ''
    ? refuse('message-missing', 'Écrivez à la manufacture ce qu’elle doit changer.')
    : null;
}

function recommendationRefusal(
  { text, subthemes }: Extract<ScopingNoteCommand, { readonly action: 'recommend' }>,
  themes: readonly Theme[],
): Refusal | null {
  if (text.trim() === '') return refuse('text-missing', 'Écrivez ce qui est recommandé.');
  return areSubthemes(themes, subthemes) ? null : refuse('subtheme-unknown', 'Une des sous-thématiques n’existe pas.');
}
