import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { ButtonLink } from '../common/button/Button.tsx';
import { EmptyState } from '../common/empty-state/EmptyState.tsx';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import { useAddress } from '../common/page/address.ts';
import { mount } from '../common/page/mount.tsx';
import { SignedInPage, type Visit } from '../common/page/SignedInPage.tsx';
import { Deciding } from './Deciding.tsx';
import { DecisionFrame } from './DecisionFrame.tsx';
import './decision.css';

/** One decision, on a phone, in a few minutes: this page loads the session and one view, nothing else. */
function DecisionPage() {
  return <SignedInPage>{(visit) => <NamedMission visit={visit} />}</SignedInPage>;
}

function NamedMission({ visit }: { readonly visit: Visit }) {
  const { parameters, go } = useAddress();
  const missionId = parameters.get('mission');
  if (missionId !== null) return <MissionDecision key={missionId} {...{ visit, missionId, parameters, go }} />;
  return (
    <DecisionFrame visit={visit} title="Décider d’un devis">
      <EmptyState action={<ButtonLink href="/laureat">Voir vos missions</ButtonLink>}>
        Cette adresse ne nomme aucune mission.
      </EmptyState>
    </DecisionFrame>
  );
}

interface MissionDecisionProps {
  readonly visit: Visit;
  readonly missionId: string;
  readonly parameters: URLSearchParams;
  readonly go: (parameters: URLSearchParams) => void;
}

function MissionDecision({ visit, missionId, parameters, go }: MissionDecisionProps) {
  const loading = useView({ name: 'mission', missionId, laureateId: parameters.get('laureat') });
  const { answer, reload, refresh } = loading;
  if (answer !== undefined && !isRefusal(answer))
    return <Deciding visit={visit} view={answer} {...{ parameters, go, reload, refresh }} />;
  return (
    <DecisionFrame visit={visit} title="Décider d’un devis">
      <Loaded loading={loading}>{() => null}</Loaded>
    </DecisionFrame>
  );
}

mount(<DecisionPage />);
