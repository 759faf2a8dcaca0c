import { useAddress } from '../common/page/address.ts';
import { mount } from '../common/page/mount.tsx';
import { SignedInPage } from '../common/page/SignedInPage.tsx';
import { ExpertHome } from './ExpertHome.tsx';
import { ExpertMission } from './ExpertMission.tsx';

function ExpertPage() {
  const address = useAddress();
  const missionId = address.parameters.get('mission');
  return (
    <SignedInPage>
      {(visit) =>
        missionId === null ? (
          <ExpertHome {...visit} />
        ) : (
          <ExpertMission key={missionId} visit={visit} address={address} missionId={missionId} />
        )
      }
    </SignedInPage>
  );
}

mount(<ExpertPage />);
