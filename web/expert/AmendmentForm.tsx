import { useDraft } from '../common/draft.ts';
import { TextAreaField } from '../common/field/TextField.tsx';
import { DevisFields } from './DevisFields.tsx';
import { amountsOf } from './devis.ts';
import { devisFacts, partFacts, ReviewFacts } from './ReviewFacts.tsx';
import { SplitFields } from './SplitFields.tsx';
import { noSplit, splitOf, type TypedSplit } from './split.ts';
import {
  devisErrors,
  devisInput,
  emptyDevis,
  isDevis,
  isSplit,
  sharing,
  splitErrors,
  type TypedDevis,
} from './submission.ts';
import { TaskForm, type TaskProps } from './TaskForm.tsx';

interface TypedAmendment {
  readonly reason: string;
  readonly devis: TypedDevis;
  readonly split: TypedSplit;
}

const nothing: TypedAmendment = { reason: '', devis: emptyDevis, split: noSplit };

/** A new devis for a mission that goes on: the one in force stays so until every laureate has validated this one. */
export function AmendmentForm(props: TaskProps) {
  const { view, person } = props;
  const laureateIds = sharing(view);
  const draft = useDraft(
    `${person}.proposeAmendment.${view.mission.id}.${view.mission.amendments}`,
    nothing,
    isAmendment,
  );
  const { value } = draft;
  const total = (typed: TypedAmendment) => amountsOf(typed.devis.amounts)?.includingVatCents ?? null;
  const splitIn = (typed: TypedAmendment) => splitOf(laureateIds, typed.split, total(typed) ?? 0);
  return (
    <TaskForm
      {...props}
      action="proposeAmendment"
      draft={draft}
      errorsOf={(typed) => [
        ...(typed.reason.trim() === '' ? [{ fieldId: 'reason', message: 'Dites en une phrase ce qui change.' }] : []),
        ...devisErrors(typed.devis),
        ...splitErrors(laureateIds, typed.split, total(typed) ?? 0),
      ]}
      commandOf={(typed) => {
        const devis = devisInput(typed.devis);
        const split = splitIn(typed);
        return devis && split && { action: 'proposeAmendment', input: { reason: typed.reason, devis, split } };
      }}
      review={(typed) => <ReviewFacts facts={[...devisFacts(typed.devis), ...partFacts(view, splitIn(typed) ?? {})]} />}
    >
      {(errorOf) => (
        <>
          <TextAreaField
            id="reason"
            label="Ce qui change, et pourquoi"
            maxLength={2000}
            error={errorOf('reason')}
            value={value.reason}
            onInput={(reason) => draft.change({ ...value, reason })}
          />
          <DevisFields
            view={view}
            value={value.devis}
            errorOf={errorOf}
            onInput={(devis) => draft.change({ ...value, devis })}
          />
          <SplitFields
            view={view}
            total={total(value)}
            value={value.split}
            errorOf={errorOf}
            onInput={(split) => draft.change({ ...value, split })}
          />
        </>
      )}
    </TaskForm>
  );
}

function isAmendment(value: unknown): value is TypedAmendment {
  return (
    typeof value === 'object' &&
    value !== null &&
    'reason' in value &&
    typeof value.reason === 'string' &&
    'devis' in value &&
    isDevis(value.devis) &&
    'split' in value &&
    isSplit(value.split)
  );
}
