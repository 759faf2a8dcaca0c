import { type Expert, expertStates } from '@sur-mesure/functions/domain/experts/profile';
import type { Registration } from '@sur-mesure/functions/domain/experts/registration';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { call } from '../common/api/call.ts';
import { ButtonLink } from '../common/button/Button.tsx';
import { DraftNotices } from '../common/drafts/DraftNotices.tsx';
import { DraftState } from '../common/drafts/DraftState.tsx';
import { type SyncedDraft, useSyncedDraft } from '../common/drafts/useSyncedDraft.ts';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import { Notice } from '../common/notice/Notice.tsx';
import { type Address, returnToTop } from '../common/page/address.ts';
import { PageFrame } from '../common/page/PageFrame.tsx';
import type { Visit } from '../common/page/SignedInPage.tsx';
import { Skeleton } from '../common/skeleton/Skeleton.tsx';
import { RegistrationFlow } from '../registration/RegistrationFlow.tsx';
import { RestoredDraft } from '../registration/RestoredDraft.tsx';
import { changedAvailability, isRegistration, registrationOf, withAvailability } from '../registration/registration.ts';
import { toldRegistration } from '../registration/steps.ts';
import { expertLinks } from './links.ts';
import { ReviewMessage } from './ReviewMessage.tsx';
import { registrationWords } from './registration-state.ts';
import { Withdraw } from './Withdraw.tsx';
import { FOUND_BY, workShelf } from './work-shelf.ts';

const links = expertLinks(null);

interface UpdateProps extends Visit {
  readonly address: Address;
}

/** The registration as its expert last sent it, to be completed or corrected, with what the team answered above it. */
export function RegistrationUpdate({ address, ...visit }: UpdateProps) {
  const loading = useView({ name: 'expert' });
  const [sent, setSent] = useState<Expert['state']>();
  const { answer } = loading;
  const expert = answer !== undefined && 'expert' in answer ? answer.expert : undefined;
  const title = expert === undefined ? 'Mon inscription' : registrationWords(expert).update;
  const page = (body: ComponentChildren, heading = title, overline?: string) => (
    <PageFrame title={heading} overline={overline} links={links} person={visit.user.name} onSignOut={visit.signOut}>
      {body}
    </PageFrame>
  );
  if (sent !== undefined) return page(<Sent state={sent} />);
  if (answer === undefined || !('expert' in answer)) return page(<Loaded loading={loading}>{() => null}</Loaded>);
  return (
    <UpdateForm
      key={answer.expert.submittedAt}
      uid={visit.user.uid}
      expert={answer.expert}
      address={address}
      onSent={setSent}
      page={(heading, place, body) => page(body, heading, `${title} · ${place}`)}
      below={
        answer.decisions.includes('withdraw') && (
          <Withdraw expert={answer.expert} missions={answer.missions} onDone={setSent} />
        )
      }
    />
  );
}

interface UpdateFormProps {
  readonly uid: string;
  readonly expert: Expert;
  readonly address: Address;
  readonly onSent: (state: Expert['state']) => void;
  readonly page: (heading: string, place: string, body: ComponentChildren) => ComponentChildren;
  readonly below: ComponentChildren;
}

/** The draft as the form shows it: its availability is the card's until it is changed here. */
function overCard(
  draft: SyncedDraft<Registration>,
  availability: Expert['availability'] | null,
): SyncedDraft<Registration> {
  const current = availability ?? null;
  return {
    ...draft,
    value: withAvailability(draft.value, current),
    change: (value) => draft.change(changedAvailability(value, current)),
    read: (text) => {
      const value = draft.read(text);
      return value && withAvailability(value, current);
    },
  };
}

function UpdateForm({ uid, expert, address, onSent, page, below }: UpdateFormProps) {
  const initial = registrationOf(expert);
  // Named after what it corrects: a draft left behind never comes back over a registration sent since.
  const about = String(expert.submittedAt);
  const kept = useSyncedDraft({
    ...{ key: `${uid}.registration.${about}`, initial, accepts: isRegistration },
    shelf: workShelf({ kind: 'registration' }, about),
  });
  const draft = overCard(kept, expert.availability);
  const send = (typed: Registration) => {
    const { email: _kept, ...registration } = changedAvailability(typed, expert.availability ?? null);
    return call('updateExpert', registration);
  };
  const { consequence } = registrationWords(expert);
  if (!draft.arrived) return page('Mon inscription', 'un instant', <Skeleton lines={8} />);
  return (
    <RegistrationFlow
      draft={draft}
      address={address}
      opensAt="check"
      emailIsKept
      remarks={expert.state === 'returned' ? expert.review?.remarks : undefined}
      submit="Envoyer mes changements"
      send={send}
      onSent={({ state }) => onSent(state)}
      frame={({ title, place }, body) => page(title, place, body)}
      above={(goOn, step, form) => (
        <>
          {step.kind === 'check' && (
            <>
              <p class="lead">{consequence}</p>
              <ReviewMessage expert={expert} />
            </>
          )}
          <RestoredDraft
            draft={draft}
            initial={initial}
            afresh="Repartir de la fiche envoyée"
            consequence="Le texte en cours est remplacé par votre fiche telle qu’elle a été envoyée, pour vous et pour les personnes de votre structure."
            goOn={goOn?.title === step.title ? null : goOn}
          />
          <DraftNotices draft={draft} tell={(value) => toldRegistration(form, value)} />
        </>
      )}
      below={(step) => (
        <>
          <DraftState draft={draft} found={FOUND_BY} />
          {step.kind === 'check' && below}
        </>
      )}
    />
  );
}

function Sent({ state }: { readonly state: Expert['state'] }) {
  useEffect(returnToTop, []);
  return (
    <>
      <Notice tone="success" title="C’est envoyé" announced>
        <p>
          Votre fiche est maintenant « {expertStates[state]} ». L’équipe France Tiers-Lieux en est prévenue par
          courriel.
        </p>
      </Notice>
      <div>
        <ButtonLink href="/expert">Revenir à votre espace</ButtonLink>
      </div>
    </>
  );
}
