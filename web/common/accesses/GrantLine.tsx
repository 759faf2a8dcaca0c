import type { AccessGrant } from '@sur-mesure/functions/domain/access/views';
import { Button } from '../button/Button.tsx';
import { Pill } from '../state-pill/StatePill.tsx';
import { of } from '../words/typography.ts';
import {
  type GrantActionName,
  grantActionsFor,
  grantStates,
  grantWords,
  openingsWords,
  untilWords,
} from './access-words.ts';

interface GrantLineProps {
  readonly grant: AccessGrant;
  readonly missionAddress: (missionId: string) => string;
  /** Undefined for who only reads. */
  readonly choose: ((action: GrantActionName) => void) | undefined;
}

/** One person that reads, or read: for which missions, until when, how often. */
export function GrantLine({ grant, missionAddress, choose }: GrantLineProps) {
  const { label, tone } = grantStates[grant.state];
  const until = untilWords(grant);
  return (
    <li class="person-line">
      <div>
        <p class="person-name">{grant.personName}</p>
        <p class="small muted">{grant.company}</p>
        <ul class="grant-missions small">
          {grant.missions.map(({ missionId, need }) => (
            <li key={missionId}>
              <a href={missionAddress(missionId)}>
                <span class="visually-hidden">Mission : </span>
                {need}
              </a>
            </li>
          ))}
        </ul>
        <p class="small muted">{openingsWords(grant)}.</p>
      </div>
      <div class="grant-state">
        <Pill tone={tone}>{label}</Pill>
        {until !== undefined && <p class="small muted">{until}</p>}
      </div>
      {choose !== undefined && (
        <div class="row person-actions">
          {grantActionsFor(grant).map((action) => (
            <Button
              key={action}
              tone={grantWords[action].tone === 'danger' ? 'danger' : 'secondary'}
              opens="dialog"
              onClick={() => choose(action)}
            >
              {grantWords[action].label}
              <span class="visually-hidden"> {of(grant.personName)}</span>
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}
