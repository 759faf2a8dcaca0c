import type { MissionActionResult } from '@sur-mesure/functions/domain/api';
import { activeParticipants } from '@sur-mesure/functions/domain/missions/mission';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { useState } from 'preact/hooks';
import { LaterArchive } from '../common/archive/LaterArchive.tsx';
import { MissionDocuments } from '../common/devis/MissionDocuments.tsx';
import { SubmittedAmounts } from '../common/devis/SubmittedAmounts.tsx';
import { LaterFolder } from '../common/folder/LaterFolder.tsx';
import { LaterInvoices } from '../common/invoices/LaterInvoices.tsx';
import { Later } from '../common/loading/Later.tsx';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import { useLookingAgain } from '../common/loading/looking-again.ts';
import { LaterMessages } from '../common/messages/LaterMessages.tsx';
import { ActionPanel } from '../common/mission/ActionPanel.tsx';
import { MissionHeader } from '../common/mission/MissionHeader.tsx';
import { MissionJournal } from '../common/mission/MissionJournal.tsx';
import { Succession } from '../common/mission/Succession.tsx';
import { DoneNotice } from '../common/notice/DoneNotice.tsx';
import { useReturnToTop } from '../common/page/address.ts';
import type { Visit } from '../common/page/SignedInPage.tsx';
import { laureateAddress } from './laureate-parts.ts';
import { LaterNotes } from './notes/LaterNotes.tsx';
import { SignedDevis } from './SignedDevis.tsx';
import { StaffFrame } from './StaffFrame.tsx';

interface StaffMissionProps {
  readonly visit: Visit;
  readonly missionId: string;
}

const missionAddress = (missionId: string) => `/equipe?${new URLSearchParams({ mission: missionId })}`;
/** Now and then, when somebody calls. */
const loadBehalf = () => import('./BehalfPanel.tsx');
const listOf = new Intl.ListFormat('fr-FR');

export function StaffMission({ visit, missionId }: StaffMissionProps) {
  const loading = useView({ name: 'mission', missionId, laureateId: null });
  useLookingAgain(true, loading.refresh);
  const [result, setResult] = useState<MissionActionResult>();
  useReturnToTop(result);
  const { answer } = loading;
  const title =
    answer !== undefined && 'mission' in answer
      ? listOf.format(activeParticipants(answer.mission).map(({ name }) => name))
      : 'Mission';
  const done = (next: MissionActionResult) => {
    setResult(next);
    loading.reload();
  };
  return (
    <StaffFrame visit={visit} current="missions" title={title} overline="Mission">
      <Loaded loading={loading}>
        {(view) => (
          <Mission view={view} person={visit.user.uid} result={result} onDone={done} refresh={loading.refresh} />
        )}
      </Loaded>
    </StaffFrame>
  );
}

interface MissionProps {
  readonly view: MissionView;
  readonly person: string;
  readonly result: MissionActionResult | undefined;
  readonly onDone: (result: MissionActionResult) => void;
  readonly refresh: () => void;
}

function Mission({ view, person, result, onDone, refresh }: MissionProps) {
  return (
    <>
      <DoneNotice done={result?.done} />
      <MissionHeader view={view} reader="staff" noteAddress={(laureateId) => laureateAddress(laureateId, 'note')} />
      <Succession mission={view.mission} addressOf={missionAddress} />
      <ActionPanel
        view={view}
        person={person}
        forms={{ recordSignedDevis: (form) => <SignedDevis form={form} view={view} /> }}
        onDone={onDone}
      />
      {view.onBehalf.some(({ actions }) => actions.length > 0) && (
        <Later load={loadBehalf}>
          {({ BehalfPanel }) => <BehalfPanel view={view} person={person} onDone={onDone} />}
        </Later>
      )}
      <SubmittedAmounts view={view} />
      <MissionDocuments view={view} refresh={refresh} />
      <LaterInvoices view={view} person={person} onDone={onDone} />
      <LaterFolder view={view} refresh={refresh} />
      <LaterMessages view={view} person={person} />
      {view.reader === 'staff' && <LaterNotes about={{ kind: 'mission', id: view.mission.id }} />}
      <LaterArchive scope={{ kind: 'mission', missionId: view.mission.id, laureateId: null }} />
      <MissionJournal view={view} />
    </>
  );
}
