import { Later } from '../common/loading/Later.tsx';
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

/** A mission, an expert or a laureate that the address names, or a part of the page. Each reads what it shows, and nothing else. */
function View({ visit, address }: ViewProps) {
  const { parameters } = address;
  const missionId = parameters.get('mission');
  const expertId = parameters.get('expert');
  if (missionId !== null) {
    return <StaffMission key={missionId} visit={visit} missionId={missionId} />;
  }
  if (expertId !== null) {
    return <ExpertFile key={expertId} visit={visit} expertId={expertId} />;
  }
  const laureateId = parameters.get('laureat');
  if (laureateId !== null) {
    return <LaureateFile key={laureateId} {...{ visit, laureateId }} part={laureatePartIn(parameters)} />;
  }
  const { word, title, load } = staffPartIn(parameters);
  return (
    <StaffFrame visit={visit} current={word} title={title}>
      <Later key={word} load={load}>
        {(Part) => <Part visit={visit} address={address} />}
      </Later>
    </StaffFrame>
  );
}

mount(<StaffPage />);
