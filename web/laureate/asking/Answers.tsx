import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { useEffect } from 'preact/hooks';
import { outcomeIsUnknown } from '../../common/api/refusals.ts';
import { Button, ButtonLink } from '../../common/button/Button.tsx';
import { Notice } from '../../common/notice/Notice.tsx';
import { returnToTop, withParameters } from '../../common/page/address.ts';
import { StatePill } from '../../common/state-pill/StatePill.tsx';
import { counted } from '../../common/words/typography.ts';
import type { Addresses } from '../addresses.ts';
import { type ExpertAnswer, failureTitle } from './ask-all.ts';

interface AnswersProps {
  readonly answers: readonly ExpertAnswer[];
  readonly names: ReadonlyMap<string, string>;
  /** Experts not asked yet: refused, or not reached. */
  readonly left: readonly string[];
  /** Whether those that are left are being asked. */
  readonly busy: boolean;
  /** Asks those that are left; absent where the form stands below. */
  readonly onAgain?: () => void;
  readonly addresses: Pick<Addresses, 'home' | 'mission'>;
}

/** What became of each request, expert by expert: one that failed hides none that left. */
export function Answers({ answers, names, left, busy, onAgain, addresses }: AnswersProps) {
  const asked = answers.filter(({ outcome }) => !isRefusal(outcome)).length;
  const someAsked = asked > 0;
  useEffect(() => {
    if (!someAsked) return;
    // Coming back here, or a reload, must not find the same experts ticked again.
    history.replaceState(null, '', withoutChoices());
    returnToTop();
  }, [someAsked]);
  const nameOf = (expertId: string) => names.get(expertId) ?? 'Cet expert';
  return (
    <section class="stack" aria-label="Réponse pour chaque expert">
      {someAsked && (
        <Notice
          tone="success"
          title={asked === 1 ? 'Votre demande est partie' : `Vos ${asked} demandes sont parties`}
          announced
        >
          <p>
            Un courriel prévient {asked === 1 ? 'l’expert' : 'chaque expert'}. Vous en recevrez un à chaque réponse :
            rien d’autre n’est attendu de vous.
          </p>
        </Notice>
      )}
      <ul class="asked-experts">
        {answers.map(({ expertId, outcome }) => (
          <li key={expertId} class="stack stack-tight">
            <h2 class="asked-expert">{nameOf(expertId)}</h2>
            {isRefusal(outcome) ? (
              <Notice tone="error" title={failureTitle(outcome)} announced>
                <p>{outcome.message}</p>
                {outcomeIsUnknown(outcome) && (
                  <p>Vous pouvez réessayer : cet expert ne sera pas sollicité deux fois.</p>
                )}
              </Notice>
            ) : (
              <>
                <p>
                  <StatePill state={outcome.state} />
                </p>
                <p>
                  <a href={addresses.mission(outcome.missionId)} class="tall-link">
                    Voir la mission <span class="visually-hidden">avec {nameOf(expertId)}</span>
                  </a>
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
      {onAgain !== undefined && left.length > 0 && (
        <div class="row">
          <Button tone="primary" busy={busy} onClick={onAgain}>
            {busy ? 'Envoi à' : 'Réessayer pour'} {counted(left.length, 'expert')}
          </Button>
          <ButtonLink href={addresses.home}>Revenir à l’accueil</ButtonLink>
        </div>
      )}
    </section>
  );
}

function withoutChoices(): string {
  const parameters = new URLSearchParams(location.search);
  for (const choice of ['expert', 'sous-thematique', 'besoin']) parameters.delete(choice);
  return withParameters(location.pathname, parameters);
}
