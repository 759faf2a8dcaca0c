import type { ExpertCard } from '@sur-mesure/functions/domain/experts/card';
import { hasWords } from '@sur-mesure/functions/domain/lists/words';
import type { Command } from '@sur-mesure/functions/domain/missions/actions';
import { isStrings } from '../draft.ts';
import type { FieldError } from '../notice/Notice.tsx';

/** A request that the team prepares for a laureate, of one expert. */
export interface RequestDraft {
  readonly subthemes: readonly string[];
  readonly need: string;
  /** Empty while no expert is chosen. */
  readonly expertId: string;
  readonly shareWith: readonly string[];
}

export function emptyRequest(expertId: string | undefined): RequestDraft {
  return { subthemes: [], need: '', expertId: expertId ?? '', shareWith: [] };
}

export function isRequestDraft(value: unknown): value is RequestDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'subthemes' in value &&
    isStrings(value.subthemes) &&
    'need' in value &&
    typeof value.need === 'string' &&
    'expertId' in value &&
    typeof value.expertId === 'string' &&
    'shareWith' in value &&
    isStrings(value.shareWith)
  );
}

const SHORTEST_NEED = 10;

export function requestErrors({ subthemes, need, expertId }: RequestDraft): FieldError[] {
  const errors: (FieldError | false)[] = [
    subthemes.length === 0 && { fieldId: 'subthemes', message: 'Choisissez au moins une sous-thématique.' },
    need.trim().length < SHORTEST_NEED && {
      fieldId: 'need',
      message: 'Décrivez votre besoin en une phrase ou deux.',
    },
    expertId === '' && { fieldId: 'expert', message: 'Choisissez l’expert à qui vous demandez la mission.' },
  ];
  return errors.filter((error) => error !== false);
}

export function requestCommand({ subthemes, need, expertId, shareWith }: RequestDraft): Command {
  const input = { expertId, subthemes, need: need.trim(), needId: null, shareWith, predecessorId: null };
  return { action: 'request', input };
}

export interface RankedExpert {
  readonly card: ExpertCard;
  /** How many of the chosen sub-themes this expert covers. */
  readonly covered: number;
}

/** Experts that answer the words typed, those who cover most of the chosen sub-themes first, then by name. */
export function rankedExperts(
  cards: readonly ExpertCard[],
  asked: { readonly subthemes: readonly string[]; readonly words: string },
): RankedExpert[] {
  return cards
    .filter(({ company, skills, sectors }) => hasWords(`${company} ${skills} ${sectors}`, asked.words))
    .map((card) => ({ card, covered: card.subthemes.filter((id) => asked.subthemes.includes(id)).length }))
    .toSorted((one, other) => other.covered - one.covered || one.card.company.localeCompare(other.card.company, 'fr'));
}
