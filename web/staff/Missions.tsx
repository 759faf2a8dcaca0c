import { allStates, missionStates } from '@sur-mesure/functions/domain/missions/states';
import type { MissionRow } from '@sur-mesure/functions/domain/missions/views';
import { useState } from 'preact/hooks';
import { Button } from '../common/button/Button.tsx';
import { EmptyState } from '../common/empty-state/EmptyState.tsx';
import { SelectField } from '../common/field/ChoiceFields.tsx';
import { TextField } from '../common/field/TextField.tsx';
import { RefusalNotice } from '../common/notice/Notice.tsx';
import { counted } from '../common/words/typography.ts';
import { missionsMatching, stateOf } from './filter.ts';
import { MissionSelection, mayBeChosen } from './MissionSelection.tsx';
import { MissionsTable } from './MissionsTable.tsx';
import { SelectionAnswer } from './SelectionAnswer.tsx';
import { useStaffAction } from './useStaffAction.ts';
import './tasks.css';

const listOf = new Intl.ListFormat('fr-FR');
const all = 'all';
const choices = [
  { value: all, label: 'Tous les états' },
  ...allStates.map((state) => ({ value: state, label: missionStates[state].label })),
];

interface MissionsProps {
  readonly missions: readonly MissionRow[];
  /** False for who only reads. */
  readonly acts: boolean;
  readonly onActed: () => void;
}

export function Missions({ missions, acts, onActed }: MissionsProps) {
  const [words, setWords] = useState('');
  const [state, setState] = useState(stateOf(null));
  const [selected, setSelected] = useState<readonly string[]>([]);
  const acting = useStaffAction(() => {
    setSelected([]);
    onActed();
  });
  if (missions.length === 0) return <EmptyState>Aucune mission n’a encore été demandée.</EmptyState>;
  const found = missionsMatching(missions, { words, state });
  const select = (missionId: string, chosen: boolean) =>
    setSelected(chosen ? [...selected, missionId] : selected.filter((one) => one !== missionId));
  const nameOf = (id: string) => {
    const mission = missions.find(({ missionId }) => missionId === id);
    return mission ? `${listOf.format(mission.laureateNames)} et ${mission.expertName}` : 'Une mission';
  };
  const clear = () => {
    setWords('');
    setState(null);
  };
  return (
    <>
      <search class="filters">
        <TextField
          id="words"
          label="Manufacture, expert ou besoin"
          type="search"
          optional
          value={words}
          onInput={setWords}
        />
        <SelectField
          id="state"
          label="État"
          optional
          choices={choices}
          value={state ?? all}
          onInput={(value) => setState(stateOf(value))}
        />
      </search>
      <p role="status">{counted(found.length, 'mission')}</p>
      {acting.refusal !== undefined && <RefusalNotice refusal={acting.refusal} />}
      {acting.answered !== undefined && <SelectionAnswer items={acting.answered.items} nameOf={nameOf} />}
      {selected.length > 0 && (
        <MissionSelection
          missions={missions.filter(({ missionId }) => selected.includes(missionId))}
          acting={acting}
          onCancel={() => setSelected([])}
        />
      )}
      {found.length === 0 ? (
        <EmptyState action={<Button onClick={clear}>Effacer les critères</Button>}>
          Aucune mission ne répond à ces critères.
        </EmptyState>
      ) : (
        <MissionsTable
          label="Missions"
          missions={found}
          selection={acts ? { selected, mayBeChosen, onSelect: select } : undefined}
        />
      )}
    </>
  );
}
