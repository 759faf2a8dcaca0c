import type { Registration } from '@sur-mesure/functions/domain/api';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { useEffect, useState } from 'preact/hooks';
import { call } from '../common/api/call.ts';
import { Button, ButtonLink } from '../common/button/Button.tsx';
import { type Draft, useDraft } from '../common/draft.ts';
import { ErrorSummary, type FieldError, Notice, RefusalNotice } from '../common/notice/Notice.tsx';
import { returnToTop } from '../common/page/address.ts';
import { PageFrame } from '../common/page/PageFrame.tsx';
import { DateText } from '../common/words/DateText.tsx';
import { RegistrationFields } from './RegistrationFields.tsx';
import { emptyRegistration, isRegistration, readyToSend, registrationErrors } from './registration.ts';

const links = [
  { href: '/', label: 'Annuaire' },
  { href: '/inscription', label: 'Devenir expert', current: true },
];

export function RegistrationPage() {
  const draft = useDraft('inscription', emptyRegistration, isRegistration);
  const [sentTo, setSentTo] = useState<string>();
  if (sentTo !== undefined) return <Sent email={sentTo} />;
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
        <Restored draft={draft} />
      </div>
      <RegistrationForm draft={draft} onSent={setSentTo} />
    </PageFrame>
  );
}

function Restored({ draft }: { readonly draft: Draft<Registration> }) {
  const [shown, setShown] = useState(draft.restoredFrom !== undefined);
  if (!shown) return null;
  const startAfresh = () => {
    draft.change(emptyRegistration);
    draft.clear();
    setShown(false);
  };
  return (
    <Notice title="Votre texte est repris">
      <div class="stack stack-tight">
        <p>
          Il a été gardé sur cet appareil le <DateText instant={draft.restoredFrom ?? 0} hour />.
        </p>
        <div>
          <Button onClick={startAfresh}>Repartir d’une page vide</Button>
        </div>
      </div>
    </Notice>
  );
}

interface RegistrationFormProps {
  readonly draft: Draft<Registration>;
  readonly onSent: (email: string) => void;
}

function RegistrationForm({ draft, onSent }: RegistrationFormProps) {
  const [summary, setSummary] = useState<readonly FieldError[]>([]);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const send = async () => {
    const errors = registrationErrors(draft.value);
    setTried(true);
    setSummary(errors);
    setRefusal(undefined);
    if (errors.length > 0 || busy) return;
    setBusy(true);
    const registration = readyToSend(draft.value);
    const answer = await call('registerExpert', registration);
    setBusy(false);
    if (isRefusal(answer)) return setRefusal(answer);
    draft.clear();
    onSent(registration.email);
  };
  return (
    <form
      class="stack stack-loose"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ErrorSummary errors={summary} />
      <RegistrationFields
        value={draft.value}
        errors={tried ? registrationErrors(draft.value) : []}
        onChange={draft.change}
      />
      <div class="stack">
        {refusal !== undefined && <RefusalNotice refusal={refusal} />}
        <div>
          <Button type="submit" tone="primary" busy={busy}>
            Envoyer mon inscription
          </Button>
        </div>
      </div>
    </form>
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
