import { useState } from 'preact/hooks';
import { AmountField } from '../common/field/AmountField.tsx';
import { CheckboxField, CheckboxGroup, RadioField, SelectField } from '../common/field/ChoiceFields.tsx';
import { FileField } from '../common/field/FileField.tsx';
import { DateField, TextAreaField, TextField } from '../common/field/TextField.tsx';

const decisions = [
  { value: 'validate', label: 'Valider', hint: '3 000,00 € sont engagés sur votre subvention.' },
  { value: 'sendBack', label: 'Renvoyer pour correction', hint: 'L’expert remet une nouvelle version.' },
  { value: 'refuse', label: 'Refuser', hint: 'La mission s’arrête.' },
] as const;

const regions = [
  { value: 'bretagne', label: 'Bretagne' },
  { value: 'occitanie', label: 'Occitanie' },
] as const;

/** Every field, one of them wrong. */
export function Fields() {
  const [siret, setSiret] = useState('123');
  const [need, setNeed] = useState('');
  const [cents, setCents] = useState<number | undefined>(300_050);
  const [day, setDay] = useState('2025-03-18');
  const [decision, setDecision] = useState<(typeof decisions)[number]['value']>();
  const [where, setWhere] = useState<readonly (typeof regions)[number]['value'][]>(['bretagne']);
  const [region, setRegion] = useState<(typeof regions)[number]['value']>();
  const [declared, setDeclared] = useState(false);
  return (
    <section class="stack">
      <h2>Champs</h2>
      <TextField
        id="siret"
        label="SIRET"
        hint="14 chiffres, sur votre avis de situation."
        error="Écrivez les 14 chiffres du SIRET."
        inputMode="numeric"
        width="medium"
        value={siret}
        onInput={setSiret}
      />
      <TextAreaField id="need" label="Votre besoin" optional maxLength={200} value={need} onInput={setNeed} />
      <AmountField id="amount" label="Montant hors taxe" cents={cents} onInput={setCents} />
      <DateField id="day" label="Fin de validité du devis" value={day} onInput={setDay} />
      <RadioField id="decision" label="Votre décision" choices={decisions} value={decision} onInput={setDecision} />
      <CheckboxGroup id="regions" label="Où intervenez-vous ?" choices={regions} values={where} onInput={setWhere} />
      <SelectField id="region" label="Région" choices={regions} value={region} onInput={setRegion} />
      <CheckboxField
        id="declared"
        label="Je déclare n’avoir aucun intérêt dans une manufacture labellisée."
        checked={declared}
        onInput={setDeclared}
      />
      <FileField
        id="devis"
        label="Devis signé"
        endings={['pdf', 'jpg']}
        largestBytes={10_000_000}
        photo
        send={async () => undefined}
      />
    </section>
  );
}
