import { activeParticipants } from '@sur-mesure/functions/domain/missions/mission';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { useState } from 'preact/hooks';
import { RadioField } from '../common/field/ChoiceFields.tsx';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import type { OpenForm } from '../common/mission/ActionPanel.tsx';
import { SignedDevisForm } from '../common/mission/SignedDevisForm.tsx';

interface SignedDevisProps {
  readonly form: OpenForm;
  readonly view: MissionView;
}

/** Staff say for which laureate; a mission that nobody shares leaves nothing to say. */
export function SignedDevis({ form, view: { mission } }: SignedDevisProps) {
  const open = activeParticipants(mission).filter(({ validated }) => !validated);
  const [chosen, setChosen] = useState(open[0]?.laureateId ?? '');
  return (
    <>
      {open.length > 1 && (
        <RadioField
          id="signed-laureate"
          label="Pour quel lauréat ?"
          choices={open.map(({ laureateId, name }) => ({ value: laureateId, label: name }))}
          value={chosen}
          onInput={setChosen}
        />
      )}
      {chosen !== '' && <ForLaureate key={chosen} form={form} missionId={mission.id} laureateId={chosen} />}
    </>
  );
}

interface ForLaureateProps {
  readonly form: OpenForm;
  readonly missionId: string;
  readonly laureateId: string;
}

/** What remains to that laureate is read now: the amounts shown are those that would be engaged. */
function ForLaureate({ form, missionId, laureateId }: ForLaureateProps) {
  const loading = useView({ name: 'mission', missionId, laureateId });
  return <Loaded loading={loading}>{(view) => <SignedDevisForm form={form} view={view} byStaff />}</Loaded>;
}
