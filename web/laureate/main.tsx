import { useAddress } from '../common/page/address.ts';
import { mount } from '../common/page/mount.tsx';
import { SignedInPage, type Visit } from '../common/page/SignedInPage.tsx';
import { addressesOf, placeIn } from './addresses.ts';
import { DossierPage } from './DossierPage.tsx';
import { HomePage } from './HomePage.tsx';
import { MissionPage } from './MissionPage.tsx';
import { NotePage } from './NotePage.tsx';
import { RequestPage } from './RequestPage.tsx';
import type { SpaceProps } from './SpaceFrame.tsx';

function LaureatePage() {
  return <SignedInPage>{(visit) => <Space visit={visit} />}</SignedInPage>;
}

function Space({ visit }: { readonly visit: Visit }) {
  const { parameters } = useAddress();
  const laureateId = parameters.get('laureat');
  const place = placeIn(parameters);
  const space: SpaceProps = { visit, laureateId, addresses: addressesOf(laureateId) };
  switch (place.name) {
    case 'mission':
      return <MissionPage key={place.missionId} {...space} missionId={place.missionId} />;
    case 'note':
      return <NotePage {...space} />;
    case 'dossier':
      return <DossierPage {...space} />;
    case 'request':
      return <RequestPage {...space} expertId={place.expertId} />;
    case 'home':
      return <HomePage {...space} />;
    default:
      return place satisfies never;
  }
}

mount(<LaureatePage />);
