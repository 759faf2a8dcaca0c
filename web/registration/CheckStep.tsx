import type { Remarks } from '@sur-mesure/functions/domain/experts/profile';
import type { Registration } from '@sur-mesure/functions/domain/experts/registration';
import type { Form } from '@sur-mesure/functions/domain/forms/form';
import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import { useState } from 'preact/hooks';
import { Button } from '../common/button/Button.tsx';
import type { Draft } from '../common/draft.ts';
import { CheckboxField } from '../common/field/ChoiceFields.tsx';
import { CheckedForm } from '../common/form/CheckedForm.tsx';
import { useToldErrors } from '../common/form/told-errors.ts';
import { RefusalNotice } from '../common/notice/Notice.tsx';
import { CardPreview } from './CardPreview.tsx';
import { type Row, rowsOf, type Step, stepErrors } from './steps.ts';

interface CheckStepProps {
  readonly draft: Draft<Registration>;
  readonly step: Step;
  readonly steps: readonly Step[];
  readonly form: Form | undefined;
  readonly remarks: Remarks;
  readonly addressOf: (step: Step) => string;
  readonly submit: string;
  /** The refusal to show, null once it is sent. */
  readonly send: () => Promise<Refusal | null>;
}

/** Everything once more, each answer with its way back; then the declaration, last, and the button. */
export function CheckStep({ draft, step, steps, form, remarks, addressOf, submit, send }: CheckStepProps) {
  const { value } = draft;
  const missing = stepErrors(step, value, form);
  const told = useToldErrors(missing);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const press = async () => {
    setRefusal(null);
    if (!told.complete() || busy) return;
    setBusy(true);
    setRefusal(await send());
    setBusy(false);
  };
  const errorOf = (fieldId: string) => missing.find((error) => error.fieldId === fieldId)?.message;
  return (
    <CheckedForm errors={told.errors} onPress={() => void press()}>
      {steps
        .filter(({ kind }) => kind !== 'check')
        .map((one) => (
          <Answers key={one.name} {...{ errorOf, remarks }} step={one} value={value} address={addressOf(one)} />
        ))}
      <details>
        <summary>Voir votre fiche, telle que l’annuaire la montrera</summary>
        <CardPreview registration={value} />
      </details>
      <Declaration
        checked={value.declaresNoInterest}
        error={told.errorOf('declaresNoInterest')}
        onInput={(declaresNoInterest) => draft.change({ ...value, declaresNoInterest })}
      />
      <div class="stack">
        {refusal !== null && <RefusalNotice refusal={refusal} />}
        <div>
          <Button type="submit" tone="primary" busy={busy}>
            {submit}
          </Button>
        </div>
      </div>
    </CheckedForm>
  );
}

interface AnswersProps {
  readonly step: Step;
  readonly value: Registration;
  readonly address: string;
  readonly remarks: Remarks;
  readonly errorOf: (fieldId: string) => string | undefined;
}

function Answers({ step, value, address, remarks, errorOf }: AnswersProps) {
  return (
    <section class="stack" aria-labelledby={`answers-${step.name}`}>
      <div class="row answers-title">
        <h2 id={`answers-${step.name}`}>{step.title}</h2>
        <a href={address} aria-label={`Modifier « ${step.title} »`}>
          Modifier
        </a>
      </div>
      <dl class="answers">
        {rowsOf(step, value).map((row) => (
          <Answer
            key={row.fieldId}
            row={row}
            address={address}
            remark={remarks[row.fieldId]}
            error={errorOfRow(row, errorOf)}
          />
        ))}
      </dl>
    </section>
  );
}

/** A day that is missing is missing from the answer that asks for it. */
function errorOfRow({ fieldId }: Row, errorOf: AnswersProps['errorOf']): string | undefined {
  return errorOf(fieldId) ?? (fieldId === 'availability' ? errorOf('availability-day') : undefined);
}

interface AnswerProps {
  readonly row: Row;
  readonly address: string;
  readonly remark: string | undefined;
  readonly error: string | undefined;
}

function Answer({ row: { fieldId, label, value }, address, remark, error }: AnswerProps) {
  return (
    <div id={fieldId === 'availability' ? 'availability-day' : fieldId} tabIndex={-1}>
      <dt class="small muted">{label}</dt>
      <dd class="stack stack-tight">
        {value !== '' && <p class="typed-text">{value}</p>}
        {remark !== undefined && (
          <p class="field-remark typed">
            <strong>L’équipe demande :</strong> {remark}
          </p>
        )}
        {error !== undefined && (
          <p>
            <span class="field-error">{error}</span> <a href={address}>Compléter</a>
          </p>
        )}
        {value === '' && error === undefined && <p class="muted">Sans réponse.</p>}
      </dd>
    </div>
  );
}

interface DeclarationProps {
  readonly checked: boolean;
  readonly error: string | undefined;
  readonly onInput: (checked: boolean) => void;
}

function Declaration({ checked, error, onInput }: DeclarationProps) {
  return (
    <section class="stack">
      <h2>Absence d’intérêt</h2>
      <p>
        Pour que chaque manufacture choisisse librement, on n’accompagne pas une structure à laquelle un lien nous
        attache : en être membre, y travailler ou en détenir des parts, par exemple.
      </p>
      <CheckboxField
        id="declaresNoInterest"
        label="Je déclare ne détenir aucun intérêt dans aucune manufacture de proximité labellisée."
        error={error}
        checked={checked}
        onInput={onInput}
      />
    </section>
  );
}
