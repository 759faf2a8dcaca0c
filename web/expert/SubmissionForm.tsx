import type { Form } from '@sur-mesure/functions/domain/forms/form';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { DraftNotices } from '../common/drafts/DraftNotices.tsx';
import { DraftState } from '../common/drafts/DraftState.tsx';
import { useSyncedDraft } from '../common/drafts/useSyncedDraft.ts';
import { DateField } from '../common/field/TextField.tsx';
import { Skeleton } from '../common/skeleton/Skeleton.tsx';
import { dayInFull } from '../common/words/dates.ts';
import { DevisFields } from './DevisFields.tsx';
import { DocumentChoice } from './DocumentChoice.tsx';
import { amountsOf } from './devis.ts';
import { devisFacts, documentFact, partFacts, ReviewFacts } from './ReviewFacts.tsx';
import { SplitFields } from './SplitFields.tsx';
import { splitOf } from './split.ts';
import {
  firstSubmission,
  isSubmission,
  sharing,
  submissionErrors,
  submissionInput,
  type TypedSubmission,
} from './submission.ts';
import { type ErrorOf, TaskForm, type TaskProps } from './TaskForm.tsx';
import { diagnosticPreview, lackingInPreview, namesOf, toldSubmission } from './typed-work.ts';
import { WorkPreview } from './WorkPreview.tsx';
import { FOUND_BY, workShelf } from './work-shelf.ts';

/** « Envoyer le diagnostic et le devis »: a first version, or a corrected one that starts from the version before. */
export function SubmissionForm(props: TaskProps) {
  const { diagnostic } = props.view.forms;
  // The page says why where the action is not open.
  return diagnostic === undefined ? null : <Submission {...props} form={diagnostic} />;
}

function Submission({ form, ...props }: TaskProps & { readonly form: Form }) {
  const { view, person } = props;
  const laureateIds = sharing(view);
  const { id: missionId, versions } = view.mission;
  const draft = useSyncedDraft({
    ...{
      key: `${person}.submitDiagnostic.${missionId}.${versions}`,
      initial: firstSubmission(view),
      accepts: isSubmission,
    },
    shelf: workShelf({ kind: 'mission', missionId, task: 'submitDiagnostic' }, String(versions)),
  });
  const { value } = draft;
  if (!draft.arrived) return <Skeleton lines={8} />;
  const set = (changes: Partial<TypedSubmission>) => draft.change({ ...value, ...changes });
  return (
    <TaskForm
      {...props}
      action="submitDiagnostic"
      draft={draft}
      above={<DraftNotices draft={draft} tell={(typed) => toldSubmission(form, typed, namesOf(view))} />}
      below={<DraftState draft={draft} found={FOUND_BY} />}
      errorsOf={(typed) => submissionErrors(form, typed, laureateIds)}
      commandOf={(typed) => {
        const input = submissionInput(form, typed, laureateIds);
        return input && { action: 'submitDiagnostic', input };
      }}
      review={(typed) => <Review typed={typed} {...props} />}
    >
      {(errorOf, errors) => (
        <>
          <section class="stack">
            <h2>Diagnostic préalable</h2>
            <DocumentChoice
              view={view}
              piece="diagnostic"
              form={form}
              value={value.diagnostic}
              errors={errors}
              onInput={(diagnostic) => set({ diagnostic })}
            />
            {value.diagnostic.way === 'form' && (
              <WorkPreview
                name={form.title}
                input={diagnosticPreview(missionId, form, value)}
                lacking={lackingInPreview(value)}
              />
            )}
          </section>
          <DevisFields view={view} value={value.devis} errorOf={errorOf} onInput={(devis) => set({ devis })} />
          <SplitFields
            view={view}
            total={amountsOf(value.devis.amounts)?.includingVatCents ?? null}
            value={value.split}
            errorOf={errorOf}
            onInput={(split) => set({ split })}
          />
          <PlannedDates view={view} value={value} errorOf={errorOf} set={set} />
        </>
      )}
    </TaskForm>
  );
}

interface PlannedDatesProps {
  readonly view: MissionView;
  readonly value: Pick<TypedSubmission, 'plannedStart' | 'plannedEnd'>;
  readonly errorOf: ErrorOf;
  readonly set: (changes: Partial<TypedSubmission>) => void;
}

function PlannedDates({ view, value, errorOf, set }: PlannedDatesProps) {
  const last = view.settings.dates.endOfServices;
  return (
    <section class="stack">
      <h2>Dates prévues</h2>
      <DateField
        id="planned-start"
        label="Début de la mission"
        max={last}
        error={errorOf('planned-start')}
        value={value.plannedStart}
        onInput={(plannedStart) => set({ plannedStart })}
      />
      <DateField
        id="planned-end"
        label="Fin de la mission"
        hint={`Au plus tard le ${dayInFull(last)}.`}
        max={last}
        error={errorOf('planned-end')}
        value={value.plannedEnd}
        onInput={(plannedEnd) => set({ plannedEnd })}
      />
    </section>
  );
}

function Review({ typed, view }: TaskProps & { readonly typed: TypedSubmission }) {
  const total = amountsOf(typed.devis.amounts)?.includingVatCents ?? 0;
  return (
    <>
      <ReviewFacts
        facts={[
          ['Diagnostic', documentFact(typed.diagnostic)],
          ...devisFacts(typed.devis),
          ...partFacts(view, splitOf(sharing(view), typed.split, total) ?? {}),
          ['Dates prévues', `Du ${dayInFull(typed.plannedStart)} au ${dayInFull(typed.plannedEnd)}`],
        ]}
      />
      <p>
        Une fois envoyés, ils sont lus par la manufacture et par l’équipe France Tiers-Lieux. Vous pourrez les retirer
        tant que rien n’est décidé.
      </p>
    </>
  );
}
