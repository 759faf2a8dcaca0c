import { activeParticipants, type Participant } from '@sur-mesure/functions/domain/missions/mission';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { type Cents, formatEuros } from '@sur-mesure/functions/domain/money';
import { useState } from 'preact/hooks';
import { Button } from '../common/button/Button.tsx';
import { AmountField } from '../common/field/AmountField.tsx';
import { RadioField } from '../common/field/ChoiceFields.tsx';
import { TextField } from '../common/field/TextField.tsx';
import { equalSplit, oddCentsInWords, percentSplit, splitFault, splitOf, type TypedSplit } from './split.ts';
import { sharing } from './submission.ts';
import type { ErrorOf } from './TaskForm.tsx';
import './expert.css';

interface SplitFieldsProps {
  readonly view: MissionView;
  /** Null while the devis has no readable total. */
  readonly total: Cents | null;
  readonly value: TypedSplit;
  readonly errorOf: ErrorOf;
  readonly onInput: (value: TypedSplit) => void;
}

const ways = [
  { value: 'euros', label: 'En euros' },
  { value: 'percent', label: 'En pourcentage' },
] as const;

/** The part of each laureate. One alone takes the whole: nothing is asked then. */
export function SplitFields({ view, total, value, errorOf, onInput }: SplitFieldsProps) {
  const participants = activeParticipants(view.mission);
  if (participants.length < 2) return null;
  return (
    <section class="stack" aria-labelledby="split-title">
      <h2 id="split-title">Répartition entre les manufactures</h2>
      <p>
        Chaque manufacture valide sa part, et ne voit que la sienne.
        {total !== null && ` Les parts doivent faire ${formatEuros(total)}.`}
      </p>
      {total === null ? (
        <p class="muted">Écrivez d’abord les montants du devis.</p>
      ) : (
        <>
          <RadioField
            id="split-way"
            label="Comment répartir ?"
            choices={ways}
            value={value.way}
            onInput={(way) => onInput({ ...value, way })}
          />
          <Parts {...{ participants, total, value, errorOf, onInput }} ids={sharing(view)} />
        </>
      )}
    </section>
  );
}

interface PartsProps extends Omit<SplitFieldsProps, 'view'> {
  readonly participants: readonly Participant[];
  readonly ids: readonly string[];
  readonly total: Cents;
}

function Parts(props: PartsProps) {
  return (
    <>
      {props.value.way === 'euros' ? <EuroFields {...props} /> : <PercentFields {...props} />}
      <SplitVerdict {...props} />
    </>
  );
}

function EuroFields({ participants, ids, total, value, errorOf, onInput }: PartsProps) {
  // An amount field keeps the text as typed: filling the parts from a button starts the fields afresh.
  const [filled, setFilled] = useState(0);
  const fillEqually = () => {
    onInput(equalSplit(ids, total));
    setFilled(filled + 1);
  };
  return (
    <>
      <div>
        <Button onClick={fillEqually}>Répartir à parts égales</Button>
      </div>
      <div class="amounts" key={filled}>
        {participants.map(({ laureateId, name }) => (
          <AmountField
            key={laureateId}
            id={`split-${laureateId}`}
            label={`Part de ${name}`}
            error={errorOf(`split-${laureateId}`)}
            cents={value.cents[laureateId] ?? undefined}
            onInput={(cents) => onInput({ ...value, cents: { ...value.cents, [laureateId]: cents ?? null } })}
          />
        ))}
      </div>
    </>
  );
}

function PercentFields({ participants, value, errorOf, onInput }: PartsProps) {
  return (
    <div class="amounts">
      {participants.map(({ laureateId, name }) => (
        <TextField
          key={laureateId}
          id={`split-${laureateId}`}
          label={`Part de ${name}, en %`}
          width="short"
          error={errorOf(`split-${laureateId}`)}
          value={value.percents[laureateId] ?? ''}
          onInput={(percent) => onInput({ ...value, percents: { ...value.percents, [laureateId]: percent } })}
        />
      ))}
    </div>
  );
}

/** What the parts make: the cents of each, and to whom the odd ones go. */
function SplitVerdict({ participants, ids, value, total }: PartsProps) {
  const fault = splitFault(ids, value, total);
  const split = splitOf(ids, value, total);
  const odd = value.way === 'percent' ? (percentSplit(ids, value, total)?.odd ?? []) : [];
  const nameOf = (id: string) => participants.find(({ laureateId }) => laureateId === id)?.name ?? id;
  const oddWords = oddCentsInWords(odd.map(nameOf));
  return (
    <div role="status" class="stack stack-tight">
      {fault !== null && <p class="field-error">{fault}</p>}
      {split !== null && value.way === 'percent' && (
        <ul class="stack stack-tight">
          {ids.map((id) => (
            <li key={id}>
              {nameOf(id)}
              {'\u00a0: '}
              <span class="money">{formatEuros(split[id] ?? 0)}</span>
            </li>
          ))}
        </ul>
      )}
      {split !== null && oddWords !== null && <p>{oddWords}</p>}
      {split !== null && <p class="agrees">✓ Les parts font le total du devis.</p>}
    </div>
  );
}
