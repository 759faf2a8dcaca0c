import { noMissionFilter } from '@sur-mesure/functions/domain/lists/missions';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { MissionStates } from '../missions/MissionStates.tsx';

const first = { sort: 'since', descending: false, after: null, before: null, size: 1 } as const;

export function StatesPart() {
  const loading = useView({ name: 'missions', filters: noMissionFilter, page: first });
  return <Loaded loading={loading}>{(shown) => <MissionStates shown={shown} />}</Loaded>;
}
