import type { ExpertDecision } from '@sur-mesure/functions/domain/experts/decisions';
import type { Expert } from '@sur-mesure/functions/domain/experts/profile';
import { interestsThatStop } from '@sur-mesure/functions/domain/experts/registration';
import type { ExpertTask } from '@sur-mesure/functions/domain/experts/waiting';
import { isLive } from '@sur-mesure/functions/domain/missions/states';
import type { MissionRow } from '@sur-mesure/functions/domain/missions/views';
import { ButtonLink } from '../common/button/Button.tsx';
import { ProgrammeCalendar } from '../common/calendar-file/CalendarFile.tsx';
import { EmptyState } from '../common/empty-state/EmptyState.tsx';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import { useLookingAgain } from '../common/loading/looking-again.ts';
import { Notice } from '../common/notice/Notice.tsx';
import { PageFrame } from '../common/page/PageFrame.tsx';
import type { Visit } from '../common/page/SignedInPage.tsx';
import { Pill } from '../common/state-pill/StatePill.tsx';
import { TeamWord } from '../common/team-word/TeamWord.tsx';
import { Turn } from '../common/turn/Turn.tsx';
import { counted } from '../common/words/typography.ts';
import { Availability } from './Availability.tsx';
import { CardToConfirm } from './CardToConfirm.tsx';
import { expertLinks } from './links.ts';
import { MissionCards } from './MissionCards.tsx';
import { ReviewMessage } from './ReviewMessage.tsx';
import { registrationAddress, registrationWords } from './registration-state.ts';
import { TaskList } from './TaskList.tsx';

export function ExpertHome({ user, signOut }: Visit) {
  const loading = useView({ name: 'expert' });
  useLookingAgain(true, loading.refresh);
  return (
    <PageFrame title="Vos missions" links={expertLinks('missions')} person={user.name} onSignOut={signOut}>
      <Loaded loading={loading}>{(home) => <Home {...home} />}</Loaded>
    </PageFrame>
  );
}

interface HomeProps {
  readonly expert: Expert;
  readonly tasks: readonly ExpertTask[];
  readonly missions: readonly MissionRow[];
  readonly decisions: readonly ExpertDecision[];
}

function Home({ expert, tasks, missions, decisions }: HomeProps) {
  const live = missions.filter(({ state }) => isLive(state));
  const over = missions.filter(({ state }) => !isLive(state));
  return (
    <>
      <TeamWord />
      {expert.mayBeCommissioned || tasks.length > 0 ? <Awaited tasks={tasks} /> : <RegistrationState expert={expert} />}
      <CardToConfirm expert={expert} decisions={decisions} />
      {tasks.length > 0 && (
        <section class="stack">
          <h2>Ce qui vous attend</h2>
          <TaskList tasks={tasks} />
        </section>
      )}
      <section class="stack">
        <h2>Vos missions</h2>
        {live.length > 0 ? <MissionCards missions={live} /> : <NoMission expert={expert} some={over.length > 0} />}
        {over.length > 0 && (
          <details>
            <summary>{counted(over.length, 'mission finie', 'missions finies')}</summary>
            <MissionCards missions={over} />
          </details>
        )}
      </section>
      {expert.state !== 'withdrawn' && <Availability expert={expert} />}
      {(expert.mayBeCommissioned || tasks.length > 0) && <RegistrationState expert={expert} />}
      <ProgrammeCalendar />
    </>
  );
}

/** What has waited longest is what to open. */
function Awaited({ tasks }: { readonly tasks: readonly ExpertTask[] }) {
  const [oldest] = tasks;
  if (oldest === undefined) {
    return (
      <Turn whose="Rien ne vous attend" yours={false}>
        <p>Vous recevez un courriel dès qu’une manufacture vous demande une mission ou prend une décision.</p>
      </Turn>
    );
  }
  return (
    <Turn
      whose="À vous"
      yours
      action={
        <ButtonLink tone="primary" href={oldest.path}>
          Ouvrir ce qui attend depuis le plus longtemps
        </ButtonLink>
      }
    >
      <p>{sentenceOf(oldest)}</p>
      {tasks.length > 1 && (
        <p>{`${counted(tasks.length, 'chose')} en tout vous attendent, dans la liste ci-dessous.`}</p>
      )}
    </Turn>
  );
}

/** « Envoyez le diagnostic et le devis pour La Filature, avant le mardi 4 mars 2025. » */
function sentenceOf({ what, laureates, delay }: ExpertTask): string {
  const whom = laureates === '' ? '' : ` (${laureates})`;
  return `${what}${whom}${delay === '' ? '' : `, ${delay}`}.`;
}

function NoMission({ expert, some }: { readonly expert: Expert; readonly some: boolean }) {
  if (some) return <EmptyState>Aucune mission en cours pour le moment.</EmptyState>;
  return (
    <EmptyState>
      {expert.mayBeCommissioned
        ? 'Aucune manufacture ne vous a encore demandé de mission. Elles vous trouvent dans l’annuaire.'
        : 'Vos missions apparaîtront ici une fois votre inscription examinée.'}
    </EmptyState>
  );
}

function RegistrationState({ expert }: { readonly expert: Expert }) {
  const { tone, title, sentence, update } = registrationWords(expert);
  const stops = interestsThatStop(expert);
  return (
    <section class="stack" aria-labelledby="registration-title">
      <h2 id="registration-title">Votre inscription</h2>
      <p>
        <Pill tone={tone}>{title}</Pill>
      </p>
      <p>{sentence}</p>
      {expert.mayBeCommissioned && stops.length > 0 && <Stopped manufactures={stops} />}
      <ReviewMessage expert={expert} />
      <div class="row">
        <ButtonLink href={registrationAddress}>{update}</ButtonLink>
        {expert.published && (
          <ButtonLink href={`/experts/${encodeURIComponent(expert.id)}`}>Voir votre fiche</ButtonLink>
        )}
      </div>
      {expert.state === 'returned' && <TeamContact />}
    </section>
  );
}

const listOf = new Intl.ListFormat('fr-FR');

function Stopped({ manufactures }: { readonly manufactures: readonly string[] }) {
  return (
    <Notice tone="warning" title="Lien possible avec une manufacture">
      <p>
        Votre SIREN, une adresse ou un nom correspond à {listOf.format(manufactures)}. Aucune mission ne peut vous être
        demandée tant que l’équipe France Tiers-Lieux n’a pas levé ce point : expliquez-lui la situation.
      </p>
      <TeamContact />
    </Notice>
  );
}

function TeamContact() {
  const loading = useView({ name: 'me' });
  return (
    <Loaded loading={loading} lines={1}>
      {({ contact }) => (
        <p>
          {contact.name} : <a href={`mailto:${contact.email}`}>{contact.email}</a>, {contact.phone}
        </p>
      )}
    </Loaded>
  );
}
