import { Later } from '../common/loading/Later.tsx';
import { type Address, useAddress } from '../common/page/address.ts';
import { mount } from '../common/page/mount.tsx';
import { SignedInPage, type Visit } from '../common/page/SignedInPage.tsx';
import { laureatePartIn } from './laureate-parts.ts';
import { StaffFrame } from './StaffFrame.tsx';
import { staffPartIn } from './staff-parts.ts';

function StaffPage() {
  const address = useAddress();
  return <SignedInPage>{(visit) => <View visit={visit} address={address} />}</SignedInPage>;
}

interface ViewProps {
  readonly visit: Visit;
  readonly address: Address;
}

const loadMission = () => import('./StaffMission.tsx');
const loadExpert = () => import('./ExpertFile.tsx');
const loadLaureate = () => import('./LaureateFile.tsx');

/** A mission, an expert or a laureate that the address names, or a part of the page. Each reads what it shows, and nothing else. */
function View({ visit, address }: ViewProps) {
  const { parameters } = address;
  const missionId = parameters.get('mission');
  if (missionId !== null) {
    return (
      <Later key="mission" load={loadMission} whole>
        {({ StaffMission }) => <StaffMission key={missionId} visit={visit} missionId={missionId} />}
      </Later>
    );
  }
  const expertId = parameters.get('expert');
  if (expertId !== null) {
    return (
      <Later key="expert" load={loadExpert} whole>
        {({ ExpertFile }) => <ExpertFile key={expertId} visit={visit} expertId={expertId} />}
      </Later>
    );
  }
  const laureateId = parameters.get('laureat');
  if (laureateId !== null) {
    return (
      <Later key="laureate" load={loadLaureate} whole>
        {({ LaureateFile }) => (
          <LaureateFile key={laureateId} {...{ visit, laureateId }} part={laureatePartIn(parameters)} />
        )}
      </Later>
    );
  }
  const { word, title, load } = staffPartIn(parameters);
  return (
    <StaffFrame visit={visit} current={word} title={title}>
      <Later key={word} load={load} whole>
        {(Part) => <Part visit={visit} address={address} />}
      </Later>
    </StaffFrame>
  );
}

mount(<StaffPage />);
