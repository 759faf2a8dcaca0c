import { isDay } from '@sur-mesure/functions/domain/calendar';
import { availabilityWords, type ExpertAvailability } from '@sur-mesure/functions/domain/experts/availability';
import type { Expert } from '@sur-mesure/functions/domain/experts/profile';
import { useState } from 'preact/hooks';
import { useOperation } from '../common/api/useOperation.ts';
import { Button } from '../common/button/Button.tsx';
import { CheckedForm } from '../common/form/CheckedForm.tsx';
import { useToldErrors } from '../common/form/told-errors.ts';
import { Notice } from '../common/notice/Notice.tsx';
import { OperationOutcome } from '../common/notice/OperationOutcome.tsx';
import { today } from '../common/words/today.ts';
import { AvailabilityField } from '../registration/AvailabilityField.tsx';

interface SaidHere {
  /** What the page had read when it was said. */
  readonly over: Expert;
  readonly value: ExpertAvailability | null;
}

/** When the company can begin, changed in one press: nobody has to examine that. */
export function Availability({ expert }: { readonly expert: Expert }) {
  const [saidHere, setSaidHere] = useState<SaidHere>();
  const [chosen, setChosen] = useState<ExpertAvailability | null>();
  // What a colleague said since takes the place of what was said here: the page is read again now and then.
  const said = saidHere?.over === expert ? saidHere.value : expert.availability;
  const typed = chosen === undefined ? (said ?? null) : chosen;
  const [done, setDone] = useState<string>();
  const { run, busy, ...outcome } = useOperation('sayAvailability');
  const undated = typed?.kind === 'from' && !isDay(typed.day);
  const told = useToldErrors(
    undated
      ? [{ fieldId: 'availability-day', message: 'Choisissez le jour à partir duquel vous êtes disponible.' }]
      : [],
  );
  const save = async () => {
    setDone(undefined);
    if (!told.complete()) return;
    const answer = await run((operationId) => ({ availability: typed, operationId }));
    if (answer === undefined) return;
    setSaidHere({ over: expert, value: typed });
    setChosen(undefined);
    setDone(answer.done);
  };
  return (
    <section class="stack" aria-labelledby="availability-title">
      <h2 id="availability-title">Votre disponibilité</h2>
      <p>{availabilityWords(said, today()) ?? 'Votre fiche n’en dit rien.'}</p>
      <details>
        <summary>Changer ma disponibilité</summary>
        <CheckedForm errors={told.errors} labelledBy="availability-title" tight onPress={() => void save()}>
          <AvailabilityField value={typed} errorOf={told.errorOf} onInput={setChosen} />
          <OperationOutcome {...outcome} nothing="rien n’est enregistré" />
          {done !== undefined && (
            <Notice tone="success" announced>
              <p>{done}.</p>
            </Notice>
          )}
          <div>
            <Button type="submit" busy={busy}>
              Enregistrer ma disponibilité
            </Button>
          </div>
        </CheckedForm>
      </details>
    </section>
  );
}
