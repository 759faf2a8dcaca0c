import type { Registration } from '@sur-mesure/functions/domain/experts/registration';
import { useEffect, useState } from 'preact/hooks';
import { call } from '../common/api/call.ts';
import { ButtonLink } from '../common/button/Button.tsx';
import { useDraft } from '../common/draft.ts';
import { returnToTop } from '../common/page/address.ts';
import { PageFrame } from '../common/page/PageFrame.tsx';
import { InvitedBy } from './InvitedBy.tsx';
import { RegistrationForm, RestoredDraft } from './RegistrationForm.tsx';
import { emptyRegistration, isRegistration } from './registration.ts';

const links = [
  { href: '/', label: 'Annuaire' },
  { href: '/inscription', label: 'Devenir expert', current: true },
];

/** Of the mail of a laureate that invites: `/inscription?invitation=…`. */
const invitation = new URLSearchParams(location.search).get('invitation');

const send = (registration: Registration) => call('registerExpert', { ...registration, invitation });

export function RegistrationPage() {
  const draft = useDraft('inscription', emptyRegistration, isRegistration);
  const [sent, setSent] = useState<Registration>();
  if (sent !== undefined) return <Sent email={sent.email} />;
  return (
    <PageFrame title="Devenir expert" links={links}>
      <div class="stack">
        <p class="lead">
          Rejoignez l’annuaire où les manufactures de proximité choisissent qui les accompagne. Comptez une vingtaine de
          minutes.
        </p>
        <p class="muted">
          Ce que vous écrivez est gardé sur cet appareil au fur et à mesure : vous pouvez vous arrêter et revenir.
        </p>
        {invitation !== null && (
          <InvitedBy
            invitation={invitation}
            onKnown={({ expertName, email }) => {
              const { name, email: address } = draft.value;
              draft.change({ ...draft.value, name: name || expertName, email: address || email });
            }}
          />
        )}
        <RestoredDraft draft={draft} initial={emptyRegistration} afresh="Repartir d’une page vide" />
      </div>
      <RegistrationForm
        draft={draft}
        submit="Envoyer mon inscription"
        send={send}
        onSent={(_answer, registration) => setSent(registration)}
      />
    </PageFrame>
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
