import { useDraft } from '../common/draft.ts';
import { splitOf, type TypedSplit } from './devis.ts';
import { partFacts, ReviewFacts } from './ReviewFacts.tsx';
import { SplitFields } from './SplitFields.tsx';
import { sharing, splitErrors } from './submission.ts';
import { TaskForm, type TaskProps } from './TaskForm.tsx';

/** A new split of the same devis: after a refusal in a shared mission, or when a laureate left. */
export function ResplitForm(props: TaskProps) {
  const { view, person } = props;
  const laureateIds = sharing(view);
  const total = view.amounts?.includingVatCents ?? 0;
  const draft = useDraft(
    `${person}.resplit.${view.mission.id}.${view.mission.versions}`,
    view.submitted?.split ?? {},
    isSplit,
  );
  return (
    <TaskForm
      {...props}
      action="resplit"
      draft={draft}
      errorsOf={(typed) => splitErrors(laureateIds, typed, total)}
      commandOf={(typed) => {
        const split = splitOf(laureateIds, typed, total);
        return split && { action: 'resplit', input: { split } };
      }}
      review={(typed) => <ReviewFacts facts={partFacts(view, splitOf(laureateIds, typed, total) ?? {})} />}
    >
      {(errorOf) => (
        <SplitFields view={view} total={total} value={draft.value} errorOf={errorOf} onInput={draft.change} />
      )}
    </TaskForm>
  );
}

export function isSplit(value: unknown): value is TypedSplit {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((part) => part === null || typeof part === 'number')
  );
}
