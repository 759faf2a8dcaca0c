import { activeParticipants } from '@sur-mesure/functions/domain/missions/mission';
import { type Cents, formatEuros } from '@sur-mesure/functions/domain/money';
import type { MissionView } from '@sur-mesure/functions/domain/views';
import { useState } from 'preact/hooks';
import { Button } from '../common/button/Button.tsx';
import { AmountField } from '../common/field/AmountField.tsx';
import { equalSplit, splitFault, splitOf, type TypedSplit } from './devis.ts';
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

/** The part of each laureate. One alone takes the whole: nothing is asked then. */
export function SplitFields({ view, total, value, errorOf, onInput }: SplitFieldsProps) {
  // An amount field keeps the text as typed: filling the parts from a button starts the fields afresh.
  const [filled, setFilled] = useState(0);
  const participants = activeParticipants(view.mission);
  if (participants.length < 2) return null;
  const fillEqually = (whole: Cents) => {
    onInput(equalSplit(sharing(view), whole));
    setFilled(filled + 1);
  };
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
          <div>
            <Button onClick={() => fillEqually(total)}>Répartir à parts égales</Button>
          </div>
          <div class="amounts" key={filled}>
            {participants.map(({ laureateId, name }) => (
              <AmountField
                key={laureateId}
                id={`split-${laureateId}`}
                label={`Part de ${name}`}
                error={errorOf(`split-${laureateId}`)}
                cents={value[laureateId] ?? undefined}
                onInput={(cents) => onInput({ ...value, [laureateId]: cents ?? null })}
              />
            ))}
          </div>
          <SplitVerdict ids={sharing(view)} value={value} total={total} />
        </>
      )}
    </section>
  );
}

interface SplitVerdictProps {
  readonly ids: readonly string[];
  readonly value: TypedSplit;
  readonly total: Cents;
}

function SplitVerdict({ ids, value, total }: SplitVerdictProps) {
  const fault = splitFault(ids, value, total);
  return (
    <div role="status">
      {fault !== null && <p class="field-error">{fault}</p>}
      {splitOf(ids, value, total) !== null && <p class="agrees">✓ Les parts font le total du devis.</p>}
    </div>
  );
}
