import { SubsidyStatement } from '../common/ledger/SubsidyStatement.tsx';
import { SpaceFrame, type SpaceProps } from './SpaceFrame.tsx';

/** Where the subsidy went, line by line, and its statement to keep. */
export function SubsidyPage(space: SpaceProps) {
  return (
    <SpaceFrame space={space} title="Votre subvention">
      <SubsidyStatement laureateId={space.laureateId} missionAddress={space.addresses.mission} />
    </SpaceFrame>
  );
}
