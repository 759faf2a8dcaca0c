import type { AskedBy } from '@sur-mesure/functions/domain/missions/behalf';
import { useDraft } from '../draft.ts';
import { useToldErrors } from '../form/told-errors.ts';
import type { FieldError } from '../notice/Notice.tsx';
import {
  type AskDraft,
  askErrors,
  type ChosenElsewhere,
  changed,
  emptyAsk,
  type Followed,
  isAskDraft,
  needOf,
  withChosen,
} from './ask-draft.ts';
import { useAsking } from './useAsking.ts';
import { useMatches } from './useMatches.ts';

interface AskForm {
  readonly laureateId: string;
  readonly draftKey: string;
  readonly ofNote: readonly string[];
  readonly followed?: Followed | undefined;
  readonly chosen?: ChosenElsewhere;
  /** From staff, for what they ask in a laureate's name. */
  readonly askedBy?: AskedBy;
  /** What the form asks besides the request, and is missing. */
  readonly alsoMissing?: readonly FieldError[];
  /** After each request that left. */
  readonly onAsked?: () => void;
}

const nothingChosen: ChosenElsewhere = { expertIds: [], subthemes: [] };

/** A request being written: its draft, who suits its need, what is missing, and one press that asks all who are ticked. */
export function useAskForm({ laureateId, draftKey, ofNote, followed, askedBy, ...asked }: AskForm) {
  const { chosen = nothingChosen, alsoMissing = [], onAsked } = asked;
  const stored = useDraft(draftKey, emptyAsk(ofNote, followed), isAskDraft);
  const draft = withChosen(stored.value, chosen);
  const matches = useMatches({ laureateId, subthemes: draft.subthemes, chosenIds: draft.expertIds });
  const need = needOf(draft, matches.shown?.needs ?? {});
  const { errors, errorOf, complete } = useToldErrors([...alsoMissing, ...askErrors(draft, need)]);
  const asking = useAsking({
    ...{ laureateId, draftKey, followed, askedBy },
    onAsked: (left) => {
      onAsked?.();
      if (left.expertIds.length > 0) return stored.change(left);
      stored.show(left);
      stored.clear();
    },
  });
  return {
    ...{ draft, need, matches, errors, errorOf, asking },
    change: (part: Partial<AskDraft>) => stored.change(changed(draft, part)),
    press: () => {
      if (complete()) void asking.ask(draft, need);
    },
  };
}
