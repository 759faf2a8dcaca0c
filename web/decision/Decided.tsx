import type { MissionActionResult } from '@sur-mesure/functions/domain/api';
import { transitionOf } from '@sur-mesure/functions/domain/missions/transitions';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { formatEuros } from '@sur-mesure/functions/domain/money';
import { useEffect } from 'preact/hooks';
import { ButtonLink } from '../common/button/Button.tsx';
import { Notice } from '../common/notice/Notice.tsx';
import { returnToTop } from '../common/page/address.ts';
import { Money } from '../common/words/Money.tsx';
import { type Choice, choices } from './decision.ts';

interface DecidedProps {
  readonly choice: Choice;
  readonly result: MissionActionResult;
  readonly view: MissionView;
  readonly missionAddress: string;
}

/** After the decision: what was done, what is left (from the server's own answer), and what comes next. */
export function Decided({ choice, result, view, missionAddress }: DecidedProps) {
  useEffect(returnToTop, []);
  const { phone } = view.settings.contact;
  const validated = choice === 'validate';
  return (
    <>
      <Notice tone="success" title={choices[choice].past} announced>
        <p>{following(choice, result, view)}</p>
      </Notice>
      {result.balance !== null && (
        <p>
          Il reste <span class="figure money">{formatEuros(result.balance.remainingCents)}</span>{' '}
          <span class="muted">
            sur <Money cents={result.balance.awardedCents} />
          </span>
        </p>
      )}
      {validated && (
        <ul class="stack stack-tight">
          <li>L’attestation de validation se prépare : vous la trouverez dans les documents de la mission.</li>
          <li>
            Une erreur ? Vous pouvez contester dans les {view.settings.contestHours} heures depuis la page de la
            mission, ou appeler le <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>.
          </li>
        </ul>
      )}
      <div>
        <ButtonLink href={missionAddress} tone="primary">
          Voir la mission
        </ButtonLink>
      </div>
    </>
  );
}

function following(choice: Choice, result: MissionActionResult, view: MissionView): string {
  const expert = view.mission.expert.name;
  if (choice === 'sendBack') return `Un courriel prévient ${expert}, qui prépare une nouvelle version.`;
  if (choice === 'refuse') return `Un courriel prévient ${expert}.`;
  // Still waiting after a validation: somebody else has a part to decide.
  return transitionOf('validate').from.includes(result.state)
    ? 'La mission commencera quand les autres manufactures auront validé leur part.'
    : `Un courriel prévient ${expert}, qui peut commencer la mission.`;
}
