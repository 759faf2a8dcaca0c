import { useAddress } from '../common/page/address.ts';
import { mount } from '../common/page/mount.tsx';
import { SignedInPage } from '../common/page/SignedInPage.tsx';
import { ExpertHome } from './ExpertHome.tsx';
import { ExpertMission } from './ExpertMission.tsx';
import { RegistrationUpdate } from './RegistrationUpdate.tsx';
import { TeamPage } from './TeamPage.tsx';

function ExpertPage() {
  const address = useAddress();
  const missionId = address.parameters.get('mission');
  return (
    <SignedInPage>
      {(visit) => {
        if (missionId !== null)
          return <ExpertMission key={missionId} visit={visit} address={address} missionId={missionId} />;
        if (address.parameters.get('vue') === 'equipe') return <TeamPage {...visit} />;
        return address.parameters.has('inscription') ? <RegistrationUpdate {...visit} /> : <ExpertHome {...visit} />;
      }}
    </SignedInPage>
  );
}

mount(<ExpertPage />);
