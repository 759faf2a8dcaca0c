import { closedTo, laureateStatuses } from '@sur-mesure/functions/domain/laureates/laureate';
import type { LaureateHome } from '@sur-mesure/functions/domain/laureates/views';
import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { Button, ButtonLink } from '../common/button/Button.tsx';
import { ProgrammeCalendar } from '../common/calendar-file/CalendarFile.tsx';
import { EmptyState } from '../common/empty-state/EmptyState.tsx';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import { useLookingAgain, waitsForOthers } from '../common/loading/looking-again.ts';
import { Notice } from '../common/notice/Notice.tsx';
import { BrokenLedger } from '../common/subsidy-bar/BrokenLedger.tsx';
import { SubsidyBar } from '../common/subsidy-bar/SubsidyBar.tsx';
import { TeamWord } from '../common/team-word/TeamWord.tsx';
import { Turn } from '../common/turn/Turn.tsx';
import { DateText } from '../common/words/DateText.tsx';
import { counted } from '../common/words/typography.ts';
import type { Addresses } from './addresses.ts';
import { Contact } from './Contact.tsx';
import { HomeSharing } from './HomeSharing.tsx';
import { Memberships } from './Memberships.tsx';
import { MissionCards } from './MissionCards.tsx';
import { needGroups } from './needs.ts';
import { SpaceFrame, type SpaceProps } from './SpaceFrame.tsx';
import { type Waiting, waitingFor } from './waiting.ts';
import './laureate.css';

/** Answers three questions: what waits for me, what is left, where are my missions. */
export function HomePage(space: SpaceProps) {
  const loading = useView({ name: 'laureate', laureateId: space.laureateId });
  const { answer } = loading;
  const known = answer === undefined || isRefusal(answer) ? undefined : answer;
  useLookingAgain(known?.missions.some(waitsForOthers) ?? false, loading.refresh);
  return (
    <SpaceFrame space={space} title={known?.laureateName ?? 'Votre manufacture'} current="home">
      <Loaded loading={loading} lines={8}>
        {(home) => (
          <>
            <TeamWord />
            <Standing home={home} />
            <WaitingList waiting={waitingFor(home, space.addresses)} />
            <div class="columns">
              <div class="stack stack-loose">
                <section class="stack" aria-labelledby="subsidy-heading">
                  <h2 id="subsidy-heading">Votre subvention</h2>
                  {!home.ledgerHolds && <BrokenLedger />}
                  <SubsidyBar position={home.position} />
                  <p>
                    <a href={space.addresses.subsidy} class="tall-link">
                      Voir chaque ligne et télécharger le relevé
                    </a>
                  </p>
                </section>
                <Missions home={home} addresses={space.addresses} />
                <HomeSharing home={home} addresses={space.addresses} onChanged={loading.refresh} />
              </div>
              <aside class="stack stack-loose">
                <Around addresses={space.addresses} />
                <Contact contact={home.contact} isReferent={home.hasReferent} />
                <ProgrammeCalendar />
                <Memberships current={home.laureateId} />
              </aside>
            </div>
          </>
        )}
      </Loaded>
    </SpaceFrame>
  );
}

/** Said before anything else: why the buttons are grey, since when, and whom to call. */
function Standing({ home: { status, standing } }: { readonly home: LaureateHome }) {
  const why = closedTo[status];
  if (why === null) return null;
  return (
    <Notice tone="warning" title={laureateStatuses[status]}>
      <p>
        Votre manufacture {why}
        {standing !== null && (
          <>
            {' '}
            depuis le <DateText instant={standing.since} />
          </>
        )}
        . Plus rien ne peut être demandé, rejoint ni validé ; tout ce qui existe reste lisible.
      </p>
      {standing !== null && <p class="typed">{standing.reason}</p>}
    </Notice>
  );
}

/** Who acts here, and who reads from outside: asked for now and then, and never waited for. */
function Around({ addresses }: { readonly addresses: Addresses }) {
  return (
    <nav aria-labelledby="around-title">
      <h2 id="around-title">Votre manufacture</h2>
      <p>
        <a href={addresses.people} class="tall-link">
          Les personnes
        </a>
      </p>
      <p>
        <a href={addresses.accesses} class="tall-link">
          Qui lit votre dossier
        </a>
      </p>
    </nav>
  );
}

function WaitingList({ waiting }: { readonly waiting: readonly Waiting[] }) {
  const [first, ...others] = waiting;
  if (first === undefined) {
    return (
      <Turn whose="Rien n’attend de réponse de vous" yours={false}>
        <p>Un courriel vous prévient dès que ce sera votre tour.</p>
      </Turn>
    );
  }
  return (
    <>
      <Turn
        whose={
          others.length === 0
            ? 'À vous'
            : `À vous : ${counted(waiting.length, 'chose attend', 'choses attendent')} une réponse`
        }
        yours
        action={
          <ButtonLink href={first.href} tone="primary">
            {first.label}
          </ButtonLink>
        }
      >
        <p>{first.sentence}</p>
      </Turn>
      {others.length > 0 && (
        <ul class="waiting">
          {others.map(({ id, sentence, label, href }) => (
            <li key={id} class="row row-apart">
              <span>{sentence}</span>
              <ButtonLink href={href}>{label}</ButtonLink>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface MissionsProps {
  readonly home: LaureateHome;
  readonly addresses: Addresses;
}

function Missions({ home, addresses }: MissionsProps) {
  const { live, over } = needGroups(home.missions);
  const ended = over.flatMap(({ missions }) => missions).length;
  return (
    <section class="stack" aria-labelledby="missions-heading">
      <h2 id="missions-heading">Vos missions</h2>
      {home.missions.length === 0 && (
        <EmptyState action={<AskForMission {...{ home, addresses }} />}>
          Aucune mission pour le moment : choisissez un expert et dites-lui votre besoin.
        </EmptyState>
      )}
      {live.length > 0 && <MissionCards needs={live} addresses={addresses} />}
      {home.missions.length > 0 && <AskForMission {...{ home, addresses }} />}
      {over.length > 0 && (
        <details class="past-missions">
          <summary>{counted(ended, 'mission achevée', 'missions achevées')}</summary>
          <MissionCards needs={over} addresses={addresses} />
        </details>
      )}
    </section>
  );
}

function AskForMission({ home, addresses }: MissionsProps) {
  return (
    <div class="row">
      <ButtonLink href={addresses.experts}>Trouver un expert</ButtonLink>
      {home.requestRefusal === null ? (
        <ButtonLink href={addresses.request}>Demander une mission</ButtonLink>
      ) : (
        <Button id="ask-for-mission" unavailable={home.requestRefusal}>
          Demander une mission
        </Button>
      )}
    </div>
  );
}
