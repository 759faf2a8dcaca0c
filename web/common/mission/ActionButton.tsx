import type { ActionName } from '@sur-mesure/functions/domain/missions/actions';
import { transitionOf } from '@sur-mesure/functions/domain/missions/transitions';
import { Button } from '../button/Button.tsx';
import type { Arranged } from './arrangement.ts';
import type { MissionActing } from './useMissionAction.ts';

interface ActionButtonProps extends Arranged {
  readonly acting: Pick<MissionActing, 'busy'>;
  /** Its form opens under the buttons, not over the page. */
  readonly inPlace?: boolean;
  readonly onPress: (action: ActionName) => void;
}

export function ActionButton({ action, refusal, tone, acting, inPlace = false, onPress }: ActionButtonProps) {
  const { label, confirm, checks } = transitionOf(action);
  return (
    <Button
      id={`action-${action}`}
      tone={tone}
      busy={acting.busy === action}
      unavailable={refusal?.message}
      opens={!inPlace && (confirm || checks.length > 0) ? 'dialog' : undefined}
      onClick={() => onPress(action)}
    >
      {label}
    </Button>
  );
}
