import type { MissionActionResult } from '@sur-mesure/functions/domain/api';
import type { ActionName } from '@sur-mesure/functions/domain/missions/actions';
import { activeParticipants, type JournalEntry } from '@sur-mesure/functions/domain/missions/mission';
import { transitionOf } from '@sur-mesure/functions/domain/missions/transitions';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ButtonLink } from '../common/button/Button.tsx';
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
import { turnOf } from '../common/mission/turn-words.ts';
import { DoneNotice } from '../common/notice/DoneNotice.tsx';
import { Notice } from '../common/notice/Notice.tsx';
import { type Address, returnToTop, useReturnToTop } from '../common/page/address.ts';
import { PageFrame } from '../common/page/PageFrame.tsx';
import type { Visit } from '../common/page/SignedInPage.tsx';
import { Dossiers } from './Dossiers.tsx';
import { expertLinks } from './links.ts';
import { missionAddress } from './MissionCards.tsx';
import { OtherExperts } from './OtherExperts.tsx';
import type { TaskProps } from './TaskForm.tsx';

type TaskForm = (props: TaskProps) => ComponentChildren;

interface TaskPlace {
  readonly action: ActionName;
  /** Comes when one begins to write: reading a mission, most visits, costs no form. */
  readonly load: () => Promise<TaskForm>;
}

/** Actions that have a page of their own, by the word in the address. */
const tasks: Readonly<Record<string, TaskPlace>> = {
  diagnostic: {
    action: 'submitDiagnostic',
    load: () => import('./SubmissionForm.tsx').then(({ SubmissionForm }) => SubmissionForm),
  },
  rapport: { action: 'submitReport', load: () => import('./ReportForm.tsx').then(({ ReportForm }) => ReportForm) },
  repartition: { action: 'resplit', load: () => import('./ResplitForm.tsx').then(({ ResplitForm }) => ResplitForm) },
  avenant: {
    action: 'proposeAmendment',
    load: () => import('./AmendmentForm.tsx').then(({ AmendmentForm }) => AmendmentForm),
  },
  facture: { action: 'depositInvoice', load: () => import('./InvoiceForm.tsx').then(({ InvoiceForm }) => InvoiceForm) },
};

/** The step in the address of a mail: whichever form is awaited now, by the buttons of the server. */
const AWAITED = 'attendue';

/** The form that is awaited of this reader now; undefined when the mission asks something else, or nothing. */
function awaitedWord(view: MissionView): string | undefined {
  const { action } = turnOf(view, 'expert');
  return Object.keys(tasks).find((word) => tasks[word]?.action === action);
}

interface ExpertMissionProps {
  readonly visit: Visit;
  readonly address: Address;
  readonly missionId: string;
}

export function ExpertMission({ visit, address, missionId }: ExpertMissionProps) {
  const loading = useView({ name: 'mission', missionId, laureateId: null });
  const [result, setResult] = useState<MissionActionResult>();
  useReturnToTop(result);
  const { answer } = loading;
  const loaded = answer !== undefined && 'mission' in answer ? answer : undefined;
  const step = address.parameters.get('etape') ?? '';
  const task = tasks[(step === AWAITED ? loaded && awaitedWord(loaded) : step) ?? ''];
  useLookingAgain(task === undefined, loading.refresh);
  const done = (next: MissionActionResult) => {
    setResult(next);
    loading.reload();
    if (step !== '') address.go(new URLSearchParams({ mission: missionId }));
  };
  const title = loaded === undefined ? 'Mission' : `Mission pour ${names(loaded)}`;
  const person = visit.user.uid;
  return (
    <PageFrame
      title={task === undefined ? title : transitionOf(task.action).label}
      overline={task === undefined ? undefined : title}
      links={expertLinks('missions')}
      person={visit.user.name}
      onSignOut={visit.signOut}
    >
      <Loaded loading={loading}>
        {(view) =>
          task === undefined ? (
            <Mission view={view} person={person} result={result} onDone={done} refresh={loading.refresh} />
          ) : (
            <Task
              key={address.arrivals}
              {...task}
              view={view}
              person={person}
              onDone={done}
              arrived={address.arrivals === 0}
            />
          )
        }
      </Loaded>
    </PageFrame>
  );
}

const listOf = new Intl.ListFormat('fr-FR');

function names({ mission }: MissionView): string {
  return listOf.format(activeParticipants(mission).map(({ name }) => name));
}

/** Refusals that nothing will lift: a button greyed for ever teaches nothing. The others stay, with their reason. */
const settled: readonly string[] = ['already-declared', 'not-shared', 'nothing-to-invoice'];

interface MissionProps extends TaskProps {
  readonly result: MissionActionResult | undefined;
  readonly refresh: () => void;
}

function Mission({ view, person, result, onDone, refresh }: MissionProps) {
  const links: Partial<Record<ActionName, string>> = Object.fromEntries(
    Object.entries(tasks).map(([word, { action }]) => [action, `${missionAddress(view.mission.id)}&etape=${word}`]),
  );
  const awaited = tasks[awaitedWord(view) ?? '']?.action;
  // What is awaited has its button at the top, and no second one below.
  const hidden = view.actions
    .filter(({ action, refusal }) => action === awaited || (refusal !== null && settled.includes(refusal.code)))
    .map(({ action }) => action);
  return (
    <>
      <DoneNotice done={result?.done} />
      <MissionHeader
        view={view}
        reader="expert"
        noteAddress={() => '#dossiers-title'}
        action={
          awaited && (
            <ButtonLink tone="primary" href={links[awaited] ?? ''}>
              {transitionOf(awaited).label}
            </ButtonLink>
          )
        }
      />
      <ActionPanel view={view} person={person} onDone={onDone} links={links} hidden={hidden} />
      <Dossiers view={view} person={person} />
      <OtherExperts experts={view.otherExperts} />
      <MissionDocuments view={view} refresh={refresh} />
      <LaterInvoices view={view} person={person} onDone={onDone} />
      <LaterFolder view={view} refresh={refresh} />
      <LaterMessages view={view} person={person} />
      <SubmittedAmounts view={view} />
      <MissionJournal view={view} />
    </>
  );
}

type TaskPageProps = TaskProps & TaskPlace & { readonly arrived: boolean };

/** The form of an action, as long as the table allows it: a second tab or the other person may have acted meanwhile. */
function Task({ action, load, arrived, ...props }: TaskPageProps) {
  const { view } = props;
  useEffect(() => {
    // The page was loaded here, by the button of a mail: whoever hears it starts at its title, as after a link of ours.
    if (arrived) returnToTop();
  }, [arrived]);
  const found = view.actions.find((available) => available.action === action);
  return (
    <>
      <p>
        <a href={missionAddress(view.mission.id)}>← Revenir à la mission</a>
      </p>
      {found === undefined || found.refusal !== null ? (
        <Notice tone="warning" title="Cette étape n’est pas ouverte">
          <p>{found?.refusal?.message ?? 'La mission a changé d’état, ou cette étape est déjà faite.'}</p>
        </Notice>
      ) : (
        <>
          <SentBack events={view.events} />
          <Later load={load}>{(Form) => <Form {...props} />}</Later>
        </>
      )}
    </>
  );
}

/** What is handed in, and what sends it back: the last of them tells whether a correction is asked for. */
const handedIn: readonly JournalEntry['action'][] = ['submitDiagnostic', 'resplit', 'submitReport'];
const sentBack: readonly JournalEntry['action'][] = ['sendBack', 'sendBackReport', 'refuse'];

/** Who sent it back, and why: whoever comes from the mail has it before their eyes while correcting. */
function SentBack({ events }: Pick<MissionView, 'events'>) {
  const last = events.findLast(({ action }) => handedIn.includes(action) || sentBack.includes(action));
  if (last === undefined || last.reason === null || !sentBack.includes(last.action)) return null;
  return (
    <Notice title={`Ce que demande ${last.by.name}`}>
      <blockquote class="typed-text">{last.reason}</blockquote>
    </Notice>
  );
}
