import { Button } from '../button/Button.tsx';
import { Progress } from '../progress/Progress.tsx';
import { fileSize } from '../words/typography.ts';
import type { DepositStep } from './queue.ts';

interface StepWordsProps {
  readonly name: string;
  readonly size: number;
  readonly step: DepositStep;
  readonly onStop: () => void;
  /** Absent where a failure has its own buttons. */
  readonly onRetry?: () => void;
}

/** Where one file is, in words, with what one may do about it. */
export function StepWords({ name, size, step, onStop, onRetry }: StepWordsProps) {
  switch (step.name) {
    case 'waiting':
      return <p class="muted">« {name} » attend son tour.</p>;
    case 'sending':
      return (
        <Progress
          label={`Envoi de « ${name} »`}
          ratio={size === 0 ? 1 : step.sentBytes / size}
          figure={`${fileSize(step.sentBytes)} sur ${fileSize(size)}`}
          onCancel={onStop}
        />
      );
    case 'checking':
      return (
        <p>
          « {name} » est arrivé.{' '}
          {step.again
            ? 'Sa vérification est à refaire : l’équipe est prévenue, et il est gardé. Vous pouvez quitter la page.'
            : 'Vérification en cours : vous pouvez quitter la page.'}
        </p>
      );
    case 'failed':
      return (
        <div class="stack stack-tight">
          {!step.message.includes(name) && <p>« {name} » n’est pas déposé.</p>}
          <p class="field-error">{step.message}</p>
          {onRetry !== undefined && (
            <div class="row">
              {step.retry && <Button onClick={onRetry}>Réessayer l’envoi</Button>}
              <Button tone="quiet" onClick={onStop}>
                Retirer « {name} » de la liste
              </Button>
            </div>
          )}
        </div>
      );
    case 'kept':
      return (
        <p>
          ✓ « {name} » {step.before ? 'était déjà déposé.' : 'est déposé et vérifié.'}
        </p>
      );
    default:
      return step satisfies never;
  }
}
