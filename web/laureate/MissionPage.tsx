import type { MissionActionResult } from '@sur-mesure/functions/domain/api';
import { type MissionState, missionStates } from '@sur-mesure/functions/domain/missions/states';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { isExpired } from '@sur-mesure/functions/domain/subsidy/share';
import { useState } from 'preact/hooks';
import { LaterArchive } from '../common/archive/LaterArchive.tsx';
import { ButtonLink } from '../common/button/Button.tsx';
import { AskedDocuments } from '../common/devis/AskedDocuments.tsx';
import { LaterFolder } from '../common/folder/LaterFolder.tsx';
import { LaterInvoices } from '../common/invoices/LaterInvoices.tsx';
import { useDocumentsComing } from '../common/loading/documents-coming.ts';
import { Later } from '../common/loading/Later.tsx';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import { useLookingAgain, waitsForOthers } from '../common/loading/looking-again.ts';
import { LaterMessages } from '../common/messages/LaterMessages.tsx';
import { ActionPanel } from '../common/mission/ActionPanel.tsx';
import { MissionFiles } from '../common/mission/MissionFiles.tsx';
import { MissionHeader } from '../common/mission/MissionHeader.tsx';
import { MissionJournal } from '../common/mission/MissionJournal.tsx';
import { Succession } from '../common/mission/Succession.tsx';
import { Notice } from '../common/notice/Notice.tsx';
import { useReturnToTop } from '../common/page/address.ts';
import { Money } from '../common/words/Money.tsx';
import { today } from '../common/words/today.ts';
import { Contact } from './Contact.tsx';
import { SameNeed } from './SameNeed.tsx';
import { ShareAmounts } from './ShareAmounts.tsx';
import { SpaceFrame, type SpaceProps } from './SpaceFrame.tsx';
import './laureate.css';

interface MissionPageProps extends SpaceProps {
  readonly missionId: string;
}

export function MissionPage({ missionId, ...space }: MissionPageProps) {
  const loading = useView({ name: 'mission', missionId, laureateId: space.laureateId });
  const { answer } = loading;
  const title = answer !== undefined && 'mission' in answer ? `Mission avec ${answer.mission.expert.name}` : 'Mission';
  return (
    <SpaceFrame space={space} title={title}>
      <Loaded loading={loading} lines={8}>
        {(view) => <Mission space={space} view={view} reload={loading.reload} refresh={loading.refresh} />}
      </Loaded>
    </SpaceFrame>
  );
}

/** Few devis are signed on paper, and an opinion is given once. */
const loadFeedback = () => import('./FeedbackForm.tsx');
const loadSignedDevis = () => import('../common/mission/SignedDevisForm.tsx');

/** Decided on a page of its own, where everything is read first. */
const decidedElsewhere = ['validate', 'sendBack', 'refuse'] as const;

interface MissionProps {
  readonly space: SpaceProps;
  readonly view: MissionView;
  readonly reload: () => void;
  readonly refresh: () => void;
}

function Mission({ space, view, reload, refresh }: MissionProps) {
  const [done, setDone] = useState<MissionActionResult>();
  const acted = (result: MissionActionResult) => {
    setDone(result);
    reload();
  };
  const { uid } = space.visit.user;
  const questions = view.forms.feedback;
  const decides = view.actions.some(({ action }) => decidedElsewhere.some((one) => one === action));
  const devis = view.mission.submission?.devis;
  const expired = devis !== undefined && isExpired(devis, today());
  const { state } = view.mission;
  const [arrivedIn] = useState(state);
  useLookingAgain(waitsForOthers(view.mission), refresh);
  useDocumentsComing(view, refresh);
  useReturnToTop(done);
  return (
    <>
      {done !== undefined && <Done result={done} />}
      {done === undefined && arrivedIn !== state && <News state={state} />}
      <MissionHeader
        view={view}
        reader="laureate"
        noteAddress={(laureateId) => (laureateId === view.laureateId ? space.addresses.note : undefined)}
        action={
          decides && (
            <div class="row">
              <ButtonLink href={space.addresses.decision(view.mission.id)} tone="primary">
                Lire et décider
              </ButtonLink>
              {expired && (
                <ButtonLink href={`${space.addresses.decision(view.mission.id)}&etape=renvoyer`}>
                  Demander une nouvelle version
                </ButtonLink>
              )}
            </div>
          )
        }
      >
        <ActionPanel
          view={view}
          person={uid}
          hidden={decidedElsewhere}
          forms={{
            giveFeedback: (form) =>
              questions && (
                <Later load={loadFeedback}>
                  {({ FeedbackForm }) => (
                    <FeedbackForm form={form} questions={questions} person={uid} missionId={view.mission.id} />
                  )}
                </Later>
              ),
            recordSignedDevis: (form) => (
              <Later load={loadSignedDevis}>
                {({ SignedDevisForm }) => <SignedDevisForm form={form} view={view} byStaff={false} />}
              </Later>
            ),
          }}
          onDone={acted}
        />
      </MissionHeader>
      <SameNeed view={view} person={uid} addressOf={space.addresses.mission} onDone={acted} />
      <Succession
        mission={view.mission}
        addressOf={space.addresses.mission}
        follow={space.addresses.follow(view.mission.id)}
      />
      <div class="columns">
        <div class="stack stack-loose">
          <ShareAmounts view={view} />
          <MissionFiles view={view} />
          <AskedDocuments {...{ view, refresh }} />
          <LaterInvoices view={view} person={uid} onDone={acted} />
          <LaterFolder view={view} refresh={refresh} />
          <LaterMessages view={view} person={uid} />
          {view.laureateId !== null && (
            <LaterArchive scope={{ kind: 'mission', missionId: view.mission.id, laureateId: view.laureateId }} />
          )}
          <MissionJournal view={view} />
        </div>
        <aside>
          <Contact contact={view.settings.contact} />
        </aside>
      </div>
    </>
  );
}

/** The page looked again by itself: what it found is said, to who does not see it change too. */
function News({ state }: { readonly state: MissionState }) {
  return (
    <Notice title="Du nouveau sur cette mission" announced>
      <p>{missionStates[state].label}.</p>
    </Notice>
  );
}

function Done({ result: { done, balance } }: { readonly result: MissionActionResult }) {
  return (
    <Notice tone="success" title={done} announced>
      {balance !== null && (
        <p>
          Il reste <Money cents={balance.remainingCents} /> sur <Money cents={balance.awardedCents} />.
        </p>
      )}
    </Notice>
  );
}
