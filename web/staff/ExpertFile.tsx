import { type Expert, expertStates } from '@sur-mesure/functions/domain/experts/profile';
import { type Form, questionsOf } from '@sur-mesure/functions/domain/forms/form';
import { webAddress } from '@sur-mesure/functions/domain/web-address';
import { useState } from 'preact/hooks';
import { Later } from '../common/loading/Later.tsx';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import { Notice } from '../common/notice/Notice.tsx';
import { useReturnToTop } from '../common/page/address.ts';
import type { Visit } from '../common/page/SignedInPage.tsx';
import { subthemeLabel } from '../common/themes/themes.ts';
import { DateText } from '../common/words/DateText.tsx';
import { missionsAddress } from './missions/mission-address.ts';
import { ReviewForm } from './ReviewForm.tsx';
import { ExpertHistory } from './review/ExpertHistory.tsx';
import { LiveMissions } from './review/LiveMissions.tsx';
import type { ReviewDecision } from './review/typed-review.ts';
import { StaffFrame } from './StaffFrame.tsx';

interface ExpertFileProps {
  readonly visit: Visit;
  readonly expertId: string;
}

const loadNotes = () => import('./notes/StaffNotes.tsx');
const loadPeople = () => import('../common/people/OrganisationPeople.tsx');

/** Everything an expert answered, and the decision to take on it. */
export function ExpertFile({ visit, expertId }: ExpertFileProps) {
  const loading = useView({ name: 'expertFile', expertId });
  const [decided, setDecided] = useState<{ state: Expert['state']; decision: ReviewDecision }>();
  useReturnToTop(decided);
  const { answer } = loading;
  const title = answer !== undefined && 'expert' in answer ? answer.expert.company : 'Inscription';
  const done = (state: Expert['state'], decision: ReviewDecision) => {
    setDecided({ state, decision });
    loading.reload();
  };
  return (
    <StaffFrame visit={visit} current="experts" title={title} overline="Expert">
      {decided !== undefined && (
        <Notice tone="success" announced>
          <p>
            {quietly[decided.decision] ??
              `La fiche est maintenant « ${expertStates[decided.state]} ». Les personnes de la structure en sont prévenues par courriel.`}
          </p>
        </Notice>
      )}
      <Loaded loading={loading}>
        {({ name: _name, ...file }) => (
          <>
            <Interests expert={file.expert} />
            <LiveMissions state={file.expert.state} missions={file.liveMissions} />
            <Identity expert={file.expert} />
            <Answers expert={file.expert} form={file.form} />
            <ExpertHistory history={file.history} questions={questionsOf(file.form)} />
            <Later load={loadPeople}>
              {({ OrganisationPeople }) => (
                <OrganisationPeople
                  organisation={{ kind: 'expert', expertId }}
                  reader={visit.user.uid}
                  title="Les personnes de la structure"
                />
              )}
            </Later>
            {file.acts && (
              <Later load={loadNotes}>
                {({ StaffNotes }) => <StaffNotes about={{ kind: 'expert', id: expertId }} />}
              </Later>
            )}
            {file.acts && <ReviewForm file={file} person={visit.user} onDone={done} />}
          </>
        )}
      </Loaded>
    </StaffFrame>
  );
}

/** Decisions that no mail tells. */
const quietly: Partial<Record<ReviewDecision, string>> = {
  recordInterview: 'L’échange est noté. L’expert n’en reçoit rien.',
  confirmCard: 'La fiche est confirmée pour un an. L’expert n’en reçoit rien.',
};

const listOf = new Intl.ListFormat('fr-FR');

function Interests({ expert: { company, interests, interestsLifted } }: { readonly expert: Expert }) {
  if (interests.length === 0) return null;
  const found = `Son SIREN, une adresse ou un nom correspond à ${listOf.format(interests)}.`;
  if (interestsLifted === null) {
    return (
      <Notice tone="warning" title="Lien possible avec une manufacture">
        <p>
          {company} a déclaré n’avoir aucun intérêt. {found} Aucune mission ne peut lui être demandée tant que vous
          n’avez pas levé ce lien : choisissez plus bas une décision qui ouvre les missions, et écrivez pourquoi.
        </p>
      </Notice>
    );
  }
  return (
    <Notice title="Lien levé">
      <div class="stack stack-tight">
        <p>
          {found} Levé par {interestsLifted.by} le <DateText instant={interestsLifted.at} /> ; un autre lien, s’il en
          est trouvé un, arrêtera de nouveau les missions.
        </p>
        <p class="typed">{interestsLifted.reason}</p>
      </div>
    </Notice>
  );
}

function Identity({ expert }: { readonly expert: Expert }) {
  const { state, contact, siret, website, publishes, regions, subthemes, submittedAt, noInterestDeclaredAt } = expert;
  const site = webAddress(website);
  const shown = (yes: boolean) => (yes ? ' (publié)' : ' (non publié)');
  return (
    <section class="stack" aria-label="Identité">
      <dl class="facts">
        <dt>État</dt>
        <dd>{expertStates[state]}</dd>
        {(expert.confirmation ?? null) !== null && (
          <>
            <dt>Confirmée le</dt>
            <dd>
              <DateText instant={expert.confirmation?.at ?? submittedAt} />
            </dd>
          </>
        )}
        <dt>Missions</dt>
        <dd>
          <a href={missionsAddress({ expertId: expert.id })}>Voir ses missions</a>
        </dd>
        <dt>Envoyée le</dt>
        <dd>
          <DateText instant={submittedAt} hour />
        </dd>
        <dt>Contact</dt>
        <dd>
          <p>{contact.name}</p>
          <p>
            <a href={`mailto:${contact.email}`}>{contact.email}</a>
            <span class="muted">{shown(publishes.email)}</span>
          </p>
          <p>
            {contact.phone}
            <span class="muted">{shown(publishes.phone)}</span>
          </p>
        </dd>
        <dt>Missions passées</dt>
        <dd>{publishes.references === true ? 'Publiées sur sa fiche' : 'Non publiées'}</dd>
        <dt>SIRET</dt>
        <dd class="money">{siret.replace(/(\d{3})(\d{3})(\d{3})(\d{5})/, '$1 $2 $3 $4')}</dd>
        {site !== null && (
          <>
            <dt>Site</dt>
            <dd>
              <a href={site.href} rel="noopener noreferrer">
                {site.host}
              </a>
            </dd>
          </>
        )}
        <dt>Régions</dt>
        <dd>{listOf.format(regions)}</dd>
        <dt>Sous-thématiques</dt>
        <dd>
          <ul class="plain-list">
            {subthemes.map((id) => (
              <li key={id}>{subthemeLabel(id)}</li>
            ))}
          </ul>
        </dd>
        <dt>Absence d’intérêt</dt>
        <dd>
          Déclarée le <DateText instant={noInterestDeclaredAt} />
        </dd>
      </dl>
    </section>
  );
}

function Answers({ expert: { answers }, form }: { readonly expert: Expert; readonly form: Form }) {
  return (
    <section class="stack">
      <h2>Réponses</h2>
      {questionsOf(form).map(({ id, label }) => (
        <div key={id}>
          <h3 class="answer-label">{label}</h3>
          <p class="typed">{answers[id] || <span class="muted">Sans réponse</span>}</p>
        </div>
      ))}
    </section>
  );
}
