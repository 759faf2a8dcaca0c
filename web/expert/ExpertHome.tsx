import type { ExpertDecision } from '@sur-mesure/functions/domain/experts/decisions';
import type { Expert } from '@sur-mesure/functions/domain/experts/profile';
import { interestsThatStop } from '@sur-mesure/functions/domain/experts/registration';
import { missionStates } from '@sur-mesure/functions/domain/missions/states';
import type { MissionRow } from '@sur-mesure/functions/domain/missions/views';
import { ButtonLink } from '../common/button/Button.tsx';
import { EmptyState } from '../common/empty-state/EmptyState.tsx';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import { Notice } from '../common/notice/Notice.tsx';
import { PageFrame } from '../common/page/PageFrame.tsx';
import type { Visit } from '../common/page/SignedInPage.tsx';
import { Pill } from '../common/state-pill/StatePill.tsx';
import { TeamWord } from '../common/team-word/TeamWord.tsx';
import { Turn } from '../common/turn/Turn.tsx';
import { counted } from '../common/words/typography.ts';
import { CardToConfirm } from './CardToConfirm.tsx';
import { expertLinks } from './links.ts';
import { MissionCards, missionAddress } from './MissionCards.tsx';
import { ReviewMessage } from './ReviewMessage.tsx';
import { registrationAddress, registrationWords } from './registration-state.ts';

export function ExpertHome({ user, signOut }: Visit) {
  const loading = useView({ name: 'expert' }, { live: true });
  return (
    <PageFrame title="Vos missions" links={expertLinks('missions')} person={user.name} onSignOut={signOut}>
      <Loaded loading={loading}>{(home) => <Home {...home} />}</Loaded>
    </PageFrame>
  );
}

interface HomeProps {
  readonly expert: Expert;
  readonly missions: readonly MissionRow[];
  readonly decisions: readonly ExpertDecision[];
}

function Home({ expert, missions, decisions }: HomeProps) {
  const yours = missions.filter(({ state }) => missionStates[state].turn === 'expert');
  const others = missions.filter(({ state }) => missionStates[state].turn !== 'expert');
  return (
    <>
      <TeamWord />
      {expert.mayBeCommissioned ? <Awaited yours={yours} /> : <RegistrationState expert={expert} />}
      <CardToConfirm expert={expert} decisions={decisions} />
      {yours.length > 0 && (
        <section class="stack">
          <h2>Ce qui vous attend</h2>
          <MissionCards missions={yours} />
        </section>
      )}
      <section class="stack">
        <h2>{yours.length > 0 ? 'Vos autres missions' : 'Vos missions'}</h2>
        {others.length > 0 ? <MissionCards missions={others} /> : <NoOther expert={expert} some={yours.length > 0} />}
      </section>
      {expert.mayBeCommissioned && <RegistrationState expert={expert} />}
    </>
  );
}

/** The oldest first: the one that has waited longest is the one to open. */
function Awaited({ yours }: { readonly yours: readonly MissionRow[] }) {
  const oldest = yours.toSorted((a, b) => a.since - b.since)[0];
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
        <ButtonLink tone="primary" href={missionAddress(oldest.missionId)}>
          Ouvrir la mission qui attend depuis le plus longtemps
        </ButtonLink>
      }
    >
      <p>
        {yours.length === 1
          ? 'Une mission attend une action de votre part.'
          : `${counted(yours.length, 'mission')} attendent une action de votre part.`}
      </p>
    </Turn>
  );
}

function NoOther({ expert, some }: { readonly expert: Expert; readonly some: boolean }) {
  if (some) return <EmptyState>Aucune autre mission pour le moment.</EmptyState>;
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
        <ButtonLink tone={expert.state === 'returned' ? 'primary' : 'secondary'} href={registrationAddress}>
          {update}
        </ButtonLink>
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
