import type { MissionView } from '@sur-mesure/functions/domain/views';
import { AmountField } from '../common/field/AmountField.tsx';
import { CheckboxField } from '../common/field/ChoiceFields.tsx';
import { DateField, TextField } from '../common/field/TextField.tsx';
import { amountsFault, amountsOf, type TypedAmounts } from './devis.ts';
import { PdfField } from './PdfField.tsx';
import type { TypedDevis } from './submission.ts';
import type { ErrorOf } from './TaskForm.tsx';
import './expert.css';

interface DevisFieldsProps {
  readonly view: MissionView;
  readonly value: TypedDevis;
  readonly errorOf: ErrorOf;
  readonly onInput: (value: TypedDevis) => void;
}

export function DevisFields({ view, value, errorOf, onInput }: DevisFieldsProps) {
  return (
    <section class="stack">
      <h2>Devis</h2>
      <PdfField
        id="devis-file"
        label="Devis en PDF"
        view={view}
        piece="devis"
        file={value.file}
        error={errorOf('devis-file')}
        onInput={(file) => onInput({ ...value, file })}
      />
      <TextField
        id="devis-number"
        label="Numéro du devis"
        width="short"
        maxLength={60}
        error={errorOf('devis-number')}
        value={value.number}
        onInput={(number) => onInput({ ...value, number })}
      />
      <DateField
        id="devis-valid"
        label="Valable jusqu’au"
        error={errorOf('devis-valid')}
        value={value.validUntil}
        onInput={(validUntil) => onInput({ ...value, validUntil })}
      />
      <AmountFields value={value.amounts} errorOf={errorOf} onInput={(amounts) => onInput({ ...value, amounts })} />
    </section>
  );
}

interface AmountFieldsProps {
  readonly value: TypedAmounts;
  readonly errorOf: ErrorOf;
  readonly onInput: (value: TypedAmounts) => void;
}

function AmountFields({ value, errorOf, onInput }: AmountFieldsProps) {
  const { withoutVat } = value;
  return (
    <>
      <CheckboxField
        id="devis-without-vat"
        label="TVA non applicable"
        hint="Franchise en base, association non assujettie…"
        checked={withoutVat}
        onInput={(checked) => onInput({ ...value, withoutVat: checked })}
      />
      <div class="amounts">
        <AmountField
          id="devis-excluding"
          label={withoutVat ? 'Montant total' : 'Montant hors taxes'}
          error={errorOf('devis-excluding')}
          cents={value.excludingVatCents ?? undefined}
          onInput={(cents) => onInput({ ...value, excludingVatCents: cents ?? null })}
        />
        {!withoutVat && (
          <>
            <AmountField
              id="devis-vat"
              label="TVA"
              error={errorOf('devis-vat')}
              cents={value.vatCents ?? undefined}
              onInput={(cents) => onInput({ ...value, vatCents: cents ?? null })}
            />
            <AmountField
              id="devis-including"
              label="Montant toutes taxes comprises"
              error={errorOf('devis-including')}
              cents={value.includingVatCents ?? undefined}
              onInput={(cents) => onInput({ ...value, includingVatCents: cents ?? null })}
            />
          </>
        )}
      </div>
      <AmountsVerdict value={value} />
    </>
  );
}

/** Said as soon as there is something to say, and read aloud without taking the focus. */
function AmountsVerdict({ value }: { readonly value: TypedAmounts }) {
  const fault = amountsFault(value);
  return (
    <div role="status">
      {fault !== null && <p class="field-error">{fault}</p>}
      {fault === null && !value.withoutVat && amountsOf(value) !== null && (
        <p class="agrees">✓ Les trois montants concordent.</p>
      )}
    </div>
  );
}
