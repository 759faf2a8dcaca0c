import { noMissionFilter } from '@sur-mesure/functions/domain/lists/missions';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { Settings } from '../settings/Settings.tsx';

const first = { sort: 'since', descending: true, after: null, before: null, size: 1 } as const;

/** With the state of every mission: a change of deadlines says how many it is about. */
export function SettingsPart() {
  const loading = useView({ name: 'missions', filters: noMissionFilter, page: first });
  return (
    <Loaded loading={loading}>
      {({ counts }) => (
        <Settings states={counts.flatMap(({ state, count }) => Array.from({ length: count }, () => state))} />
      )}
    </Loaded>
  );
}
