import type { IncidentActionInput } from '@sur-mesure/functions/domain/api';
import { Button } from '../../common/button/Button.tsx';
import { wordsOf } from './incident-words.ts';

export type Chosen = Pick<IncidentActionInput, 'action' | 'incident'>;
export type Choose = (chosen: Chosen) => void;

interface IncidentActionsProps {
  readonly kind: Chosen['incident']['kind'];
  readonly id: string;
  readonly actions: readonly Chosen['action'][];
  /** Tells one line's buttons from another's for who hears the page. */
  readonly about: string;
  readonly choose: Choose;
  /** What was pressed and is being done, here or on another line. */
  readonly pressed: Chosen | undefined;
}

export function IncidentActions({ kind, id, actions, about, choose, pressed }: IncidentActionsProps) {
  return (
    <div class="row">
      {actions.map((action) => (
        <Button
          key={action}
          tone={action === 'discard' ? 'quiet' : 'secondary'}
          busy={pressed?.action === action && pressed.incident.id === id}
          opens={action === 'flagAddress' ? undefined : 'dialog'}
          onClick={() => choose({ action, incident: { kind, id } })}
        >
          {wordsOf(action, kind)?.button}
          <span class="visually-hidden"> : {about}</span>
        </Button>
      ))}
    </div>
  );
}
