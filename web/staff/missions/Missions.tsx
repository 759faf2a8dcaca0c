import { type MissionPageLine, type MissionsView, noMissionFilter } from '@sur-mesure/functions/domain/lists/missions';
import { useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { Loaded, useTurnedView } from '../../common/loading/Loaded.tsx';
import { OperationOutcome } from '../../common/notice/OperationOutcome.tsx';
import type { Address } from '../../common/page/address.ts';
import { ExportLink } from '../exports/ExportLink.tsx';
import { listAddress } from '../lists/list-address.ts';
import { Found, Pager } from '../lists/Pager.tsx';
import { SavedViews } from '../lists/SavedViews.tsx';
import { SelectionAnswer } from '../SelectionAnswer.tsx';
import { useStaffAction } from '../useStaffAction.ts';
import { MissionFilterFields } from './MissionFilterFields.tsx';
import { MissionSelection, mayBeChosen } from './MissionSelection.tsx';
import { type MissionList, missionWords } from './mission-address.ts';
import { PagedMissions } from './PagedMissions.tsx';
import '../tasks.css';

const listOf = new Intl.ListFormat('fr-FR');

/** The missions of the programme, a page at a time: found, ordered and turned by the server, whatever their number. */
export function Missions({ address }: { readonly address: Address }) {
  const list = listAddress(missionWords, address);
  const loading = useTurnedView({ name: 'missions', filters: list.filters, page: list.page });
  return (
    <>
      <SavedViews words={missionWords} address={address} />
      <Loaded loading={loading}>
        {(shown) => <Shown {...{ shown, list, address }} turning={loading.turning} onActed={loading.refresh} />}
      </Loaded>
    </>
  );
}

interface ShownProps {
  readonly shown: MissionsView;
  readonly list: MissionList;
  readonly address: Address;
  readonly turning: boolean;
  readonly onActed: () => void;
}

function Shown({ shown, list, address, turning, onActed }: ShownProps) {
  const { page, acts } = shown;
  const [chosen, setChosen] = useState<readonly MissionPageLine[]>([]);
  const acting = useStaffAction(() => onActed());
  const run: typeof acting.run = async (action) => {
    const items = await acting.run(action);
    if (items !== undefined) setChosen([]);
    return items;
  };
  const isFiltered = JSON.stringify(list.filters) !== JSON.stringify(noMissionFilter);
  if (page.total === 0 && !isFiltered) return <EmptyState>Aucune mission n’a encore été demandée.</EmptyState>;
  const nameOf = (id: string) => {
    const mission = [...chosen, ...page.rows].find(({ missionId }) => missionId === id);
    return mission ? `${listOf.format(mission.laureateNames)} et ${mission.expertName}` : 'Une mission';
  };
  return (
    <>
      <MissionFilterFields {...{ shown, list }} />
      <Found count={page.total} noun="mission" turning={turning} />
      <OperationOutcome refusal={acting.refusal} wait={acting.wait} takeBack={acting.takeBack} />
      {acting.answered !== undefined && <SelectionAnswer items={acting.answered.items} nameOf={nameOf} />}
      {chosen.length > 0 && (
        <MissionSelection missions={chosen} acting={{ ...acting, run }} onCancel={() => setChosen([])} />
      )}
      {page.total === 0 ? (
        <EmptyState action={<Button onClick={list.clear}>Effacer les critères</Button>}>
          Aucune mission ne répond à ces critères.
        </EmptyState>
      ) : (
        <PagedMissions
          {...{ missions: page.rows, list, turning }}
          selection={acts ? { chosen, mayBeChosen, onChoose: setChosen } : undefined}
        />
      )}
      <Pager label="Missions" page={page} hrefOf={list.hrefOf} />
      {page.total > 0 && <ExportLink address={address} />}
    </>
  );
}
