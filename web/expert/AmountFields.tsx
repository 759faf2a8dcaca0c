import { Button } from '../common/button/Button.tsx';
import { AmountField } from '../common/field/AmountField.tsx';
import { SelectField } from '../common/field/ChoiceFields.tsx';
import { TextField } from '../common/field/TextField.tsx';
import {
  amountsOf,
  amountsWarned,
  emptyLine,
  emptyRate,
  type TypedAmounts,
  type TypedLine,
  type TypedRate,
  totalsInWords,
  type VatChoice,
  vatOptions,
} from './devis.ts';
import type { ErrorOf } from './TaskForm.tsx';

interface AmountFieldsProps {
  readonly value: TypedAmounts;
  readonly errorOf: ErrorOf;
  readonly onInput: (value: TypedAmounts) => void;
}

/** The case of VAT first: it says what else there is to type, most of the time one amount. */
export function AmountFields({ value, errorOf, onInput }: AmountFieldsProps) {
  const choose = (vat: VatChoice) =>
    onInput({ ...value, vat, rates: vat === 'several' && value.rates.length === 0 ? [emptyRate] : value.rates });
  return (
    <>
      <SelectField
        id="devis-vat"
        label="TVA"
        choices={vatOptions}
        error={errorOf('devis-vat')}
        value={value.vat === '' ? undefined : value.vat}
        onInput={choose}
      />
      {value.vat === 'several' && <RateFields value={value} errorOf={errorOf} onInput={onInput} />}
      {value.vat !== '' && value.vat !== 'several' && (
        <div class="amounts">
          <AmountField
            id="devis-excluding"
            label={value.vat === 'none' ? 'Montant total' : 'Montant hors taxes'}
            error={errorOf('devis-excluding')}
            cents={value.excludingVatCents ?? undefined}
            onInput={(cents) => onInput({ ...value, excludingVatCents: cents ?? null })}
          />
        </div>
      )}
      <Totals value={value} />
      {value.vat !== '' && <Details value={value} errorOf={errorOf} onInput={onInput} />}
    </>
  );
}

/** Computed as one types, and read aloud without taking the focus. */
function Totals({ value }: { readonly value: TypedAmounts }) {
  const amounts = amountsOf(value);
  return (
    <div role="status" class="stack stack-tight">
      {amounts !== null && <p class="agrees">{totalsInWords(amounts)}</p>}
      {amountsWarned(value).map((warning) => (
        <p key={warning} class="doubtful">
          {warning}
        </p>
      ))}
    </div>
  );
}

function RateFields({ value, errorOf, onInput }: AmountFieldsProps) {
  const change = (index: number, rate: TypedRate | null) =>
    onInput({ ...value, rates: value.rates.flatMap((one, place) => (place === index ? (rate ?? []) : one)) });
  return (
    <>
      {value.rates.map((rate, index) => (
        <div class="amounts" key={`rate ${index + 1}`}>
          <TextField
            id={`devis-rate-${index}`}
            label="Taux, en %"
            width="short"
            error={errorOf(`devis-rate-${index}`)}
            value={rate.percent}
            onInput={(percent) => change(index, { ...rate, percent })}
          />
          <AmountField
            id={`devis-base-${index}`}
            label="Montant hors taxes à ce taux"
            error={errorOf(`devis-base-${index}`)}
            cents={rate.baseCents ?? undefined}
            onInput={(cents) => change(index, { ...rate, baseCents: cents ?? null })}
          />
        </div>
      ))}
      <div class="row">
        <Button onClick={() => onInput({ ...value, rates: [...value.rates, emptyRate] })}>Ajouter un taux</Button>
        {value.rates.length > 1 && (
          <Button onClick={() => change(value.rates.length - 1, null)}>Retirer le dernier</Button>
        )}
      </div>
    </>
  );
}

/** What most devis do without: a VAT rounded by their own software, and their lines. */
function Details({ value, errorOf, onInput }: AmountFieldsProps) {
  return (
    <details open={value.lines.length > 0 || value.vatCents !== null}>
      <summary>Détailler le devis (facultatif)</summary>
      <div class="stack">
        {value.vat !== 'none' && value.vat !== 'several' && (
          <AmountField
            id="devis-vat-typed"
            label="TVA écrite sur le devis"
            hint="Seulement si elle diffère de celle qui est calculée."
            cents={value.vatCents ?? undefined}
            onInput={(cents) => onInput({ ...value, vatCents: cents ?? null })}
          />
        )}
        <LineFields value={value} errorOf={errorOf} onInput={onInput} />
      </div>
    </details>
  );
}

function LineFields({ value, errorOf, onInput }: AmountFieldsProps) {
  const { lines } = value;
  const change = (index: number, line: TypedLine) =>
    onInput({ ...value, lines: lines.map((one, place) => (place === index ? line : one)) });
  return (
    <>
      {lines.map((line, index) => (
        <div class="amounts" key={`line ${index + 1}`}>
          <TextField
            id={`devis-line-${index}`}
            label={`Ligne ${index + 1}`}
            width="medium"
            maxLength={300}
            error={errorOf(`devis-line-${index}`)}
            value={line.label}
            onInput={(label) => change(index, { ...line, label })}
          />
          <AmountField
            id={`devis-line-amount-${index}`}
            label={value.vat === 'none' ? 'Montant' : 'Montant hors taxes'}
            cents={line.cents ?? undefined}
            onInput={(cents) => change(index, { ...line, cents: cents ?? null })}
          />
          {value.vat === 'several' && (
            <TextField
              id={`devis-line-rate-${index}`}
              label="Taux, en %"
              width="short"
              value={line.percent}
              onInput={(percent) => change(index, { ...line, percent })}
            />
          )}
        </div>
      ))}
      <div class="row">
        <Button onClick={() => onInput({ ...value, lines: [...lines, emptyLine] })}>Ajouter une ligne</Button>
        {lines.length > 0 && (
          <Button onClick={() => onInput({ ...value, lines: lines.slice(0, -1) })}>Retirer la dernière</Button>
        )}
      </div>
    </>
  );
}
