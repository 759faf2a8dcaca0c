import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { Button, ButtonLink } from '../common/button/Button.tsx';
import { Money } from '../common/words/Money.tsx';
import { type AvailableChoice, choices } from './decision.ts';

interface ChoosingProps {
  readonly view: Pick<MissionView, 'share' | 'proposed'>;
  readonly available: readonly AvailableChoice[];
  /** Address of a step of this page. */
  readonly stepAddress: (step: string) => string;
}

/** Second step: the choices, each with what follows from it in one line. */
export function Choosing({ view, available, stepAddress }: ChoosingProps) {
  return (
    <>
      <Summary view={view} />
      <ul class="choices">
        {available.map(({ choice, refusal }) => {
          const { title, consequence, step } = choices[choice];
          return (
            <li key={choice} class="choice">
              <p>{consequence}</p>
              {refusal === null ? (
                <ButtonLink href={stepAddress(step)} tone={toneOf(choice)} wide>
                  {title}
                </ButtonLink>
              ) : (
                <Button id={`choice-${choice}`} unavailable={refusal.message} wide>
                  {title}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <p>
        <a href={stepAddress('lire')}>Relire le diagnostic et le devis</a>
      </p>
    </>
  );
}

/** The figure that is decided on, in one sentence, so that nobody goes back for it. */
function Summary({ view: { share, proposed } }: Pick<ChoosingProps, 'view'>) {
  if (share === null || proposed === null) return null;
  const { subsidyCents, ownCents } = proposed;
  return (
    <p class="lead">
      <Money cents={share.shareCents} /> TTC{'\u00a0: '}
      <Money cents={subsidyCents} /> par votre subvention
      {ownCents > 0 && (
        <>
          {' et '}
          <Money cents={ownCents} /> à votre charge
        </>
      )}
      .
    </p>
  );
}

function toneOf(choice: AvailableChoice['choice']) {
  return choice === 'validate' ? 'primary' : choice === 'refuse' ? 'danger' : 'secondary';
}
