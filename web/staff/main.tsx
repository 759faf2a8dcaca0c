import { Later } from '../common/loading/Later.tsx';
import { useView } from '../common/loading/Loaded.tsx';
import { type Address, useAddress } from '../common/page/address.ts';
import { mount } from '../common/page/mount.tsx';
import { SignedInPage, type Visit } from '../common/page/SignedInPage.tsx';
import { ExpertFile } from './ExpertFile.tsx';
import { LaureateFile } from './LaureateFile.tsx';
import { laureatePartIn } from './laureate-parts.ts';
import { StaffFrame } from './StaffFrame.tsx';
import { StaffMission } from './StaffMission.tsx';
import { staffPartIn } from './staff-parts.ts';

function StaffPage() {
  const address = useAddress();
  return <SignedInPage>{(visit) => <View visit={visit} address={address} />}</SignedInPage>;
}

interface ViewProps {
  readonly visit: Visit;
  readonly address: Address;
}

/** One view of the programme, loaded once: its tabs only show other parts of it. */
function View({ visit, address }: ViewProps) {
  const { parameters } = address;
  const loading = useView({ name: 'staff' });
  const missionId = parameters.get('mission');
  const expertId = parameters.get('expert');
  if (missionId !== null) {
    return <StaffMission key={missionId} visit={visit} missionId={missionId} onActed={loading.reload} />;
  }
  if (expertId !== null) {
    return <ExpertFile key={expertId} visit={visit} expertId={expertId} onReviewed={loading.reload} />;
  }
  const laureateId = parameters.get('laureat');
  if (laureateId !== null) {
    return <LaureateFile key={laureateId} {...{ visit, laureateId, loading }} part={laureatePartIn(parameters)} />;
  }
  const { word, title, load } = staffPartIn(parameters);
  return (
    <StaffFrame visit={visit} current={word} title={title}>
      <Later key={word} load={load}>
        {(Part) => <Part visit={visit} address={address} home={loading} />}
      </Later>
    </StaffFrame>
  );
}

mount(<StaffPage />);
