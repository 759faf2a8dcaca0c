import type { MissionRow } from '@sur-mesure/functions/domain/missions/views';
import { LaterArchive } from '../common/archive/LaterArchive.tsx';
import { Later } from '../common/loading/Later.tsx';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import { type Address, useAddress } from '../common/page/address.ts';
import { mount } from '../common/page/mount.tsx';
import { SignedInPage, type Visit } from '../common/page/SignedInPage.tsx';
import { ExpertFile } from './ExpertFile.tsx';
import { Imports } from './Imports.tsx';
import { LaureateFile } from './LaureateFile.tsx';
import { Laureates } from './Laureates.tsx';
import { laureatePartIn } from './laureate-parts.ts';
import { Missions } from './Missions.tsx';
import { ProgrammeCheck } from './ProgrammeCheck.tsx';
import { StaffFrame } from './StaffFrame.tsx';
import { StaffMission } from './StaffMission.tsx';
import { Team } from './Team.tsx';
import { ToDo } from './ToDo.tsx';

function StaffPage() {
  const address = useAddress();
  return <SignedInPage>{(visit) => <View visit={visit} address={address} />}</SignedInPage>;
}

interface ViewProps {
  readonly visit: Visit;
  readonly address: Address;
}

const onlyReads = 'Vous êtes ici en observation : l’équipe France Tiers-Lieux importe les lauréats et leurs documents.';
/** A few times a year, and never on the way to a mission. */
const loadIncidents = () => import('./incidents/Incidents.tsx');
const loadSettings = () => import('./settings/Settings.tsx');
const loadForms = () => import('./forms/Forms.tsx');
const loadBulk = () => import('./bulk/BulkUpload.tsx');
const loadSummaries = () => import('./summaries/Summaries.tsx');
const loadTemplates = () => import('./templates/Templates.tsx');

const stateOf = ({ state }: MissionRow) => state;

/** One view of the programme, loaded once: its tabs only show other parts of it. */
function View({ visit, address: { parameters } }: ViewProps) {
  const loading = useView({ name: 'staff' });
  const missionId = parameters.get('mission');
  const expertId = parameters.get('expert');
  if (missionId !== null) {
    return <StaffMission key={missionId} visit={visit} missionId={missionId} onActed={loading.reload} />;
  }
  if (expertId !== null) {
    return <ExpertFile key={expertId} visit={visit} expertId={expertId} onReviewed={loading.reload} />;
  }
  const laureateId = parameters.get('laureat');
  if (laureateId !== null) {
    return <LaureateFile key={laureateId} {...{ visit, laureateId, loading }} part={laureatePartIn(parameters)} />;
  }
  switch (parameters.get('vue')) {
    case 'laureats':
      return (
        <StaffFrame visit={visit} current="laureats" title="Lauréats">
          <Loaded loading={loading}>
            {({ laureates, acts }) => (
              <>
                <Laureates laureates={laureates} reader={visit.user.uid} />
                {acts && laureates.length > 0 && <ProgrammeCheck laureates={laureates.length} />}
                {laureates.length > 0 && <LaterArchive scope={{ kind: 'programme' }} />}
              </>
            )}
          </Loaded>
        </StaffFrame>
      );
    case 'missions':
      return (
        <StaffFrame visit={visit} current="missions" title="Missions">
          <Loaded loading={loading}>
            {({ missions, acts }) => <Missions missions={missions} acts={acts} onActed={loading.refresh} />}
          </Loaded>
        </StaffFrame>
      );
    case 'syntheses':
      return (
        <StaffFrame visit={visit} current="syntheses" title="Synthèses">
          <Later load={loadSummaries}>{({ Summaries }) => <Summaries asked={parameters.get('periode')} />}</Later>
        </StaffFrame>
      );
    case 'equipe':
      return (
        <StaffFrame visit={visit} current="equipe" title="L’équipe du programme">
          <Team reader={visit.user.uid} />
        </StaffFrame>
      );
    case 'incidents':
      return (
        <StaffFrame visit={visit} current="incidents" title="Incidents techniques">
          <Later load={loadIncidents}>{({ Incidents }) => <Incidents />}</Later>
        </StaffFrame>
      );
    case 'modeles':
      return (
        <StaffFrame visit={visit} current="modeles" title="Modèles des documents">
          <Loaded loading={loading}>
            {({ missions }) => (
              <Later load={loadTemplates}>
                {({ Templates }) => (
                  <Templates missions={missions} reader={visit.user.uid} asked={parameters.get('modele')} />
                )}
              </Later>
            )}
          </Loaded>
        </StaffFrame>
      );
    case 'reglages':
      return (
        <StaffFrame visit={visit} current="reglages" title="Réglages">
          <Loaded loading={loading}>
            {({ missions }) => (
              <Later load={loadSettings}>{({ Settings }) => <Settings states={missions.map(stateOf)} />}</Later>
            )}
          </Loaded>
        </StaffFrame>
      );
    case 'formulaires':
      return (
        <StaffFrame visit={visit} current="formulaires" title="Formulaires">
          <Later load={loadForms}>
            {({ Forms }) => <Forms form={parameters.get('formulaire')} uid={visit.user.uid} />}
          </Later>
        </StaffFrame>
      );
    case 'import':
      return (
        <StaffFrame visit={visit} current="import" title="Importer">
          <Loaded loading={loading}>
            {({ acts }) => (acts ? <Imports onImported={loading.reload} /> : <p>{onlyReads}</p>)}
          </Loaded>
        </StaffFrame>
      );
    case 'depot':
      return (
        <StaffFrame visit={visit} current="depot" title="Déposer des dossiers">
          <Loaded loading={loading}>
            {({ acts, laureates }) =>
              acts ? (
                <Later load={loadBulk}>{({ BulkUpload }) => <BulkUpload laureates={laureates} />}</Later>
              ) : (
                <p>{onlyReads}</p>
              )
            }
          </Loaded>
        </StaffFrame>
      );
    default:
      return (
        <StaffFrame visit={visit} current={null} title="Ce qui nous attend">
          <Loaded loading={loading}>
            {(home) => <ToDo home={home} uid={visit.user.uid} onActed={loading.refresh} />}
          </Loaded>
        </StaffFrame>
      );
  }
}

mount(<StaffPage />);
