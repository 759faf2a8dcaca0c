import { maybeSubtheme } from '@sur-mesure/functions/domain/programme/theme-list';
import { useAddress } from '../common/page/address.ts';
import { mount } from '../common/page/mount.tsx';
import { SignedInPage, type Visit } from '../common/page/SignedInPage.tsx';
import { addressesOf, placeIn } from './addresses.ts';
import { HomePage } from './HomePage.tsx';
import { LaterPage } from './LaterPage.tsx';
import type { SpaceProps } from './SpaceFrame.tsx';

/** The home comes at once; each other view with its own address, so that nobody waits for what is not opened. */
const loadMission = () => import('./MissionPage.tsx').then(({ MissionPage }) => MissionPage);
const loadNote = () => import('./NotePage.tsx').then(({ NotePage }) => NotePage);
const loadDossier = () => import('./DossierPage.tsx').then(({ DossierPage }) => DossierPage);
const loadRequest = () => import('./asking/RequestPage.tsx').then(({ RequestPage }) => RequestPage);
const loadExperts = () => import('./asking/FindPage.tsx').then(({ FindPage }) => FindPage);
const loadPeople = () => import('./PeoplePage.tsx').then(({ PeoplePage }) => PeoplePage);
const loadSubsidy = () => import('./SubsidyPage.tsx').then(({ SubsidyPage }) => SubsidyPage);
const loadAccesses = () => import('./AccessPage.tsx').then(({ AccessPage }) => AccessPage);

function LaureatePage() {
  return <SignedInPage>{(visit) => <Space visit={visit} />}</SignedInPage>;
}

function Space({ visit }: { readonly visit: Visit }) {
  const { parameters, arrivals } = useAddress();
  const laureateId = parameters.get('laureat');
  const place = placeIn(parameters);
  const expertIds = parameters.getAll('expert');
  const subthemesSought = parameters.getAll('sous-thematique').filter(maybeSubtheme);
  const predecessorId = parameters.get('suite') ?? undefined;
  const named = parameters.get('besoin') ?? '';
  const sharedSubtheme = maybeSubtheme(named) ? named : undefined;
  const addresses = addressesOf(laureateId);
  const chosen = { expertIds, subthemes: subthemesSought };
  const space: SpaceProps = { visit, laureateId, ...chosen, predecessorId, sharedSubtheme, addresses };
  switch (place.name) {
    case 'mission':
      return (
        <LaterPage
          key={place.missionId}
          title="Mission"
          space={{ ...space, missionId: place.missionId }}
          load={loadMission}
        />
      );
    case 'note':
      return <LaterPage key={`note.${laureateId}`} title="Note de cadrage" space={space} load={loadNote} />;
    case 'dossier':
      return <LaterPage key={`dossier.${laureateId}`} title="Votre dossier" space={space} load={loadDossier} />;
    case 'request':
      return (
        <LaterPage
          // Asked for again from the menu, it starts afresh: what was said of the requests that just left is over.
          key={`request.${laureateId}.${predecessorId}.${sharedSubtheme}.${arrivals}`}
          title="Demander une mission"
          space={space}
          load={loadRequest}
        />
      );
    case 'experts':
      return <LaterPage key={`experts.${laureateId}`} title="Trouver un expert" space={space} load={loadExperts} />;
    case 'people':
      return <LaterPage key={`people.${laureateId}`} title="Les personnes" space={space} load={loadPeople} />;
    case 'accesses':
      return (
        <LaterPage key={`accesses.${laureateId}`} title="Qui lit votre dossier" space={space} load={loadAccesses} />
      );
    case 'subsidy':
      return <LaterPage key={`subsidy.${laureateId}`} title="Votre subvention" space={space} load={loadSubsidy} />;
    case 'home':
      return <HomePage {...space} />;
    default:
      return place satisfies never;
  }
}

mount(<LaureatePage />);
