import { type Expert, expertStates } from '@sur-mesure/functions/domain/experts/profile';
import type { Registration } from '@sur-mesure/functions/domain/experts/registration';
import { useEffect, useState } from 'preact/hooks';
import { call } from '../common/api/call.ts';
import { ButtonLink } from '../common/button/Button.tsx';
import { useDraft } from '../common/draft.ts';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import { Notice } from '../common/notice/Notice.tsx';
import { returnToTop } from '../common/page/address.ts';
import { PageFrame } from '../common/page/PageFrame.tsx';
import type { Visit } from '../common/page/SignedInPage.tsx';
import { RegistrationForm, RestoredDraft } from '../registration/RegistrationForm.tsx';
import { isRegistration, registrationOf } from '../registration/registration.ts';
import { expertLinks } from './links.ts';
import { ReviewMessage } from './ReviewMessage.tsx';
import { registrationWords } from './registration-state.ts';
import { Withdraw } from './Withdraw.tsx';

const links = expertLinks(null);

/** The registration as its expert last sent it, to be completed or corrected, with what the team answered above it. */
export function RegistrationUpdate({ user, signOut }: Visit) {
  const loading = useView({ name: 'expert' });
  const [sent, setSent] = useState<Expert['state']>();
  const { answer } = loading;
  const title =
    answer !== undefined && 'expert' in answer ? registrationWords(answer.expert).update : 'Mon inscription';
  return (
    <PageFrame title={title} links={links} person={user.name} onSignOut={signOut}>
      {sent === undefined ? (
        <Loaded loading={loading}>
          {({ expert, missions, decisions }) => (
            <>
              <UpdateForm key={expert.submittedAt} expert={expert} uid={user.uid} onSent={setSent} />
              {decisions.includes('withdraw') && <Withdraw expert={expert} missions={missions} onDone={setSent} />}
            </>
          )}
        </Loaded>
      ) : (
        <Sent state={sent} />
      )}
    </PageFrame>
  );
}

interface UpdateFormProps {
  readonly expert: Expert;
  readonly uid: string;
  readonly onSent: (state: Expert['state']) => void;
}

const send = ({ email: _kept, ...registration }: Registration) => call('updateExpert', registration);

function UpdateForm({ expert, uid, onSent }: UpdateFormProps) {
  const initial = registrationOf(expert);
  // Named after what it corrects: a draft left behind never comes back over a registration sent since.
  const draft = useDraft(`${uid}.registration.${expert.submittedAt}`, initial, isRegistration);
  const { consequence } = registrationWords(expert);
  return (
    <>
      <div class="stack">
        <p class="lead">{consequence}</p>
        <ReviewMessage expert={expert} />
        <p class="muted">Ce que vous écrivez est gardé sur cet appareil au fur et à mesure.</p>
        <RestoredDraft draft={draft} initial={initial} afresh="Repartir de la fiche envoyée" />
      </div>
      <RegistrationForm
        draft={draft}
        emailIsKept
        remarks={expert.state === 'returned' ? expert.review?.remarks : undefined}
        submit="Envoyer mes changements"
        send={send}
        onSent={({ state }) => onSent(state)}
      />
    </>
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
