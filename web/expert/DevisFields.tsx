import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { isExpired } from '@sur-mesure/functions/domain/subsidy/share';
import { CheckboxField } from '../common/field/ChoiceFields.tsx';
import { DateField, TextField } from '../common/field/TextField.tsx';
import { today } from '../common/words/today.ts';
import { AmountFields } from './AmountFields.tsx';
import { PdfField } from './PdfField.tsx';
import { EXPIRED_ALREADY, noIssuer, type TypedDevis } from './submission.ts';
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
      <div role="status">
        {value.validUntil !== '' && isExpired(value, today()) && <p class="doubtful">{EXPIRED_ALREADY}</p>}
      </div>
      <IssuerFields value={value} errorOf={errorOf} onInput={onInput} />
      <AmountFields value={value.amounts} errorOf={errorOf} onInput={(amounts) => onInput({ ...value, amounts })} />
    </section>
  );
}

/** Asked only of those whose devis another structure issues. */
function IssuerFields({ value, errorOf, onInput }: Omit<DevisFieldsProps, 'view'>) {
  const { issuer } = value;
  return (
    <>
      <CheckboxField
        id="devis-issued-elsewhere"
        label="Une autre structure émet ce devis"
        hint="Portage salarial, coopérative d’activité et d’emploi…"
        checked={issuer !== null}
        onInput={(checked) => onInput({ ...value, issuer: checked ? noIssuer : null })}
      />
      {issuer !== null && (
        <div class="amounts">
          <TextField
            id="devis-issuer-name"
            label="Nom de cette structure"
            width="medium"
            maxLength={300}
            error={errorOf('devis-issuer-name')}
            value={issuer.name}
            onInput={(name) => onInput({ ...value, issuer: { ...issuer, name } })}
          />
          <TextField
            id="devis-issuer-siret"
            label="Son SIRET"
            hint="14 chiffres, sur le devis."
            width="short"
            inputMode="numeric"
            error={errorOf('devis-issuer-siret')}
            value={issuer.siret}
            onInput={(siret) => onInput({ ...value, issuer: { ...issuer, siret } })}
          />
        </div>
      )}
    </>
  );
}
