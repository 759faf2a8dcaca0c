import { Loaded, useTurnedView } from '../../common/loading/Loaded.tsx';
import { listAddress } from '../lists/list-address.ts';
import { SavedViews } from '../lists/SavedViews.tsx';
import { MissionBoard } from '../missions/MissionBoard.tsx';
import { boardWords } from '../missions/mission-address.ts';
import type { StaffPartProps } from '../staff-parts.ts';

export function StatesPart({ address }: StaffPartProps) {
  const list = listAddress(boardWords, address);
  const loading = useTurnedView({ name: 'missionBoard', filters: list.filters });
  return (
    <>
      <SavedViews words={boardWords} address={address} />
      <Loaded loading={loading}>
        {(shown) => <MissionBoard shown={shown} list={list} turning={loading.turning} />}
      </Loaded>
    </>
  );
}
