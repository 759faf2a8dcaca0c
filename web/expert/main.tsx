import { Later } from '../common/loading/Later.tsx';
import { useAddress } from '../common/page/address.ts';
import { mount } from '../common/page/mount.tsx';
import { SignedInPage } from '../common/page/SignedInPage.tsx';
import { ExpertHome } from './ExpertHome.tsx';
import { ExpertMission } from './ExpertMission.tsx';
import { TeamPage } from './TeamPage.tsx';

/** Written once, corrected now and then. */
const loadRegistration = () => import('./RegistrationUpdate.tsx');

function ExpertPage() {
  const address = useAddress();
  const missionId = address.parameters.get('mission');
  return (
    <SignedInPage>
      {(visit) => {
        if (missionId !== null)
          return <ExpertMission key={missionId} visit={visit} address={address} missionId={missionId} />;
        if (address.parameters.get('vue') === 'equipe') return <TeamPage {...visit} />;
        if (address.parameters.has('inscription'))
          return (
            <Later load={loadRegistration} whole>
              {({ RegistrationUpdate }) => <RegistrationUpdate {...visit} address={address} />}
            </Later>
          );
        return <ExpertHome {...visit} />;
      }}
    </SignedInPage>
  );
}

mount(<ExpertPage />);
