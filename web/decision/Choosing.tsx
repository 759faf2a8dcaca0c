import { Button, ButtonLink } from '../common/button/Button.tsx';
import { type AvailableChoice, choices } from './decision.ts';

interface ChoosingProps {
  readonly available: readonly AvailableChoice[];
  /** Address of a step of this page. */
  readonly stepAddress: (step: string) => string;
}

/** Second step: the choices, each with what follows from it in one line. */
export function Choosing({ available, stepAddress }: ChoosingProps) {
  return (
    <>
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

function toneOf(choice: AvailableChoice['choice']) {
  return choice === 'validate' ? 'primary' : choice === 'refuse' ? 'danger' : 'secondary';
}
