import { useDraft } from '../common/draft.ts';
import { partFacts, ReviewFacts } from './ReviewFacts.tsx';
import { SplitFields } from './SplitFields.tsx';
import { splitInEuros, splitOf } from './split.ts';
import { isSplit, sharing, splitErrors } from './submission.ts';
import { TaskForm, type TaskProps } from './TaskForm.tsx';

/** A new split of the same devis: after a refusal in a shared mission, or when a laureate left. */
export function ResplitForm(props: TaskProps) {
  const { view, person } = props;
  const laureateIds = sharing(view);
  const total = view.amounts?.includingVatCents ?? 0;
  const draft = useDraft(
    `${person}.resplit.${view.mission.id}.${view.mission.versions}`,
    splitInEuros(view.submitted?.split ?? {}),
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
