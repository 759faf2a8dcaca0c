import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { outcomeIsUnknown } from '../api/refusals.ts';
import { Button } from '../button/Button.tsx';
import { Notice } from '../notice/Notice.tsx';
import { returnToTop, withParameters } from '../page/address.ts';
import { StatePill } from '../state-pill/StatePill.tsx';
import { counted } from '../words/typography.ts';
import { type ExpertAnswer, failureTitle } from './ask-all.ts';
import './answers.css';

interface AnswersProps {
  readonly answers: readonly ExpertAnswer[];
  readonly nameOf: (expertId: string) => string | undefined;
  /** Experts not asked yet: refused, or not reached. */
  readonly left: readonly string[];
  /** Whether those that are left are being asked. */
  readonly busy: boolean;
  /** Asks those that are left; absent where the form stands below. */
  readonly onAgain?: () => void;
  readonly missionAddress: (missionId: string) => string;
  /** What a request that left means for who made it, by how many left. */
  readonly words: AskedWords;
  /** Where one may go from there; absent where the form stands below. */
  readonly next?: ComponentChildren;
}

export interface AskedWords {
  readonly title: (asked: number) => string;
  readonly follows: (asked: number) => string;
}

/** What became of each request, expert by expert: one that failed hides none that left. */
export function Answers(props: AnswersProps) {
  const { answers, left, busy, onAgain, missionAddress, words, next } = props;
  const asked = answers.filter(({ outcome }) => !isRefusal(outcome)).length;
  const someAsked = asked > 0;
  useEffect(() => {
    if (!someAsked) return;
    // Coming back here, or a reload, must not find the same experts ticked again.
    history.replaceState(null, '', withoutChoices());
    returnToTop();
  }, [someAsked]);
  const nameOf = (expertId: string) => props.nameOf(expertId) ?? 'Cet expert';
  return (
    <section class="stack" aria-label="Réponse pour chaque expert">
      {someAsked && (
        <Notice tone="success" title={words.title(asked)} announced>
          <p>{words.follows(asked)}</p>
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
                  <a href={missionAddress(outcome.missionId)} class="tall-link">
                    Voir la mission <span class="visually-hidden">avec {nameOf(expertId)}</span>
                  </a>
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
      {next !== undefined && (
        <div class="row">
          {onAgain !== undefined && left.length > 0 && (
            <Button tone="primary" busy={busy} onClick={onAgain}>
              {busy ? 'Envoi à' : 'Réessayer pour'} {counted(left.length, 'expert')}
            </Button>
          )}
          {next}
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
