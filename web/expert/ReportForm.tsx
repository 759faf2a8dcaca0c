import { type Form, handedAnswers } from '@sur-mesure/functions/domain/forms/form';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { type Cents, formatEuros } from '@sur-mesure/functions/domain/money';
import { DraftNotices } from '../common/drafts/DraftNotices.tsx';
import { DraftState } from '../common/drafts/DraftState.tsx';
import { useSyncedDraft } from '../common/drafts/useSyncedDraft.ts';
import { AmountField } from '../common/field/AmountField.tsx';
import type { FieldError } from '../common/notice/Notice.tsx';
import { Skeleton } from '../common/skeleton/Skeleton.tsx';
import { Money } from '../common/words/Money.tsx';
import { DocumentChoice } from './DocumentChoice.tsx';
import { documentFact, partFacts, ReviewFacts } from './ReviewFacts.tsx';
import {
  documentErrors,
  emptyDocument,
  handedBefore,
  handedInput,
  isDocument,
  sharing,
  type TypedDocument,
} from './submission.ts';
import { type ErrorOf, TaskForm, type TaskProps } from './TaskForm.tsx';
import { namesOf, toldDocument, toldFinals } from './typed-work.ts';
import { WorkPreview } from './WorkPreview.tsx';
import { FOUND_BY, workShelf } from './work-shelf.ts';

interface TypedReport {
  readonly document: TypedDocument;
  /** What was typed alone: an amount that nobody touched is what was validated, and follows an amendment. */
  readonly finals: Readonly<Record<string, Cents | null>>;
}

/** « Envoyer le rapport »: the report, and what is finally due by each laureate, at most what it validated. */
export function ReportForm(props: TaskProps) {
  const { report } = props.view.forms;
  // The page says why where the action is not open.
  return report === undefined ? null : <Reporting {...props} form={report} />;
}

function Reporting({ form, ...props }: TaskProps & { readonly form: Form }) {
  const { view, person } = props;
  const validated = validatedShares(view);
  const { report } = view.mission;
  const first: TypedReport = {
    document: report === null ? emptyDocument : handedBefore(report.document, view),
    finals: {},
  };
  const missionId = view.mission.id;
  const about = String(report?.number ?? 0);
  const draft = useSyncedDraft({
    ...{ key: `${person}.submitReport.${missionId}.${about}`, initial: first, accepts: isReport },
    shelf: workShelf({ kind: 'mission', missionId, task: 'submitReport' }, about),
  });
  const { value } = draft;
  if (!draft.arrived) return <Skeleton lines={8} />;
  return (
    <TaskForm
      {...props}
      action="submitReport"
      draft={draft}
      above={
        <DraftNotices
          draft={draft}
          tell={({ document, finals }) => ({ ...toldDocument(form, document), ...toldFinals(finals, namesOf(view)) })}
        />
      }
      below={<DraftState draft={draft} found={FOUND_BY} />}
      errorsOf={(typed) => reportErrors(form, typed, validated)}
      commandOf={({ document, finals }) => {
        const handed = handedInput(form, document);
        return handed && { action: 'submitReport', input: { document: handed, finals: known(finals, validated) } };
      }}
      review={(typed) => <Review typed={typed} {...props} />}
    >
      {(errorOf, errors) => (
        <>
          <section class="stack">
            <h2>Rapport de mission</h2>
            <DocumentChoice
              view={view}
              piece="report"
              form={form}
              value={value.document}
              errors={errors}
              onInput={(document) => draft.change({ ...value, document })}
            />
            {value.document.way === 'form' && (
              <WorkPreview
                name={form.title}
                input={{
                  ...{ missionId, piece: 'report', ...handedAnswers(form, value.document.answers) },
                  finals: known(value.finals, validated),
                }}
                lacking=""
              />
            )}
          </section>
          <Finals
            view={view}
            value={value.finals}
            errorOf={errorOf}
            onInput={(finals) => draft.change({ ...value, finals })}
          />
        </>
      )}
    </TaskForm>
  );
}

interface FinalsProps {
  readonly view: MissionView;
  readonly value: TypedReport['finals'];
  readonly errorOf: ErrorOf;
  readonly onInput: (finals: TypedReport['finals']) => void;
}

function Finals({ view, value, errorOf, onInput }: FinalsProps) {
  return (
    <section class="stack">
      <h2>Montant final</h2>
      <p>
        Ce qui est dû pour le travail fait, toutes taxes comprises. Il peut être inférieur au devis, jamais supérieur.
      </p>
      {Object.entries(validatedShares(view)).map(([id, most]) => (
        <AmountField
          key={id}
          id={`final-${id}`}
          label={`Montant final pour ${view.mission.participants[id]?.name ?? id}`}
          hint={`${formatEuros(most)} validés.`}
          error={errorOf(`final-${id}`)}
          cents={final(value, id, most) ?? undefined}
          onInput={(cents) => onInput({ ...value, [id]: cents ?? null })}
        />
      ))}
    </section>
  );
}

function Review({ typed, view }: TaskProps & { readonly typed: TypedReport }) {
  const finals = known(typed.finals, validatedShares(view));
  const [only] = Object.values(finals);
  const total =
    Object.keys(finals).length === 1 ? [['Montant final', <Money key="total" cents={only ?? 0} />] as const] : [];
  return (
    <>
      <ReviewFacts facts={[['Rapport', documentFact(typed.document)], ...total, ...partFacts(view, finals)]} />
      <p>La manufacture confirme ensuite le service, ou vous renvoie le rapport.</p>
    </>
  );
}

/** What each laureate that takes part validated. */
function validatedShares(view: MissionView): Record<string, Cents> {
  return Object.fromEntries(sharing(view).map((id) => [id, view.submitted?.split[id] ?? 0]));
}

function final(typed: TypedReport['finals'], id: string, validated: Cents): Cents | null {
  const cents = typed[id];
  return cents === undefined ? validated : cents;
}

function known(finals: TypedReport['finals'], validated: Record<string, Cents>): Record<string, Cents> {
  return Object.fromEntries(Object.entries(validated).map(([id, most]) => [id, final(finals, id, most) ?? 0]));
}

function reportErrors(form: Form, { document, finals }: TypedReport, validated: Record<string, Cents>): FieldError[] {
  const amounts = Object.entries(validated).flatMap(([id, most]): FieldError[] => {
    const cents = final(finals, id, most);
    if (cents === null) return [{ fieldId: `final-${id}`, message: 'Écrivez le montant final, 0 si rien n’est dû.' }];
    return cents <= most
      ? []
      : [{ fieldId: `final-${id}`, message: `Le montant final dépasse les ${formatEuros(most)} validés.` }];
  });
  return [...documentErrors('report', form, document), ...amounts];
}

function isReport(value: unknown): value is TypedReport {
  return (
    typeof value === 'object' &&
    value !== null &&
    'document' in value &&
    isDocument(value.document) &&
    'finals' in value &&
    typeof value.finals === 'object' &&
    value.finals !== null
  );
}
