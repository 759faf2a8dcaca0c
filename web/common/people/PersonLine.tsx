import { rowOf } from '@sur-mesure/functions/domain/people/actions';
import type { PersonActionName, PersonRow } from '@sur-mesure/functions/domain/people/people';
import { Button } from '../button/Button.tsx';
import { Pill } from '../state-pill/StatePill.tsx';
import { DateText } from '../words/DateText.tsx';
import { of } from '../words/typography.ts';
import { actionOrder, actionWords, roles, states } from './person-words.ts';

export interface ChosenAction {
  readonly action: PersonActionName;
  readonly person: PersonRow;
}

interface PersonLineProps {
  readonly person: PersonRow;
  readonly actions: readonly PersonActionName[];
  readonly choose: (chosen: ChosenAction) => void;
}

/** One person: who, as what, in which state, and what may be done about it, folded until it is wanted. */
export function PersonLine({ person, actions, choose }: PersonLineProps) {
  const { name, email, phone, role, state, until, addressProblem } = person;
  const { label, tone } = states[state];
  return (
    <li class="person-line">
      <div class="person-words">
        <p class="person-name">{name}</p>
        <p class="small muted person-email">{email}</p>
        {phone !== null && <p class="small muted">{phone}</p>}
        <p class="small">{roles[role].label}</p>
        <Delegated person={person} />
      </div>
      <p class="person-state">
        <Pill tone={tone}>{label}</Pill>
        {addressProblem !== null && state !== 'closed' && (
          <span class="small">
            Adresse en erreur depuis le <DateText instant={addressProblem.at} />
          </span>
        )}
        {until !== null && state !== 'closed' && (
          <span class="small muted">
            jusqu’au <DateText instant={until} relative />
          </span>
        )}
      </p>
      {actions.length > 0 && (
        <details class="person-actions">
          <summary>
            Gérer <span class="visually-hidden">l’accès {of(name)}</span>
          </summary>
          <div class="row">
            {actionOrder
              .filter((action) => actions.includes(action))
              .map((action) => (
                <Button
                  key={action}
                  tone={actionWords[action].tone === 'danger' ? 'danger' : 'secondary'}
                  opens="dialog"
                  onClick={() => choose({ action, person })}
                >
                  {rowOf(action).label}
                </Button>
              ))}
          </div>
        </details>
      )}
    </li>
  );
}

function Delegated({ person: { delegation } }: Pick<PersonLineProps, 'person'>) {
  if (delegation === null) return null;
  return (
    <p class="small">
      Signe par délégation {of(delegation.byName)}, du <DateText day={delegation.from} /> au{' '}
      <DateText day={delegation.until} />.
    </p>
  );
}
