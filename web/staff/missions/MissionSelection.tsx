import { waitingStates } from '@sur-mesure/functions/domain/missions/states';
import type { MissionRow } from '@sur-mesure/functions/domain/missions/views';
import { useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { TextAreaField, TextField } from '../../common/field/TextField.tsx';
import { counted } from '../../common/words/typography.ts';
import { actionLabel, type StaffActing } from '../useStaffAction.ts';

interface MissionSelectionProps {
  readonly missions: readonly MissionRow[];
  readonly acting: StaffActing;
  readonly onCancel: () => void;
}

/** A mission that may be chosen: one in which somebody is awaited. */
export function mayBeChosen({ state }: MissionRow): boolean {
  return waitingStates.some((waiting) => waiting === state);
}

/** Reminding or giving time to several missions at once; each answers for itself. */
export function MissionSelection({ missions, acting, onCancel }: MissionSelectionProps) {
  const [days, setDays] = useState('14');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const ids = missions.map(({ missionId }) => missionId);
  const extend = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') acting.run({ action: 'extend', ids, days: Number(days), reason });
  };
  return (
    <section class="card stack" aria-label="La sélection">
      <p>{counted(ids.length, 'mission choisie', 'missions choisies')}</p>
      <div>
        <Button busy={acting.busy} onClick={() => acting.run({ action: 'remind', ids })}>
          {actionLabel('remind')}
        </Button>
      </div>
      <TextField
        id="days"
        label="Délai, en jours"
        hint="Ajoutés à l’échéance de chaque mission ; si elle est passée, comptés à partir d’aujourd’hui."
        width="short"
        inputMode="numeric"
        value={days}
        onInput={setDays}
      />
      <TextAreaField
        id="extension-reason"
        label="Pourquoi ce délai"
        hint="Les personnes de chaque mission le lisent."
        error={missing ? 'Dites pourquoi en une phrase.' : undefined}
        rows={2}
        value={reason}
        onInput={setReason}
      />
      <div class="row">
        <Button busy={acting.busy} onClick={extend}>
          {actionLabel('extend')}
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          Ne rien choisir
        </Button>
      </div>
    </section>
  );
}
