import { allStates, missionStates } from '@sur-mesure/functions/domain/missions/states';
import type { MissionRow } from '@sur-mesure/functions/domain/views';
import { useState } from 'preact/hooks';
import { Button } from '../common/button/Button.tsx';
import { EmptyState } from '../common/empty-state/EmptyState.tsx';
import { SelectField } from '../common/field/ChoiceFields.tsx';
import { TextField } from '../common/field/TextField.tsx';
import { counted } from '../common/words/typography.ts';
import { missionsMatching, stateOf } from './filter.ts';
import { MissionsTable } from './MissionsTable.tsx';

const all = 'all';
const choices = [
  { value: all, label: 'Tous les états' },
  ...allStates.map((state) => ({ value: state, label: missionStates[state].label })),
];

export function Missions({ missions }: { readonly missions: readonly MissionRow[] }) {
  const [words, setWords] = useState('');
  const [state, setState] = useState(stateOf(null));
  if (missions.length === 0) return <EmptyState>Aucune mission n’a encore été demandée.</EmptyState>;
  const found = missionsMatching(missions, { words, state });
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
      {found.length === 0 ? (
        <EmptyState action={<Button onClick={clear}>Effacer les critères</Button>}>
          Aucune mission ne répond à ces critères.
        </EmptyState>
      ) : (
        <MissionsTable label="Missions" missions={found} />
      )}
    </>
  );
}
