import { MOST_ASKED } from '@sur-mesure/functions/domain/experts/views';
import type { Command } from '@sur-mesure/functions/domain/missions/actions';
import { isStrings } from '../draft.ts';
import type { FieldError } from '../notice/Notice.tsx';

/** A request being prepared: one need, and everybody who is to be asked for it. */
export interface AskDraft {
  readonly subthemes: readonly string[];
  /** What was typed; null while nothing was, and the words of the note stand there. */
  readonly need: string | null;
  readonly expertIds: readonly string[];
  readonly shareWith: readonly string[];
  /** The need that those asked already have, when the others were cut off: they join it. */
  readonly needId: string | null;
  /** What had been chosen elsewhere when it was last changed here: the same choice, met again on a reload, changes nothing. */
  readonly arrival: string;
}

/** The mission whose need a request takes up: an ended one that it follows, or a live one that it stands beside. */
export interface Followed {
  readonly missionId: string;
  readonly isLive: boolean;
  readonly needId: string;
  readonly need: string;
  readonly subthemes: readonly string[];
}

/** What was chosen elsewhere just now: in the directory, among the experts that suit, or among the needs of others. */
export interface ChosenElsewhere {
  readonly expertIds: readonly string[];
  readonly subthemes: readonly string[];
}

/** Of a note with one sub-theme, that one: there is nothing to choose. */
export function emptyAsk(ofNote: readonly string[], followed?: Followed): AskDraft {
  const { subthemes = ofNote.length === 1 ? ofNote : [], need = null } = followed ?? {};
  return { subthemes, need, expertIds: [], shareWith: [], needId: null, arrival: '' };
}

/** A draft kept from before, with what was chosen since: it is added, and what was ticked stays. */
export function withChosen(draft: AskDraft, chosen: ChosenElsewhere): AskDraft {
  const arrival = JSON.stringify([chosen.expertIds, chosen.subthemes]);
  if (chosen.expertIds.length + chosen.subthemes.length === 0 || draft.arrival === arrival) return draft;
  return {
    ...draft,
    subthemes: [...new Set([...draft.subthemes, ...chosen.subthemes])],
    expertIds: [...new Set([...chosen.expertIds, ...draft.expertIds])].slice(0, MOST_ASKED),
    arrival,
  };
}

/** Another need is not the one that somebody was asked already: nobody joins it. */
export function changed(draft: AskDraft, part: Partial<AskDraft>): AskDraft {
  const isOther = part.subthemes !== undefined || part.need !== undefined;
  return { ...draft, ...part, needId: isOther ? null : draft.needId };
}

export function isAskDraft(value: unknown): value is AskDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'subthemes' in value &&
    isStrings(value.subthemes) &&
    'need' in value &&
    (value.need === null || typeof value.need === 'string') &&
    'expertIds' in value &&
    isStrings(value.expertIds) &&
    'shareWith' in value &&
    isStrings(value.shareWith) &&
    'needId' in value &&
    (value.needId === null || typeof value.needId === 'string') &&
    'arrival' in value &&
    typeof value.arrival === 'string'
  );
}

/** The need as it would be sent: what was typed, or else what the note says of the sub-themes ticked. */
export function needOf({ need, subthemes }: AskDraft, ofNote: Readonly<Record<string, string>>): string {
  return need ?? [...new Set(subthemes.flatMap((id) => ofNote[id]?.trim() ?? []))].join('\n\n');
}

const SHORTEST_NEED = 10;

export function askErrors({ subthemes, expertIds }: AskDraft, need: string): FieldError[] {
  const errors: (FieldError | false)[] = [
    subthemes.length === 0 && { fieldId: 'subthemes', message: 'Choisissez au moins une sous-thématique.' },
    need.trim().length < SHORTEST_NEED && { fieldId: 'need', message: 'Décrivez votre besoin en une phrase ou deux.' },
    expertIds.length === 0 && {
      fieldId: 'expert',
      message: 'Choisissez au moins un expert à qui demander la mission.',
    },
    expertIds.length > MOST_ASKED && {
      fieldId: 'expert',
      message: `Choisissez ${MOST_ASKED} experts au plus : chacun prépare une réponse.`,
    },
  ];
  return errors.filter((error) => error !== false);
}

/** One expert's request. The first of a new need has none to join; of an ended mission that it follows, the server takes up the need itself. */
export function askCommand(
  draft: AskDraft,
  expertId: string,
  { need, followed }: { readonly need: string; readonly followed: Followed | undefined },
): Command {
  const { subthemes, shareWith } = draft;
  const needId = draft.needId ?? (followed?.isLive === true ? followed.needId : null);
  const predecessorId = followed !== undefined && needId === null ? followed.missionId : null;
  return { action: 'request', input: { expertId, subthemes, need: need.trim(), needId, shareWith, predecessorId } };
}

/** What is left to ask once one expert was: the others, for the same need. */
export function afterAsking(
  draft: AskDraft,
  asked: { readonly expertId: string; readonly missionId: string },
  followed: Followed | undefined,
): AskDraft {
  return {
    ...draft,
    expertIds: draft.expertIds.filter((id) => id !== asked.expertId),
    needId: draft.needId ?? followed?.needId ?? asked.missionId,
  };
}
