import type { MissionActionResult } from '@sur-mesure/functions/domain/api';
import { consentSentence } from '@sur-mesure/functions/domain/missions/outcome';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { useState } from 'preact/hooks';
import { Button } from '../common/button/Button.tsx';
import { CheckboxField } from '../common/field/ChoiceFields.tsx';
import { TextField } from '../common/field/TextField.tsx';
import { useLookAgain } from '../common/loading/documents-coming.ts';
import type { MissionActing } from '../common/mission/useMissionAction.ts';
import { Notice } from '../common/notice/Notice.tsx';
import { Amounts } from './Amounts.tsx';
import { validateLabel, validation } from './confirming.ts';
import { Outcome } from './Outcome.tsx';

export interface ConfirmProps {
  readonly view: MissionView;
  readonly acting: MissionActing;
  readonly onDone: (result: MissionActionResult) => void;
  readonly onReadAgain: () => void;
}

interface ConfirmValidationProps extends ConfirmProps {
  /** Looks again, quietly. */
  readonly refresh: () => void;
}

/** Third step of a validation: the figures again, the sentence that engages, and a button that says the amount. */
export function ConfirmValidation({ view, acting, onDone, onReadAgain, refresh }: ConfirmValidationProps) {
  const [consent, setConsent] = useState(false);
  const [error, setError] = useState<string>();
  const [said, setSaid] = useState('');
  const command = validation(view, { consent, said });
  useLookAgain(command === undefined, refresh);
  const confirm = async () => {
    setError(consent ? undefined : 'Cochez la phrase qui vous engage, puis validez.');
    if (!consent) return document.getElementById('consent')?.focus();
    const result = command === undefined ? undefined : await acting.run(command);
    if (result !== undefined) onDone(result);
  };
  return (
    <div class="stack stack-loose">
      <Amounts view={view} />
      <TextField
        id="function"
        label="Votre fonction"
        hint="« Présidente », « gérant » : la preuve de validation la donne avec votre nom."
        optional
        autocomplete="organization-title"
        width="medium"
        maxLength={300}
        value={said}
        onInput={setSaid}
      />
      <CheckboxField
        id="consent"
        label={consentSentence.text}
        error={error}
        checked={consent}
        onInput={(ticked) => {
          setConsent(ticked);
          if (ticked) setError(undefined);
        }}
      />
      <div role="status">
        {command === undefined && (
          <Notice tone="warning">
            <p>Les documents se préparent encore. Cette page les attend d’elle-même : quelques secondes suffisent.</p>
          </Notice>
        )}
      </div>
      <Outcome acting={acting} onReadAgain={onReadAgain} onAgain={confirm} />
      <div>
        <Button tone="primary" busy={acting.busy !== undefined} onClick={confirm}>
          {validateLabel(view)}
        </Button>
      </div>
    </div>
  );
}
