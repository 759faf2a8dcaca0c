import { OrganisationPeople } from '../common/people/OrganisationPeople.tsx';
import { of } from '../common/words/typography.ts';
import { HomeLoaded, SpaceFrame, type SpaceProps } from './SpaceFrame.tsx';

/** Who acts for the manufacture: the signatory invites, delegates and closes; the others read. */
export function PeoplePage(space: SpaceProps) {
  return (
    <SpaceFrame space={space} title="Les personnes">
      <HomeLoaded space={space}>
        {({ laureateId, laureateName }) => (
          <OrganisationPeople
            organisation={{ kind: 'laureate', laureateId }}
            reader={space.visit.user.uid}
            title="Les personnes"
            alone
          >
            <p class="lead">
              Chaque personne {of(laureateName)} entre avec sa propre adresse : ce qu’elle lit, dépose ou décide porte
              son nom.
            </p>
          </OrganisationPeople>
        )}
      </HomeLoaded>
    </SpaceFrame>
  );
}
