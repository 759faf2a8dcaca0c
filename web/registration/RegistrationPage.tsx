import type { Registration } from '@sur-mesure/functions/domain/experts/registration';
import { useEffect, useState } from 'preact/hooks';
import { call } from '../common/api/call.ts';
import { ButtonLink } from '../common/button/Button.tsx';
import { DraftNotices } from '../common/drafts/DraftNotices.tsx';
import { DraftState } from '../common/drafts/DraftState.tsx';
import { type SyncedDraft, useSyncedDraft } from '../common/drafts/useSyncedDraft.ts';
import { Notice } from '../common/notice/Notice.tsx';
import { returnToTop, useAddress } from '../common/page/address.ts';
import { PageFrame } from '../common/page/PageFrame.tsx';
import { Skeleton } from '../common/skeleton/Skeleton.tsx';
import { InvitedBy } from './InvitedBy.tsx';
import { forgetLink, keptLink, registrationShelf } from './kept-registration.ts';
import { RegistrationFlow } from './RegistrationFlow.tsx';
import { RestoredDraft } from './RestoredDraft.tsx';
import { emptyRegistration, isRegistration } from './registration.ts';
import { toldRegistration } from './steps.ts';
import { WayBack } from './WayBack.tsx';

const links = [
  { href: '/', label: 'Annuaire' },
  { href: '/inscription', label: 'Devenir expert', current: true },
];

/** Of the mail of a laureate that invites: `/inscription?invitation=…`. */
const invitation = new URLSearchParams(location.search).get('invitation');

const link = keptLink();
const shelf = link === null ? null : registrationShelf(link);

const send = (registration: Registration) => call('registerExpert', { ...registration, invitation });

export function RegistrationPage() {
  const address = useAddress();
  const draft = useSyncedDraft({ key: 'inscription', initial: emptyRegistration, accepts: isRegistration, shelf });
  const [sent, setSent] = useState<Registration>();
  if (sent !== undefined) return <Sent email={sent.email} />;
  if (!draft.arrived)
    return (
      <PageFrame title="Devenir expert" links={links}>
        <Skeleton lines={8} />
      </PageFrame>
    );
  return (
    <RegistrationFlow
      draft={draft}
      address={address}
      opensAt="start"
      submit="Envoyer mon inscription"
      send={send}
      onSent={(_answer, registration) => setSent(registration)}
      frame={({ title, place }, body) => (
        <PageFrame title={title} overline={`Devenir expert · ${place}`} links={links}>
          {body}
        </PageFrame>
      )}
      above={(goOn, step, form) => (
        <>
          {step.kind === 'identity' && <Welcome draft={draft} />}
          <RestoredDraft
            draft={draft}
            initial={emptyRegistration}
            afresh="Repartir d’une page vide"
            consequence={
              draft.sync === null
                ? 'Ce texte s’efface de cet appareil.'
                : 'Ce texte s’efface de cet appareil. Il reste gardé pour la personne qui en a reçu le lien par courriel ; ce que vous écrirez n’y sera pas ajouté.'
            }
            onLeave={forgetLink}
            goOn={goOn?.title === step.title ? null : goOn}
          />
          <DraftNotices draft={draft} tell={(value) => toldRegistration(form, value)} />
        </>
      )}
      below={() => (
        <div class="stack">
          <DraftState draft={draft} found="vous, par le lien de votre courriel" />
          <WayBack registration={draft.value} />
        </div>
      )}
    />
  );
}

function Welcome({ draft }: { readonly draft: SyncedDraft<Registration> }) {
  const gone = draft.sync?.state.kind === 'here' && draft.sync.state.refusal.code === 'draft-gone';
  return (
    <>
      <p class="lead">
        Rejoignez l’annuaire où les manufactures de proximité choisissent qui les accompagne. Comptez une vingtaine de
        minutes, en une ou plusieurs fois.
      </p>
      {gone && (
        <Notice tone="warning" title="Ce lien ne sert plus">
          <p>
            Cette inscription a été envoyée, ou gardée plus de trente jours sans changement. Ce que vous écrivez ici est
            gardé sur cet appareil.
          </p>
        </Notice>
      )}
      {invitation !== null && (
        <InvitedBy
          invitation={invitation}
          onKnown={({ expertName, email }) => {
            const { name, email: address } = draft.value;
            draft.change({ ...draft.value, name: name || expertName, email: address || email });
          }}
        />
      )}
    </>
  );
}

function Sent({ email }: { readonly email: string }) {
  useEffect(returnToTop, []);
  return (
    <PageFrame title="Votre inscription est envoyée" links={links}>
      <p class="lead">Merci. Voici la suite :</p>
      <ol class="stack stack-tight">
        <li>
          Un courriel de confirmation part à <strong>{email}</strong>. S’il n’arrive pas d’ici quelques minutes,
          regardez dans les indésirables.
        </li>
        <li>L’équipe France Tiers-Lieux lit votre inscription. Elle peut vous appeler ou demander un complément.</li>
        <li>
          Une fois publiée, votre fiche figure dans l’annuaire et les manufactures peuvent vous demander une mission.
          Vous recevez un courriel à chaque étape.
        </li>
      </ol>
      <div class="row">
        <ButtonLink href="/connexion?suite=%2Fexpert">Suivre mon inscription</ButtonLink>
        <ButtonLink href="/" tone="quiet">
          Voir l’annuaire
        </ButtonLink>
      </div>
    </PageFrame>
  );
}
