import { DossierAccesses } from '../common/accesses/DossierAccesses.tsx';
import { HomeLoaded, SpaceFrame, type SpaceProps } from './SpaceFrame.tsx';

/** Who may read the dossier, until when, and who opened what. */
export function AccessPage(space: SpaceProps) {
  return (
    <SpaceFrame space={space} title="Qui lit votre dossier" current="dossier">
      <p class="lead">
        Un accès s’ouvre à une personne pour une mission, et se referme de lui-même. L’équipe France Tiers-Lieux lit
        aussi votre dossier ; chaque ouverture est notée, la sienne comprise.
      </p>
      <HomeLoaded space={space}>
        {({ laureateId }) => <DossierAccesses laureateId={laureateId} missionAddress={space.addresses.mission} />}
      </HomeLoaded>
    </SpaceFrame>
  );
}
